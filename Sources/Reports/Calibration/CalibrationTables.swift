import Measures
import Pages

/// The tables of a calibration's page.
struct CalibrationTables {
    let calibration: Calibration

    /// How each measure came back under one bias, over all gaps; everything together under `nil`.
    func recovery(_ bias: CalibratedBias?) -> HTMLTable {
        let measures = calibration.overall.first { $0.bias == bias }?.measures ?? [:]
        return HTMLTable(
            caption:
                "\(bias.map { $0.label } ?? "all places of the grid together"): recovered against true, over all gaps",
            columns: ["Measure"] + Self.recoveryColumns,
            rows: CalibratedMeasure.allCases.map { [$0.label] + Self.fields(measures[$0]) })
    }

    /// How one measure came back at each place of the grid.
    func places(_ measure: CalibratedMeasure) -> HTMLTable {
        HTMLTable(
            caption: "\(measure.label): recovered against true at each place of the grid",
            columns: ["Bias", "Level", "True gap", "True disagree"] + Self.recoveryColumns,
            rows: calibration.points.map { row in
                [
                    row.point.bias.label, Numerals.plain(row.point.level), Numerals.plain(row.point.gap),
                    Numerals.decimal(row.baseRate),
                ] + Self.fields(row.measures[measure])
            })
    }

    private static let recoveryColumns = [
        "Respondents", "True", "True of all such", "Recovered", "Bias", "Its standard error", "RMSE", "Hold the true",
        "Hold that of all such",
    ]

    private static func fields(_ recovery: Recovery?) -> [String] {
        [
            Numerals.count(recovery?.subjects ?? 0), Numerals.decimal(recovery?.truth, places: 3),
            Numerals.decimal(recovery?.population, places: 3), Numerals.decimal(recovery?.recovered, places: 3),
            Numerals.signed(recovery?.bias, places: 3), Numerals.decimal(recovery?.standardError, places: 3),
            Numerals.decimal(recovery?.rmse, places: 3), held(recovery?.coverage), held(recovery?.populationCoverage),
        ]
    }

    /// `0.92 (0.85…0.96)`: a share, as all that stands beside it.
    static func held(_ coverage: Recovery.Coverage?) -> String {
        guard let coverage, let interval = coverage.interval else { return Numerals.missing }
        let ends = [interval.low, interval.high].map { Numerals.decimal($0) }
        return "\(Numerals.decimal(coverage.share)) (\(ends.joined(separator: "…")))"
    }

    /// What stands where too few respondents were asked to say anything.
    static let notTested = "not tested"

    /// The same of simulations, where there are enough of them.
    private static func found(_ coverage: Recovery.Coverage?) -> String {
        guard let coverage, coverage.intervals >= PowerTable.fewest else { return notTested }
        return held(coverage)
    }

    /// What each bias does to each measure, in units of the gap.
    var confounding: HTMLTable {
        HTMLTable(
            caption:
                "How much more gap moves the measure as far as 0.1 more of the bias; with ● where it is confounded",
            columns: ["Measure"] + calibration.grid.biases.map(\.bias.label),
            rows: CalibratedMeasure.allCases.map { measure in
                let all = calibration.grid.biases.compactMap { calibration.confounding(of: measure, by: $0.bias) }
                return [measure.label]
                    + all.map { field in
                        guard let isConfounded = field.isConfounded else { return Self.untested(field) }
                        let gap = field.gapEquivalent.flatMap { abs($0) < 100 ? $0 / 10 : nil }
                        return Numerals.signed(gap, places: 3) + (isConfounded ? " ●" : "")
                    }
            })
    }

    /// A figure that too few respondents test, or that is defined in none.
    private static func untested(_ field: Confounding) -> String {
        (field.slope?.subjects ?? 0) == 0 ? Numerals.missing : notTested
    }

    /// The slopes behind that, with their intervals.
    var slopes: HTMLTable {
        func slope(_ name: [String], _ slope: Slope?) -> [String] {
            guard let slope else { return name + [String](repeating: Numerals.missing, count: 3) }
            guard let interval = slope.interval else { return name + [String](repeating: Self.notTested, count: 3) }
            return name
                + [slope.value, interval.lowerBound, interval.upperBound].map { Numerals.signed($0 / 10, places: 3) }
        }
        let ofGap = CalibratedMeasure.allCases.compactMap { measure in
            calibration.confounding.first { $0.measure == measure }.map {
                slope([measure.label, "the gap itself"], $0.gapSlope)
            }
        }
        return HTMLTable(
            caption: "The change of each measure for 0.1 more of the gap, and of a bias at a fixed true gap",
            columns: ["Measure", "Of what", "Change", "95 % from", "to"],
            rows: ofGap + calibration.confounding.map { slope([$0.measure.label, $0.bias.label], $0.slope) },
            textColumns: 2)
    }

    /// The smallest design for each contrast, by measure.
    func smallest(_ power: PowerTable) -> HTMLTable {
        HTMLTable(
            caption: "The fewest questions (scenarios × variants × replicates) that find the difference in "
                + "\(Numerals.decimal(PowerTable.wanted, places: 1)) of \(Numerals.count(power.simulations)) simulations",
            columns: ["True gaps"] + PowerTable.measures.map(\.label),
            rows: power.contrasts.filter { $0.difference > 0 }.map { contrast in
                [contrast.label]
                    + PowerTable.measures.map { measure in
                        guard power.simulations >= PowerTable.fewest else { return Self.notTested }
                        return power.smallest(contrast, measure).map {
                            "\(Numerals.count($0.design.questions(values: power.values))) (\($0.design.short))"
                        } ?? "none of these"
                    }
            })
    }

    /// The power of every design for one contrast.
    func power(_ power: PowerTable, _ contrast: PowerTable.Contrast) -> HTMLTable {
        let title =
            contrast.difference == 0
            ? "no difference (both \(Numerals.plain(contrast.gap))): found by mistake" : "\(contrast.label): found"
        return HTMLTable(
            caption: "True gaps \(title), with Wilson’s interval",
            columns: ["Scenarios", "Variants", "Replicates", "Questions"] + PowerTable.measures.map(\.label),
            rows: power.designs.map { design in
                [
                    Numerals.count(design.scenarios), Numerals.count(design.variants),
                    Numerals.count(design.replicates), Numerals.count(design.questions(values: power.values)),
                ] + PowerTable.measures.map { Self.found(power.cell(contrast, design, $0)?.found) }
            })
    }
}
