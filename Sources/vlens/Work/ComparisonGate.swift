import ArgumentParser
import Measures

/// "alignment-rate drops 0.03".
struct ComparisonGate: ExpressibleByArgument, Sendable {
    /// Figures that a gate may watch.
    enum Figure: String, CaseIterable {
        case alignmentRate = "alignment-rate"
        case distance
        case kappa
    }

    /// The rule as it was typed.
    let rule: String
    let figure: Figure
    let isDrop: Bool
    let threshold: Double

    init?(argument: String) {
        let words = argument.split(separator: " ")
        guard words.count == 3, let figure = Figure(rawValue: String(words[0])),
            words[1] == "drops" || words[1] == "rises", let threshold = Double(words[2]), threshold >= 0
        else { return nil }
        rule = words.joined(separator: " ")
        self.figure = figure
        isDrop = words[1] == "drops"
        self.threshold = threshold
    }

    /// Why the gate is shut; `nil` where it is open. A difference that is undefined shuts it.
    func failure(of comparison: MeasureComparison) -> String? {
        let difference: Difference? =
            switch figure {
            case .alignmentRate: comparison.overall.scenarioMean[.f1Disagree]
            case .distance: comparison.overall.scenarioMean[.distance]
            case .kappa: comparison.overall.pooled[.kappa]
            }
        guard let change = difference?.difference else {
            return "\(figure.rawValue) can't be compared: it is undefined"
        }
        guard (isDrop ? -change : change) > threshold else { return nil }
        let rounded = Double(Int((abs(change) * 1e6).rounded())) / 1e6
        return "\(figure.rawValue) \(isDrop ? "drops" : "rises") by \(rounded), more than \(threshold)"
    }
}
