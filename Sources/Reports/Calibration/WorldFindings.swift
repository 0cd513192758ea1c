import Measures
import Pages

/// What the worlds showed, in sentences.
struct WorldFindings {
    let worlds: [WorldCalibration]

    var sentences: [String] { [errors, scales].compactMap(\.self) }

    private var errors: String? {
        let shown: [CalibratedMeasure] = [.inconsistencyShare, .slipCorrected, .deconvolvedGap]
        let parts = shown.compactMap { measure in
            WorldCalibration.range(worlds, measure).map { "\(measure.label) \($0)" }
        }
        guard !parts.isEmpty else { return nil }
        let count = worlds.count == 1 ? "In one world" : "Over \(Numerals.count(worlds.count)) worlds"
        return
            "\(count) in which slips and gap hang together in different ways, recovered figures of the gap differ from "
            + "true ones, mean over respondents of a world, by: " + listed(parts) + "."
    }

    /// What turning the scale does to a liking for its first end.
    private var scales: String? {
        let measures: [CalibratedMeasure] = [.statedRate, .inconsistencyShare, .deconvolvedGap]
        let both = worlds.flatMap(\.biases).filter { $0.bias == .primacy }
        guard let turned = both.first(where: { $0.scale == .asAsked }),
            let fixed = both.first(where: { $0.scale == .fromAgreement })
        else { return nil }
        let parts = measures.compactMap { measure -> String? in
            guard let before = mean(measure, fixed), let after = mean(measure, turned) else { return nil }
            return "\(measure.label) by \(Numerals.signed(before, places: 3)) and \(Numerals.signed(after, places: 3))"
        }
        guard !parts.isEmpty else { return nil }
        return
            "A liking for the first end of the scale (\(Numerals.plain(turned.level))) moves, where all scales start at "
            + "agreement and where half of them are turned: " + listed(parts) + " (mean over worlds)."
    }

    private func mean(_ measure: CalibratedMeasure, _ bias: WorldCalibration.Bias) -> Double? {
        let shifts = worlds.compactMap { $0.shifts[bias]?[measure]?.value }
        return shifts.isEmpty ? nil : shifts.reduce(0, +) / Double(shifts.count)
    }
}
