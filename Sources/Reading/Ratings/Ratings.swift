/// The ratings of one Task 1 reply.
package struct Ratings: Sendable, Hashable {
    /// The number of the option chosen for each value, in the theory's order: 1…n, 1 the strongest agreement; `nil`
    /// where the reply has none that can be read.
    package let options: [UInt8?]
    /// Values whose rating is a number that no option has, such as "5" of four.
    package let outOfRange: Int
    /// Values with two ratings left standing, or with a number and a label that contradict one another.
    package let ambiguous: Int
    /// Values behind which stands something that names no option, such as "not applicable".
    package let unrecognised: Int

    /// Ratings.
    package init(options: [UInt8?], outOfRange: Int = 0, ambiguous: Int = 0, unrecognised: Int = 0) {
        self.options = options
        self.outOfRange = outOfRange
        self.ambiguous = ambiguous
        self.unrecognised = unrecognised
    }

    /// How many values have a rating.
    package var count: Int { options.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

    /// The rating of the value at `index` as a score in [0, 1], agree = 0: (k − 1) / (n − 1).
    package func score(_ index: Int, of optionCount: Int) -> Double? {
        guard options.indices.contains(index), let option = options[index], optionCount > 1 else { return nil }
        return Double(option - 1) / Double(optionCount - 1)
    }
}

/// The outcomes that one document, or the prose, has for each value.
struct RatingSheet {
    private(set) var outcomes: [RatingOutcome?]

    init(count: Int) { outcomes = Array(repeating: nil, count: count) }

    var isEmpty: Bool { outcomes.allSatisfy { $0 == nil } }

    /// Whether it holds nothing, or nothing but text that names no option.
    var isUnrecognised: Bool { outcomes.allSatisfy { $0 == nil || $0 == RatingOutcome.none } }

    /// Adds a rating found in the same document: a second, different one leaves both standing.
    mutating func add(_ outcome: RatingOutcome, for value: Int) {
        guard let earlier = outcomes[value], earlier != outcome else {
            outcomes[value] = outcome
            return
        }
        if outcome == .none { return }
        outcomes[value] = earlier == .none ? outcome : .ambiguous
    }

    /// Takes over the ratings of a later document, which corrects this one where it is complete.
    mutating func correct(with later: RatingSheet, isComplete: Bool) {
        for (value, outcome) in later.outcomes.enumerated() {
            guard let outcome else { continue }
            if isComplete, outcome != .none {
                outcomes[value] = outcome
            } else {
                add(outcome, for: value)
            }
        }
    }

    var reading: Reading<Ratings> {
        var options: [UInt8?] = []
        var counts = (outOfRange: 0, ambiguous: 0, unrecognised: 0)
        for outcome in outcomes {
            if case .option(let number)? = outcome { options.append(number) } else { options.append(nil) }
            switch outcome {
            case .outOfRange?: counts.outOfRange += 1
            case .ambiguous?: counts.ambiguous += 1
            case RatingOutcome.none?: counts.unrecognised += 1
            default: break
            }
        }
        let ratings = Ratings(
            options: options, outOfRange: counts.outOfRange, ambiguous: counts.ambiguous,
            unrecognised: counts.unrecognised)
        if ratings.count > 0 { return .answered(ratings) }
        return .unreadable(counts.ambiguous > 0 ? .ambiguous : .notAnOption)
    }
}
