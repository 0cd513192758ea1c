import Reading
import Text

/// Where the attributions of actions stand.
package struct SpanTally: Sendable, Hashable {
    /// So many of so many.
    package struct Share: Sendable, Hashable {
        /// Attributions that stand in their action letter by letter, and all.
        package var literal = 0, all = 0

        /// So many of so many.
        package init(literal: Int = 0, all: Int = 0) { (self.literal, self.all) = (literal, all) }
    }

    /// The attributions of actions that the paper's notebooks can read, in JSON alone; and of all.
    package struct Reading: Sendable, Hashable {
        package var strict = Share(), tolerant = Share()
    }

    /// Of all actions.
    package private(set) var whole = Reading()
    /// By prompt variant, where there are several.
    package private(set) var byVariant: [Int: Reading] = [:]
    /// How the attributions were found that were.
    package private(set) var manners: [SpanFinder.Manner: Int] = [:]
    /// Attributions that stand nowhere in their action; blank ones are none.
    package private(set) var elsewhere = 0
    /// Actions of which some attribution stands nowhere.
    package private(set) var actionsElsewhere = 0
    /// Spans that the file itself gives, with their place.
    package private(set) var given = 0

    init(_ dataset: ActionDataset) {
        for row in dataset.rows {
            let tolerant = Self.share(row.action.action)
            // What is no reply was read as it stands.
            let strict = row.notation == nil ? tolerant : row.asNotebooks.map(Self.share) ?? Share()
            whole.add(strict, tolerant)
            if let variant = row.action.variant { byVariant[variant, default: Reading()].add(strict, tolerant) }
            given += row.action.spans.count
            find(row.action.action)
        }
    }

    private mutating func find(_ action: Action) {
        var isElsewhere = false
        for attribution in action.attributions where !attribution.trimmed.isEmpty {
            // Nearly all stand there letter by letter, which is quickly seen.
            if LiteralSearch.contains(attribution.trimmed, in: action.text) {
                manners[.literal, default: 0] += 1
            } else if let found = SpanFinder.find(attribution, in: action.text) {
                manners[found.manner, default: 0] += 1
            } else {
                elsewhere += 1
                isElsewhere = true
            }
        }
        if isElsewhere { actionsElsewhere += 1 }
    }

    private static func share(_ action: Action) -> Share {
        Share(
            literal: action.attributions.count { LiteralSearch.contains($0, in: action.text) },
            all: action.attributions.count)
    }
}

extension SpanTally.Reading {
    mutating func add(_ strict: SpanTally.Share, _ tolerant: SpanTally.Share) {
        self.strict.literal += strict.literal
        self.strict.all += strict.all
        self.tolerant.literal += tolerant.literal
        self.tolerant.all += tolerant.all
    }
}
