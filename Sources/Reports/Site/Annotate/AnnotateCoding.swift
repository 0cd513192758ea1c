/// An item's codes as its coder sees them.
package struct AnnotateCoding: Sendable, Hashable {
    /// A code.
    package struct Code: Sendable, Hashable {
        /// As the form names it.
        package var id: String
        package var name, definition: String
        /// What it applies to, and what not.
        package var examples, excludes: [String]
        /// Its key; `nil` where none is left.
        package var key: String?
        /// Whether it is ticked, and whether a model ticked it and the coder has not.
        package var isTicked, isPrefilled: Bool

        /// A code.
        package init(
            id: String, name: String, definition: String, examples: [String] = [], excludes: [String] = [],
            key: String? = nil, isTicked: Bool = false, isPrefilled: Bool = false
        ) {
            (self.id, self.name, self.definition) = (id, name, definition)
            (self.examples, self.excludes, self.key) = (examples, excludes, key)
            (self.isTicked, self.isPrefilled) = (isTicked, isPrefilled)
        }
    }

    /// Codes of one level.
    package struct Level: Sendable, Hashable {
        package var name: String
        package var codes: [Code]

        /// A level.
        package init(name: String, codes: [Code]) { (self.name, self.codes) = (name, codes) }
    }

    /// A code that the coder would add.
    package struct Proposal: Sendable, Hashable {
        package var name, definition: String

        /// A proposal.
        package init(name: String, definition: String) { (self.name, self.definition) = (name, definition) }
    }

    /// In the codebook's order.
    package var levels: [Level]
    /// Whether it is said that no code applies.
    package var saysNone: Bool
    /// What the coder proposes; `nil` where the codebook takes no proposals.
    package var proposal: Proposal?

    /// Codes.
    package init(levels: [Level], saysNone: Bool = false, proposal: Proposal? = nil) {
        (self.levels, self.saysNone, self.proposal) = (levels, saysNone, proposal)
    }

    /// Ticks what a form that comes back has ticked.
    package mutating func tick(_ ids: Set<String>, saysNone: Bool) {
        for level in levels.indices {
            for code in levels[level].codes.indices {
                levels[level].codes[code].isTicked = ids.contains(levels[level].codes[code].id)
                levels[level].codes[code].isPrefilled = false
            }
        }
        self.saysNone = saysNone
    }
}
