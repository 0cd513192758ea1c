/// What the instrument makes of respondents of one world, whose slips and gap hang together in a way of their own.
package struct WorldCalibration: Sendable {
    /// The world's name on the command line.
    package let name: String
    /// The world in a few words.
    package let words: String
    /// The share of cells, of endlessly many, whose leanings lie on opposite sides.
    package let gap: Double
    /// The gap of the other respondents that power is told for; `nil` in a world without a gap.
    package let otherGap: Double?
    /// Recovered against true, of the respondents without a bias.
    package let recovery: [CalibratedMeasure: Recovery]
    /// How far each bias moves each measure; one that too few respondents test is not there.
    package let shifts: [Bias: [CalibratedMeasure: PairedShift]]
    /// How well each measure tells this gap from the other; one that too few respondents test is not there.
    package let power: [CalibratedMeasure: WorldPower]

    /// One bias at one level, in one way to show the scale.
    package struct Bias: Sendable, Hashable {
        /// The bias.
        package let bias: CalibratedBias
        /// Its probability; added to the world's own for the place.
        package let level: Double
        /// Which way the scale of Task 1 is shown.
        package let scale: Scale

        /// A bias.
        package init(_ bias: CalibratedBias, level: Double, scale: Scale = .asAsked) {
            (self.bias, self.level, self.scale) = (bias, level, scale)
        }
    }

    /// Which end of Task 1's scale stands first. Raw values are the names in JSON.
    package enum Scale: String, Sendable, Hashable, CaseIterable {
        /// As the study has it.
        case asAsked = "as_asked"
        /// Agreement in every variant, where the study turns the scale in some.
        case fromAgreement = "from_agreement"
    }

    /// The figures of one respondent of a world, by number; one number is one seed.
    package typealias Respondents = [CalibratedSubject]

    /// Summarises respondents.
    ///
    /// - Parameters:
    ///   - plain: those without a bias, by the way in which the scale is shown; as the study has it at least.
    ///   - other: those of the other gap.
    ///   - biased: those with one, which are compared with the plain ones of the same number and scale.
    package init(
        name: String, words: String, gap: Double, otherGap: Double?, plain: [Scale: Respondents], other: Respondents,
        biased: [Bias: Respondents]
    ) {
        (self.name, self.words, self.gap, self.otherGap) = (name, words, gap, otherGap)
        let asked = plain[.asAsked] ?? []
        recovery = Self.byMeasure { measure in Recovery(asked.compactMap { $0.figures[measure] }) }
        var shifts: [Bias: [CalibratedMeasure: PairedShift]] = [:]
        for (bias, respondents) in biased {
            let without = Dictionary(
                (plain[bias.scale] ?? []).map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
            shifts[bias] = Self.byMeasure { measure in
                PairedShift(
                    respondents.compactMap { respondent in
                        guard let before = without[respondent.number]?.figures[measure]?.recovered,
                            let after = respondent.figures[measure]?.recovered
                        else { return nil }
                        return after - before
                    })
            }
        }
        self.shifts = shifts
        power = Self.byMeasure { measure in
            WorldPower(
                same: asked.compactMap { $0.figures[measure]?.recovered },
                other: other.compactMap { $0.figures[measure]?.recovered })
        }
    }

    private static func byMeasure<Value>(_ value: (CalibratedMeasure) -> Value?) -> [CalibratedMeasure: Value] {
        var found: [CalibratedMeasure: Value] = [:]
        for measure in CalibratedMeasure.allCases { found[measure] = value(measure) }
        return found
    }
}
