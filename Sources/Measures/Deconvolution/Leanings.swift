/// How probable it is that a single reading of a cell lies on the side of disagreement, in each task, before
/// acquiescence and place: 0 = always agrees, 1 = always disagrees.
package struct Leanings: Sendable, Hashable {
    /// In what is stated. A reading on the middle of a scale counts half to each side.
    package let stated: Double
    /// In what is done.
    package let acted: Double

    /// Leanings, each in [0, 1].
    package init(stated: Double, acted: Double) {
        (self.stated, self.acted) = (stated, acted)
    }

    /// Farther than this from ½ a leaning is steady.
    package static let steady = 0.2

    /// Whether they lie on opposite sides of ½.
    package var areOpposite: Bool { (stated - 0.5) * (acted - 0.5) < 0 }
    /// Whether either lies within 0.2 of ½.
    package var isAmbivalent: Bool { !(abs(stated - 0.5) > Self.steady && abs(acted - 0.5) > Self.steady) }
    /// Whether both are steady, on opposite sides.
    package var isContradiction: Bool { areOpposite && !isAmbivalent }
}

/// The true gap of a respondent over some cells, each number a share of these cells.
package struct TrueGap: Sendable, Hashable {
    /// Cells whose leanings lie on opposite sides of ½.
    package let gap: Double
    /// Of these, cells in which both leanings are farther than 0.2 from ½.
    package let contradiction: Double
    /// Cells in which either leaning lies within 0.2 of ½, whether opposite or not.
    package let ambivalent: Double

    /// The shares over some cells; `nil` over none.
    package init?(over cells: some Collection<Leanings>) {
        guard !cells.isEmpty else { return nil }
        func share(_ holds: (Leanings) -> Bool) -> Double { Double(cells.count(where: holds)) / Double(cells.count) }
        gap = share(\.areOpposite)
        contradiction = share(\.isContradiction)
        ambivalent = share(\.isAmbivalent)
    }
}
