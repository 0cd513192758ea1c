/// Which generators of Task 2's actions are of the respondent's own family.
package struct GeneratorFamilies: Sendable, Hashable {
    /// The respondent's family; `nil` where its name tells none.
    package let respondent: String?
    /// The generators' names with the family of each, in the order of the factor's levels; `nil` where the name tells none.
    package let generators: [Generator]

    /// A generator.
    package struct Generator: Sendable, Hashable {
        /// As the study names it.
        package let name: String
        /// Its family; `nil` where its name tells none.
        package let family: String?

        /// A generator.
        package init(name: String, family: String?) { (self.name, self.family) = (name, family) }
    }

    /// The families of a run.
    package init(respondent: String?, generators: [Generator]) {
        (self.respondent, self.generators) = (respondent, generators)
    }
}

/// What it does that the actions come from a model of the respondent's own family, against those of other families.
package struct FamilyEffect: Sendable, Hashable {
    /// Why there are no figures.
    package enum Absence: String, Sendable, Hashable {
        /// The respondent's name tells no family.
        case familyUnknown = "family_unknown"
        /// No generator is of the respondent's family.
        case noneOfFamily = "none_of_family"
        /// No generator is known to be of another family.
        case noneOfAnother = "none_of_another"
        /// No cell has choices between actions of both.
        case nothingToCompare = "nothing_to_compare"
    }

    /// The families.
    package let families: GeneratorFamilies
    /// Why there are no figures; `nil` where there are.
    package let absence: Absence?
    /// The mean over pairs of choices of one cell in the same wording of acted score with own − with others, in [−1, 1]: positive
    /// where actions of the own family draw choices towards `disagree`.
    package let shift: Estimate?
    /// The share of such pairs whose choices differ, in [0, 1].
    package let flips: Estimate?
    /// Over the cells with a stated side and a majority of choices among actions of both: the share that is inconsistent by the
    /// choices among own − by those among others, in [−1, 1].
    package let inconsistency: Estimate?

    /// The generators of the respondent's family.
    package var own: [String] { names { $0 == families.respondent } }
    /// Those of other families.
    package var others: [String] { names { $0 != nil && $0 != families.respondent } }
    /// Those whose family nobody can tell, which are in no figure.
    package var unknown: [String] { names { $0 == nil } }

    private func names(_ isWanted: (String?) -> Bool) -> [String] {
        families.generators.filter { isWanted($0.family) }.map(\.name)
    }
}

extension GeneratorFamilies {
    /// Why nothing can be compared, as far as names tell.
    var absence: FamilyEffect.Absence? {
        guard let respondent else { return .familyUnknown }
        if !generators.contains(where: { $0.family == respondent }) { return .noneOfFamily }
        if !generators.contains(where: { $0.family != nil && $0.family != respondent }) { return .noneOfAnother }
        return nil
    }

    /// Whether the generator of each asking is of the respondent's family; `nil` where that is not known.
    fileprivate func isOwn(_ design: AskingDesign) -> [Bool?] {
        guard let factor = design.factors.first(where: { $0.name == AskingDesign.generator }) else { return [] }
        return factor.levelOfAsking.map { level in
            guard let level, generators.indices.contains(level), let family = generators[level].family else {
                return nil
            }
            return family == respondent
        }
    }
}

extension FamilyEffect {
    /// Takes up what the effect is made of; it is then made from the estimates.
    static func added(
        _ families: GeneratorFamilies, _ task: TaskReadings, _ report: MeasureReport, to ratios: inout ClusteredRatios
    ) -> ([Estimate?]) -> FamilyEffect {
        let isOwn = families.isOwn(task.design)
        guard families.absence == nil, !isOwn.isEmpty else {
            let absence = families.absence ?? .nothingToCompare
            return { _ in
                FamilyEffect(families: families, absence: absence, shift: nil, flips: nil, inconsistency: nil)
            }
        }
        let pairs = FactorPairs(task.readings, isOwn, task.design)
        let sides = OwnAndOtherSides(task.readings, isOwn, report)
        let shift = ratios.add(above: pairs.shift, below: pairs.count, as: .mean(-1...1))
        let flips = ratios.add(above: pairs.flips, below: pairs.count, as: .share)
        let inconsistency = ratios.add(above: sides.difference, below: sides.count, as: .mean(-1...1))
        return { estimates in
            FamilyEffect(
                families: families, absence: estimates[shift] == nil ? .nothingToCompare : nil,
                shift: estimates[shift], flips: estimates[flips], inconsistency: estimates[inconsistency])
        }
    }
}

extension FactorPairs {
    /// Pairs of choices among actions of another family and of the own one, the rest of the wording alike.
    fileprivate init(_ readings: CodedReadings, _ isOwn: [Bool?], _ design: AskingDesign) {
        let factors = design.factors.map { factor in
            factor.name != AskingDesign.generator
                ? factor
                : AskingDesign.Factor(
                    name: "family", levels: ["another", "own"], levelOfAsking: isOwn.map { $0.map { $0 ? 1 : 0 } })
        }
        self.init(
            readings, pairs: AskingDesign.pairs(of: factors, design.replicateOfAsking), others: 0)
    }
}

extension AskingDesign {
    /// All pairs of askings of one replicate at the two levels of the factor "family" that agree in every other factor.
    fileprivate static func pairs(
        of factors: [Factor], _ replicates: [Int]
    ) -> [(reference: Int, level: Int)] {
        guard let family = factors.firstIndex(where: { $0.name == "family" }) else { return [] }
        let levels = factors[family].levelOfAsking
        func wording(_ asking: Int) -> [Int?] {
            factors.indices.filter { $0 != family }.map { factors[$0].levelOfAsking[asking] } + [replicates[asking]]
        }
        var own: [[Int?]: [Int]] = [:]
        for asking in levels.indices where levels[asking] == 1 { own[wording(asking), default: []].append(asking) }
        return levels.indices.filter { levels[$0] == 0 }.flatMap { asking in
            (own[wording(asking)] ?? []).map { (reference: asking, level: $0) }
        }
    }
}

/// By cell: whether the majority of choices contradicts what was stated, by the choices among own actions and among others'.
private struct OwnAndOtherSides {
    var count: [Double]
    var difference: [Double]

    init(_ readings: CodedReadings, _ isOwn: [Bool?], _ report: MeasureReport) {
        count = [Double](repeating: 0, count: readings.cells)
        difference = count
        for cell in 0..<readings.cells {
            let stated = report.stated[cell]
            guard !stated.isNaN,
                let own = Self.mean(readings, cell, isOwn, true), let other = Self.mean(readings, cell, isOwn, false),
                let ownSides = report.ties.sides(stated: stated, acted: own),
                let otherSides = report.ties.sides(stated: stated, acted: other)
            else { continue }
            count[cell] = 1
            difference[cell] =
                (ownSides.stated != ownSides.acted ? 1 : 0) - (otherSides.stated != otherSides.acted ? 1 : 0)
        }
    }

    private static func mean(_ readings: CodedReadings, _ cell: Int, _ isOwn: [Bool?], _ wanted: Bool) -> Double? {
        let options = isOwn.indices.filter { isOwn[$0] == wanted }.compactMap {
            readings.option(cell: cell, asking: $0)
        }
        return options.isEmpty
            ? nil : Double(options.reduce(0, +)) / Double(options.count * max(1, readings.options - 1))
    }
}
