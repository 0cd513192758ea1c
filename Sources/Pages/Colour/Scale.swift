/// A colour scale of a heatmap: so many steps of even lightness, so that it also reads in grey and to every kind of
/// colour vision. Each kind of number has its own hue, the same on every figure.
package enum Scale: String, CaseIterable, Sendable {
    /// Stated scores, 0 (agree) … 1 (disagree): blue.
    case stated
    /// Acted scores, 0 (agree) … 1 (disagree): orange.
    case acted
    /// Distance |acted − stated|, 0…1: plum.
    case distance
    /// The signed gap acted − stated, −1…1: blue below nothing, orange above.
    case signed

    /// Steps on each scale; odd, so that the signed scale has one for nothing.
    static let steps = 25

    /// The numbers at its two ends.
    var domain: ClosedRange<Double> { self == .signed ? -1...1 : 0...1 }

    /// The step of a number, 0 ..< ``steps``; nil where the number is missing.
    package func step(_ value: Double?) -> Int? {
        guard let value, value.isFinite else { return nil }
        let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return Int((min(max(share, 0), 1) * Double(Scale.steps - 1)).rounded())
    }

    /// The style class of a step: a letter and a number.
    func style(_ step: Int) -> String {
        switch self {
        case .stated: "a\(step)"
        case .acted: "b\(step)"
        case .distance: "c\(step)"
        case .signed: "d\(step)"
        }
    }

    /// The colour of a step: on light ground more is darker, on dark ground more is lighter.
    func colour(_ step: Int, dark: Bool) -> Colour {
        let share = Double(step) / Double(Scale.steps - 1)
        guard self == .signed else { return Scale.sequential(share, hue: hue, dark: dark) }
        let distance = abs(share * 2 - 1)
        return Scale.sequential(distance, hue: share < 0.5 ? Scale.stated.hue : Scale.acted.hue, dark: dark)
    }

    private var hue: Double {
        switch self {
        case .stated: 252
        case .acted, .signed: 55
        case .distance: 338
        }
    }

    private static func sequential(_ share: Double, hue: Double, dark: Bool) -> Colour {
        let lightness = dark ? 0.27 + 0.61 * share : 0.965 - 0.60 * share
        let chroma = share == 0 ? 0.004 : 0.012 + 0.145 * (1 - (1 - share) * (1 - share))
        return Colour(lightness: lightness, chroma: chroma * (dark ? 0.85 : 1), hue: hue)
    }
}
