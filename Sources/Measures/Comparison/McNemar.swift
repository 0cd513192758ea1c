/// McNemar's test of two paired shares: do as many cells change one way as the other?
///
/// It takes cells as independent, which they are not where they cluster by value; the sign-flip test of a
/// `MeasureComparison` does not.
package struct McNemar: Sendable, Hashable {
    /// Cells where the property holds in the first run alone.
    package let firstOnly: Int
    /// Cells where it holds in the second run alone.
    package let secondOnly: Int
    /// The exact two-sided p-value: twice the smaller tail of Binomial(first only + second only, ½), at most 1.
    package let exact: Double
    /// The mid-p value: only half of the observed outcome's probability counts (Fagerland, Lydersen and Laake 2013).
    /// Nearer to the nominal level than the exact one, which errs towards large p.
    package let midP: Double

    /// The test of two numbers of discordant cells, taken as 0 where negative. Without any, both p-values are 1.
    package init(firstOnly: Int, secondOnly: Int) {
        self.firstOnly = max(0, firstOnly)
        self.secondOnly = max(0, secondOnly)
        let (smaller, discordant) = (min(self.firstOnly, self.secondOnly), self.firstOnly + self.secondOnly)
        guard discordant > 0 else {
            (exact, midP) = (1, 1)
            return
        }
        let (tail, outcome) = Self.fairTail(upTo: smaller, of: discordant)
        exact = min(1, 2 * tail)
        midP = self.firstOnly == self.secondOnly ? 1 - outcome / 2 : 2 * tail - outcome
    }

    /// P(X ≤ k) and P(X = k) for X ~ Binomial(n, ½), k ≤ n/2.
    ///
    /// Terms are taken relative to P(X = k), which C(n, i − 1) = C(n, i) · i / (n − i + 1) makes simple, and the
    /// logarithm of P(X = k) is a sum over logarithms, so that no factorial overflows.
    private static func fairTail(upTo k: Int, of n: Int) -> (tail: Double, outcome: Double) {
        var logarithm = CompensatedSum()
        logarithm += -Double(n) * Elementary.log(2)
        for i in stride(from: 1, through: k, by: 1) { logarithm += Elementary.log(Double(n - k + i) / Double(i)) }
        let outcome = Elementary.exp(logarithm.value)
        var (term, sum) = (1.0, 1.0)
        for i in stride(from: k, to: 0, by: -1) {
            term *= Double(i) / Double(n - i + 1)
            sum += term
        }
        return (outcome * sum, outcome)
    }
}
