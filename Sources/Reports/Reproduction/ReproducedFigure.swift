/// One printed figure and what the folder's files give in its place.
package struct ReproducedFigure: Sendable {
    /// The row, or the column, of the table.
    package let name: String
    /// As printed; `nil` where the paper shows it in a drawing only.
    package let printed: Double?
    /// As the released notebooks compute it; `nil` where undefined.
    package let legacy: Double?
    /// As this program computes it; `nil` where undefined.
    package let strict: Double?
    /// What accounts for legacy − printed.
    package let fromPrinted: [CauseEffect]
    /// What each rule of `legacy`, exchanged alone for that of `strict`, does.
    package let fromLegacy: [CauseEffect]
    /// The two numbers that each share is of, where it is a share of things counted.
    package let shares: Shares?

    /// A part and its whole under each scoring.
    package struct Shares: Sendable, Hashable {
        /// Under `legacy`.
        package let legacy: Share
        /// Under `strict`.
        package let strict: Share

        /// Shares.
        package init(legacy: Share, strict: Share) {
            (self.legacy, self.strict) = (legacy, strict)
        }
    }

    /// So many of so many.
    package struct Share: Sendable, Hashable {
        /// How many.
        package var part: Int
        /// Of how many.
        package var whole: Int

        /// A share.
        package init(_ part: Int, of whole: Int) {
            (self.part, self.whole) = (part, whole)
        }

        /// The quotient, `nil` of nothing.
        package var value: Double? { whole > 0 ? Double(part) / Double(whole) : nil }
    }

    /// A figure.
    package init(
        name: String, printed: Double?, legacy: Double?, strict: Double?, fromPrinted: [CauseEffect] = [],
        fromLegacy: [CauseEffect] = [], shares: Shares? = nil
    ) {
        (self.name, self.printed, self.legacy, self.strict) = (name, printed, legacy, strict)
        (self.fromPrinted, self.fromLegacy, self.shares) = (fromPrinted, fromLegacy, shares)
    }

    /// legacy − printed.
    package var difference: Double? { Self.minus(legacy, printed) }

    /// strict − legacy.
    package var change: Double? { Self.minus(strict, legacy) }

    /// What no cause accounts for of legacy − printed; 0 where only rounding is left.
    ///
    /// - Parameter places: the decimals printed.
    package func unexplained(places: Int) -> Double? {
        guard let difference else { return nil }
        let rest = fromPrinted.reduce(difference) { $0 - $1.effect }
        var half = 0.5
        for _ in 0..<places { half /= 10 }
        return abs(rest) <= half * (1 + 1e-9) ? 0 : rest
    }

    /// What the rules exchanged together do beyond the sum of what each does alone.
    package var together: Double? {
        guard let change else { return nil }
        let rest = fromLegacy.reduce(change) { $0 - $1.effect }
        return abs(rest) < 1e-12 ? 0 : rest
    }

    private static func minus(_ one: Double?, _ other: Double?) -> Double? {
        guard let one, let other else { return nil }
        return one - other
    }
}
