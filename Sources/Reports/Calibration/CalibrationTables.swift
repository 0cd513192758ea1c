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

    /// `92 % (85…96)`.
    static func held(_ coverage: Recovery.Coverage?) -> String {
        guard let coverage, let interval = coverage.interval else { return Numerals.missing }
        let ends = [interval.low, interval.high].map { Numerals.decimal(100 * $0, places: 0) }
        return "\(Numerals.percent(coverage.share, places: 0)) (\(ends.joined(separator: "…")))"
    }

    /// What each bias does to each measure, in units of the gap.
    var confounding: HTMLTable {
        HTMLTable(
            caption:
                "How much more gap moves the measure as far as 0.1 more of the bias; with ● where it is confounded",
            columns: ["Measure", "0.1 more gap itself"] + calibration.grid.biases.map(\.bias.label),
            rows: CalibratedMeasure.allCases.map { measure in
                let all = calibration.grid.biases.compactMap { calibration.confounding(of: measure, by: $0.bias) }
                return [measure.label, Numerals.signed(all.first?.gapSlope.map { $0.value / 10 }, places: 3)]
                    + all.map { field in
                        let gap = field.gapEquivalent.flatMap { abs($0) < 100 ? $0 / 10 : nil }
                        return Numerals.signed(gap, places: 3) + (field.isConfounded == true ? " ●" : "")
                    }
            })
    }

    /// The slopes behind that, with their intervals.
    var slopes: HTMLTable {
        HTMLTable(
            caption: "The change of each measure for 0.1 more of the bias, the true gap being fixed",
            columns: ["Measure", "Bias", "Change", "95 % from", "to", "Share of the gap’s effect", "Confounded"],
            rows: calibration.confounding.map { row in
                [
                    row.measure.label, row.bias.label, Numerals.signed(row.slope.map { $0.value / 10 }, places: 3),
                    Numerals.signed(row.slope?.interval.map { $0.lowerBound / 10 }, places: 3),
                    Numerals.signed(row.slope?.interval.map { $0.upperBound / 10 }, places: 3),
                    Numerals.percent(row.share, places: 0),
                    row.isConfounded.map { $0 ? "yes" : "no" } ?? Numerals.missing,
                ]
            }, textColumns: 2)
    }

    /// The smallest design for each contrast, by measure.
    func smallest(_ power: PowerTable) -> HTMLTable {
        HTMLTable(
            caption: "The fewest questions (scenarios × variants × replicates) that find the difference in "
                + "\(Numerals.percent(PowerTable.wanted, places: 0)) of \(Numerals.count(power.simulations)) simulations",
            columns: ["True gaps"] + PowerTable.measures.map(\.label),
            rows: power.contrasts.filter { $0.difference > 0 }.map { contrast in
                [contrast.label]
                    + PowerTable.measures.map { measure in
                        power.smallest(contrast, measure).map {
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
                ] + PowerTable.measures.map { CalibrationTables.held(power.cell(contrast, design, $0)?.found) }
            })
    }
}
