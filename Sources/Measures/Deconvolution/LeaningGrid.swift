/// The leanings that the mixture puts its weights on: sin²(π(i + ½)/2G) for i in 0..<G, close where leanings are clear,
/// none of them ½.
enum LeaningGrid {
    /// G.
    static let size = 24

    /// In rising order.
    static let leanings: [Double] = (0..<size).map { place in
        // sin² x = ½ (1 − cos 2x), and cos by its series about the nearest multiple of π/2: the same on every machine.
        let angle = Double.pi * (Double(place) + 0.5) / Double(size)
        return (1 - cosine(angle)) / 2
    }

    /// By leaning: whether it is farther than 0.2 from ½.
    static let isSteady: [Bool] = leanings.map { abs($0 - 0.5) > Leanings.steady }

    /// cos x for 0 ≤ x ≤ π.
    private static func cosine(_ x: Double) -> Double {
        if x > .pi / 2 { return -cosine(.pi - x) }
        let square = x * x
        var (term, sum) = (1.0, 1.0)
        for even in stride(from: 2.0, through: 30, by: 2) {
            term *= -square / ((even - 1) * even)
            sum += term
        }
        return sum
    }
}
