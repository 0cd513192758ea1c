/// On how many clusters a figure rests in truth, which decides how its interval is made.
///
/// Numbers of clusters are effective ones, (Σ d)² / Σ d² with d what each cluster adds (Kish 1965): 56 values of which
/// one holds nearly all disagreement are little more than one value to the F1 of disagree.
package enum FigureBasis: Sendable, Hashable {
    /// Nothing is known: the draws alone make the interval.
    case unknown
    /// A mean of scores within a range.
    case mean(ClosedRange<Double>)
    /// A share: clusters behind all that is shared out, and behind the rarer of its two parts. The F1 of disagree is
    /// such a share, too: of the answers that disagree, those whose cell disagrees in the other task as well.
    case share(clusters: Double, rarer: Double)
    /// A figure that turns on the rarer inclination: the clusters behind that one, and the range within which the
    /// figure could lie if the commoner inclination's rates stayed as they are.
    case rate(clusters: Double, range: ClosedRange<Double>)
    /// A difference, of two runs' figures or of two scores such as d′: the clusters behind the part with fewer.
    case difference(clusters: Double, range: ClosedRange<Double>)
}

/// (Σ d)² / Σ d²: how many clusters of equal size would weigh as much; 0 where nothing is there.
struct EffectiveClusters {
    private var sum = 0.0
    private var squares = 0.0

    init() {}

    init(_ amounts: some Sequence<Double>) {
        for amount in amounts { add(amount) }
    }

    mutating func add(_ amount: Double) {
        sum += amount
        squares += amount * amount
    }

    var number: Double { squares > 0 ? sum * sum / squares : 0 }
}

/// From how many effective clusters on each kind of interval is made. The figures come from simulations of how often
/// intervals hold the truth (`vlens-benchmarks coverage`; docs/measures.md has the table).
enum EnoughClusters {
    /// Below this, too few clusters share in a figure for any interval.
    static let forAny = 3.0
    /// Below this, one cluster makes up nearly all that a share is of: no interval.
    static let forShares = 1.5
    /// Below this, one cluster makes up nearly all of a share's rarer part: Wilson's interval over clusters.
    static let forVariance = 2.0
    /// Below this, the draws' own quantiles fall short: intervals come from the standard error and t instead.
    static let forQuantiles = 30.0
    /// With fewer clusters nothing is known from all of them saying the same: n of them do with a probability of
    /// 2^(1−n), which falls below 5 % with six.
    static let forUnanimity = 6
}
