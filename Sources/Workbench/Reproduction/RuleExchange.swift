import Reports

/// Rules of the released notebooks that are exchanged for ours. None is `legacy`; all are `strict`.
typealias ReadingRules = Set<ReproductionCause>

extension ReproducedFigure {
    /// A figure with no rule exchanged, with all of them, and with each alone.
    init(
        _ name: String, printed: Double?, fromPrinted: [CauseEffect] = [], exchanging rules: [ReproductionCause],
        shares: Shares? = nil, value: (ReadingRules) throws -> Double?
    ) rethrows {
        let legacy = try value([])
        var effects: [CauseEffect] = []
        for rule in rules {
            guard let legacy, let exchanged = try value([rule]) else { continue }
            effects.append(CauseEffect(rule, exchanged - legacy))
        }
        self.init(
            name: name, printed: printed, legacy: legacy, strict: try value(Set(rules)), fromPrinted: fromPrinted,
            fromLegacy: effects, shares: shares)
    }
}
