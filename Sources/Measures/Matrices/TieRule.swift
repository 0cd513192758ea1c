/// What a score of exactly one half counts as where a figure needs a side. Such a cell's readings are split evenly: it
/// decides nothing, and counting it as either side can make a respondent without any leaning look decided.
package enum TieRule: Sendable, Hashable, CaseIterable {
    /// Neither side: the cell is undecided and stays out of every figure that needs one. It counts in distances.
    case undecided
    /// Disagree, as in the paper's notebooks.
    case disagree
    /// Agree: the opposite extreme, for bounds.
    case agree

    /// Whether a score in [0, 1] stands for `disagree`; `nil` where it stands for neither side.
    func disagrees(_ score: Double) -> Bool? {
        if isHalf(score) { return self == .undecided ? nil : self == .disagree }
        return score > 0.5
    }

    /// The sides of a cell's two scores; `nil` where one of them has none.
    package func sides(stated: Double, acted: Double) -> (stated: Bool, acted: Bool)? {
        guard let stated = disagrees(stated), let acted = disagrees(acted) else { return nil }
        return (stated, acted)
    }
}

extension Scoring {
    /// What a score of exactly one half counts as under this scoring.
    package var ties: TieRule {
        switch self {
        case .strict, .overruled: .undecided
        case .legacy: .disagree
        }
    }
}

/// Whether a score is one half, up to the rounding of a mean.
func isHalf(_ score: Double) -> Bool { abs(score - 0.5) <= tieTolerance }
