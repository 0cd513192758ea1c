/// Why a figure has no interval. Raw values are the words in JSON.
package enum IntervalAbsence: String, Error, Sendable, Hashable, Codable, CaseIterable {
    /// The figure itself is undefined.
    case undefined
    /// There are fewer than two clusters with a counted cell: nothing can be drawn anew.
    case oneCluster = "fewer_than_two_clusters"
    /// The figure is the same in every draw, so that draws say nothing of its error, and it is no share, for which
    /// Wilson's interval still would.
    case sameInEveryDraw = "same_in_every_draw"
    /// The answers on which the figure turns (mostly those of disagree) come from fewer clusters than an interval needs.
    case tooFewDisagreeing = "too_few_disagreeing_clusters"
    /// The figure has the least or the greatest value that it could have, as a kappa without any cell that disagrees in
    /// both tasks: its error can't be told from one side alone.
    case atItsLimit = "at_its_limit"
    /// Fewer clusters were drawn than an interval of this figure needs to hold, as simulations show.
    case tooFewClusters = "too_few_clusters"
    /// The figure is undefined in more than one of twenty draws.
    case oftenUndefined = "undefined_in_many_draws"

    /// The reason as a clause that can stand after “no interval: ”.
    package var clause: String {
        switch self {
        case .undefined: "the figure is undefined"
        case .oneCluster: "there are fewer than two clusters to draw"
        case .sameInEveryDraw: "it is the same in every draw, which says nothing of its error"
        case .tooFewDisagreeing: "the answers it turns on come from too few clusters"
        case .atItsLimit: "it has the least or the greatest value that it could have"
        case .tooFewClusters: "there are too few clusters for it to hold"
        case .oftenUndefined: "it is undefined in more than one draw of 20"
        }
    }
}

/// An interval, or why there is none.
package typealias IntervalOutcome = Result<Interval, IntervalAbsence>

extension IntervalOutcome {
    /// The interval, `nil` where there is none.
    package var interval: Interval? { try? get() }

    /// Why there is none, `nil` where there is one.
    package var absence: IntervalAbsence? {
        if case .failure(let absence) = self { absence } else { nil }
    }
}
