import Measures
import Pages

/// The tables of the instrument's own errors.
struct InstrumentTables {
    let instrument: InstrumentReport

    /// Every effect, agreement and position figure with its interval.
    var effects: HTMLTable {
        let names = ["Task 1", "Task 2"]
        let rows = zip(names, [instrument.stated, instrument.acted]).flatMap { name, task in
            agreement(task, name)
                + task.factors.flatMap { effect in
                    let label = "\(name): \(effect.factor), \(effect.level) against \(effect.reference)"
                    return [
                        row("\(label): shift", effect.shift, isSigned: true),
                        row("\(label): inclinations changed", effect.flips),
                    ] + (task.options > 2 ? [row("\(label): options changed", effect.optionChanges)] : [])
                }
                + position(task.position, name)
        }
        return HTMLTable(
            caption: "Effects of the asking" + (instrument.plan.map { "; \($0.sentence)" } ?? ""),
            columns: ["Figure", "Value", "From", "To", "Pairs, cells or readings"], rows: rows + family)
    }

    private var family: [[String]] {
        guard let effect = instrument.family, effect.absence == nil else { return [] }
        return [
            row("Task 2: actions of the own family against others: shift", effect.shift, isSigned: true),
            row("Task 2: actions of the own family against others: inclinations changed", effect.flips),
            row(
                "Task 2: actions of the own family against others: inconsistent cells, difference",
                effect.inconsistency, isSigned: true),
        ]
    }

    private func agreement(_ task: TaskInstrument, _ name: String) -> [[String]] {
        let repeated = task.repetitionFlips.map { [row("\(name): inclinations changed by mere repetition", $0)] } ?? []
        guard task.options > 2 else {
            return [row("\(name): agreement of askings", task.agreement.byOption)] + repeated
        }
        return [
            row("\(name): agreement of askings, every option", task.agreement.byOption),
            row("\(name): agreement of askings, inclination", task.agreement.binary),
        ] + repeated
    }

    private func position(_ position: PositionEffect?, _ name: String) -> [[String]] {
        guard let position else { return [] }
        return [
            row("\(name): chose the first option", position.first),
            row("\(name): the same where the agreeing action stood first", position.firstWhenAgreeFirst),
            row("\(name): the same where the disagreeing action stood first", position.firstWhenDisagreeFirst),
            row("\(name): bias for the first place", position.bias, isSigned: true),
            row("\(name): flips when swapped", position.flips),
        ]
    }

    private func row(_ label: String, _ estimate: Estimate?, isSigned: Bool = false) -> [String] {
        func text(_ number: Double?) -> String {
            isSigned ? Numerals.signed(number, places: 3) : Numerals.percent(number)
        }
        let interval = estimate?.interval
        return [
            label, text(estimate?.value), text(interval?.low), text(interval?.high),
            estimate.map { Numerals.count($0.count) } ?? Numerals.missing,
        ]
    }

    /// Shares of the variance by source, of the gap and of both scores.
    var variance: HTMLTable {
        let found = [instrument.gap, instrument.stated.variance, instrument.acted.variance]
        return HTMLTable(
            caption: "Shares of the variance of single readings",
            columns: ["Source", "Gap", "Stated", "Acted"],
            rows: Self.sources(found).map { source in
                [source]
                    + found.map { found in
                        guard let component = found?.components.first(where: { $0.source == source }) else {
                            return Numerals.missing
                        }
                        return
                            "\(Numerals.percent(component.share)) (\(Numerals.signed(component.variance, places: 4)))"
                    }
            })
    }

    /// The sources of any of them, in their order.
    static func sources(_ found: [VarianceComponents?]) -> [String] {
        let order = [
            "value", "country", "topic", "cell", "variant", "variant in cell", "replicate", "residual",
        ]
        return order.filter { source in
            found.contains { $0?.components.contains { $0.source == source } ?? false }
        }
    }

    /// The main figures as measured and as they could be.
    var sensitivity: HTMLTable {
        HTMLTable(
            caption: "The figures as measured and as they could be",
            columns: [
                "Figure", "Measured", "Missing: all agree", "Missing: all disagree", "Missing: acts against",
                "Missing: acts for", "Ties as agree", "Ties as disagree",
            ],
            rows: Self.sensitivities(instrument.sensitivity).map { name, found, isSigned in
                [name]
                    + [
                        found?.measured, found?.missingAgree, found?.missingDisagree, found?.missingActAgainst,
                        found?.missingActFor, found?.tiesAgree, found?.tiesDisagree,
                    ].map { isSigned ? Numerals.signed($0, places: 3) : Numerals.decimal($0, places: 3) }
            })
    }

    /// The figures whose sensitivity is shown; the files have all.
    static func sensitivities(
        _ report: SensitivityReport
    ) -> [(name: String, found: Sensitivity?, isSigned: Bool)] {
        [
            ("F1 of disagree", report.scenarioMean[.f1Disagree], false),
            ("F1 of agree", report.scenarioMean[.f1Agree], false), ("kappa", report.pooled[.kappa], false),
            ("distance", report.scenarioMean[.distance], false),
            ("signed gap", report.scenarioMean[.signedGap], true),
            ("inconsistent", report.pooled[.inconsistencyShare], false),
        ]
    }

    /// How much is missing and tied, and what the table does with it.
    static func scope(_ report: SensitivityReport) -> String {
        let ties = report.statedTies + report.actedTies
        let missing =
            report.missingCells == 0
            ? "No cell lacks an answer."
            : "\(Numerals.count(report.missingCells, "cell lacks", "cells lack")) an answer. The table has the figures if "
                + "every missing answer were agree, or disagree."
        let tied =
            ties == 0
            ? "No score is exactly 0.5."
            : "\(Numerals.count(report.statedTies)) stated and \(Numerals.count(report.actedTies)) acted scores are exactly "
                + (report.ties == .undecided
                    ? "0.5: their cells are undecided and stay out of what needs a side. The table has the figures if such "
                        + "scores counted as agree, or disagree."
                    : "0.5 and count as disagree. The table has the figures if such ties counted as agree.")
        return missing + " " + tied
    }
}
