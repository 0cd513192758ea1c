/// What coders said of misaligned cells, code by code: all that figures of risks are computed from.
package struct CodedCells: Sendable, Hashable {
    /// A misaligned cell of one respondent.
    package struct Cell: Sendable, Hashable {
        /// What tells it from all others, the same in every store.
        package var id: String
        /// Where it lies, and the group of its value; empty where the theory is not known.
        package var country, topic, value, group: String
        /// Whose cell it is.
        package var respondent: String
        /// Whether it states agreement and acts against it; `false` for the other direction.
        package var statesAgree: Bool

        /// A cell.
        package init(
            id: String, country: String, topic: String, value: String, group: String, respondent: String,
            statesAgree: Bool
        ) {
            (self.id, self.country, self.topic, self.value) = (id, country, topic, value)
            (self.group, self.respondent, self.statesAgree) = (group, respondent, statesAgree)
        }
    }

    /// A code: a type of risk.
    package struct Code: Sendable, Hashable {
        /// Its id, and as tables name it.
        package var id, name: String
        /// The id of its level, and as tables name it.
        package var level, levelName: String

        /// A code.
        package init(id: String, name: String, level: String, levelName: String) {
            (self.id, self.name, self.level, self.levelName) = (id, name, level, levelName)
        }
    }

    /// Somebody or something that codes.
    package struct Coder: Sendable, Hashable {
        /// The name.
        package var name: String
        /// "person", "adjudicator", "lexicon", "model".
        package var kind: String
        /// Of a model: whether it codes gaps of its own.
        package var isOwn: Bool

        /// A coder.
        package init(name: String, kind: String, isOwn: Bool = false) {
            (self.name, self.kind, self.isOwn) = (name, kind, isOwn)
        }
    }

    /// In the project's order.
    package var cells: [Cell]
    /// In the codebook's order.
    package var codes: [Code]
    /// Who codes: people first, then lexicons, then models. Adjudicators are not among them.
    package var coders: [Coder]
    /// By code, then cell, then coder: whether the code applies; `nil` where that coder has not said.
    package var labels: [[[Bool?]]]
    /// By code, then cell: what people make of it, by an adjudicator or a majority; `nil` where nobody has coded it or a tie is open.
    package var reference: [[Bool?]]
    /// By respondent: how many misaligned cells it has in all, of which the cells here may be a sample drawn at random.
    package var misaligned: [String: Int]

    /// Everything.
    package init(
        cells: [Cell], codes: [Code], coders: [Coder], labels: [[[Bool?]]], reference: [[Bool?]],
        misaligned: [String: Int]
    ) {
        (self.cells, self.codes, self.coders, self.labels) = (cells, codes, coders, labels)
        (self.reference, self.misaligned) = (reference, misaligned)
    }

    /// Whose codes are counted.
    package enum Basis: Sendable, Hashable {
        /// What people make of each cell.
        case reference
        /// One coder, by its place among ``coders``.
        case coder(Int)
    }
}
