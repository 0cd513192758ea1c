import Measures
import Pages

/// What a calibration found, in sentences.
struct CalibrationFindings {
    let calibration: Calibration

    /// All of them, for a page and a terminal.
    var sentences: [String] {
        [undisturbed, usual, coverage].compactMap(\.self) + confounded
            + WorldFindings(worlds: calibration.worlds).sentences + power
    }

    private func recoveries(_ bias: CalibratedBias) -> [(measure: CalibratedMeasure, recovery: Recovery)] {
        CalibratedMeasure.allCases.compactMap { measure in
            calibration.recovery(of: measure, under: bias).map { (measure, $0) }
        }
    }

    private var undisturbed: String? {
        let errors = recoveries(.undisturbed).compactMap { entry in entry.recovery.rmse.map { (entry.measure, $0) } }
        guard let worst = errors.max(by: { $0.1 < $1.1 }) else { return nil }
        if worst.1 < 1e-9 {
            return "Without noise and bias every measure is recovered exactly."
        }
        return "Without noise and bias \(worst.0.label) is recovered worst: it is "
            + "off by \(Numerals.decimal(worst.1, places: 3)) (root mean square)."
    }

    private var usual: String? {
        let shown: [CalibratedMeasure] = [.alignmentRate, .f1Agree, .kappa, .distance, .inconsistencyShare]
        let parts = shown.compactMap { measure -> String? in
            calibration.recovery(of: measure, under: .usual)?.bias
                .map { "\(measure.label) \(Numerals.signed($0, places: 3))" }
        }
        guard !parts.isEmpty else { return nil }
        return "With noise and biases as usual, recovered figures differ from true ones, on average, by: "
            + listed(parts) + "."
    }

    /// Which measures' intervals hold what they should too seldom: where even the upper end of Wilson's interval of the
    /// share lies below the level.
    private var coverage: String? {
        let level = calibration.plan.level
        let judged = recoveries(.usual).filter { $0.recovery.populationCoverage.share != nil }
        guard !judged.isEmpty else { return nil }
        let short = judged.filter { ($0.recovery.populationCoverage.interval?.high ?? 1) < level }
        let rest = judged.filter { ($0.recovery.populationCoverage.interval?.high ?? 1) >= level }
        func share(_ entry: (measure: CalibratedMeasure, recovery: Recovery)) -> String {
            Numerals.percent(entry.recovery.populationCoverage.share, places: 0)
        }
        let named = short.map { "\($0.measure.label) (\(share($0)))" }
        let shares = rest.compactMap { $0.recovery.populationCoverage.share }.sorted()
        let others =
            "\(Numerals.percent(shares.first, places: 0)) to \(Numerals.percent(shares.last, places: 0))"
        let start = "Of their \(Numerals.percent(level, places: 0)) intervals "
        if named.isEmpty { return start + "\(others), by measure, hold the true figure of all such respondents." }
        return start + "too few hold the true figure of all such respondents for \(listed(named))"
            + (rest.isEmpty ? "." : "; for the others \(others) do.")
    }

    private var confounded: [String] {
        calibration.grid.biases.map { levels in
            let all = CalibratedMeasure.allCases.compactMap {
                calibration.confounding(of: $0, by: levels.bias)
            }
            let start = levels.bias.label.prefix(1).uppercased() + levels.bias.label.dropFirst()
            guard all.contains(where: { $0.isConfounded != nil }) else {
                return "\(start): too few respondents to say what it confounds; four are needed."
            }
            let found = all.filter { $0.isConfounded == true }
            let spared = all.filter { $0.isConfounded == false }.map(\.measure.label)
            guard !found.isEmpty else { return "\(start) confounds no measure." }
            let words = found.map { "\($0.measure.label)\(equivalent($0))" }
            return "\(start): the instrument reads 0.1 more of it as this much gap: " + listed(words)
                + (spared.isEmpty ? "." : "; not confounded: \(listed(spared)).")
        }
    }

    /// " +0.03"; words only where the gap itself hardly moves the measure.
    private func equivalent(_ confounding: Confounding) -> String {
        guard let gap = confounding.gapEquivalent.map({ $0 / 10 }), abs(gap) < 10 else { return " (no gap does that)" }
        return " \(Numerals.signed(gap))"
    }

    private var power: [String] {
        guard let power = calibration.power else { return [] }
        guard power.simulations >= PowerTable.fewest else {
            return ["Power is not tested: \(Numerals.count(PowerTable.fewest)) simulations are needed."]
        }
        let measure = CalibratedMeasure.inconsistencyShare
        let found = power.contrasts.filter { $0.difference > 0 }.map { contrast in
            guard let cell = power.smallest(contrast, measure) else {
                let best = power.designs.last.flatMap { power.cell(contrast, $0, measure) }
                return
                    "\(contrast.label): none; the largest finds it \(Numerals.percent(best?.share, places: 0)) of the time"
            }
            return "\(contrast.label): \(cell.design.label) "
                + "(\(Numerals.count(cell.design.questions(values: power.values))) questions)"
        }
        guard !found.isEmpty else { return [] }
        return [
            "The smallest design whose inconsistency share tells one true gap from another in "
                + "\(Numerals.percent(PowerTable.wanted, places: 0)) of \(Numerals.count(power.simulations)) simulations: "
                + found.joined(separator: "; ") + "."
        ]
    }
}
