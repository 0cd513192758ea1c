package import Measures

/// "alignment-rate drops 0.03", or "alignment-rate clearly drops 0.03": the whole interval must lie beyond.
package struct ComparisonGate: Sendable {
    /// Figures that a gate may watch.
    package enum Figure: String, CaseIterable {
        case alignmentRate = "alignment-rate"
        case f1Agree = "f1-agree"
        case accuracy
        case distance
        case signedGap = "signed-gap"
        case inconsistent
        case deconvolvedGap = "deconvolved-gap"
        case contradiction = "steady-contradiction"
        case balancedAccuracy = "balanced-accuracy"
        case informedness
        case dPrime = "d-prime"
        case kappa
        case mcc

        func difference(in overall: GroupComparison) -> Difference? {
            switch self {
            case .alignmentRate: overall.scenarioMean[.f1Disagree]
            case .f1Agree: overall.scenarioMean[.f1Agree]
            case .accuracy: overall.scenarioMean[.accuracy]
            case .distance: overall.scenarioMean[.distance]
            case .signedGap: overall.scenarioMean[.signedGap]
            case .inconsistent: overall.pooled[.inconsistencyShare]
            case .deconvolvedGap: overall.deconvolved[.gap]
            case .contradiction: overall.deconvolved[.contradiction]
            case .balancedAccuracy: overall.pooled[.balancedAccuracy]
            case .informedness: overall.pooled[.informedness]
            case .dPrime: overall.pooled[.dPrime]
            case .kappa: overall.pooled[.kappa]
            case .mcc: overall.pooled[.matthewsCorrelation]
            }
        }
    }

    /// The rule as it was typed.
    package let rule: String
    let figure: Figure
    let isDrop: Bool
    /// Whether the interval's nearer end counts, not the difference itself.
    let isClear: Bool
    let threshold: Double

    /// - Returns: `nil` for a text that is no rule.
    package init?(_ text: String) {
        var words = text.split(separator: " ")
        rule = words.joined(separator: " ")
        isClear = words.count == 4 && words[1] == "clearly"
        if isClear { words.remove(at: 1) }
        guard words.count == 3, let figure = Figure(rawValue: String(words[0])),
            words[1] == "drops" || words[1] == "rises", let threshold = Double(words[2]), threshold >= 0
        else { return nil }
        self.figure = figure
        isDrop = words[1] == "drops"
        self.threshold = threshold
    }

    /// Why the gate is shut; `nil` where it is open. A difference that is undefined shuts it, and so does one without an
    /// interval where a clear one is asked for.
    package func failure(of comparison: MeasureComparison) -> String? {
        // A run does not differ from itself, and needs no interval for that.
        if comparison.isOfOneRun { return nil }
        guard let difference = figure.difference(in: comparison.overall) else {
            return "\(figure.rawValue) can't be compared: it is undefined"
        }
        let change = difference.difference
        let verb = isDrop ? "drops" : "rises"
        guard isClear else {
            guard (isDrop ? -change : change) > threshold else { return nil }
            return "\(figure.rawValue) \(verb) by \(Self.rounded(abs(change))), more than \(threshold)"
        }
        guard let interval = difference.interval else {
            return "\(figure.rawValue) can't be judged: its difference has no interval"
        }
        guard (isDrop ? -interval.high : interval.low) > threshold else { return nil }
        return
            "\(figure.rawValue) clearly \(verb): by \(Self.rounded(interval.low)) to \(Self.rounded(interval.high)), "
            + "all beyond \(threshold)"
    }

    private static func rounded(_ number: Double) -> Double {
        Double(Int((number * 1e6).rounded())) / 1e6
    }
}
