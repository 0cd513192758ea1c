/// The form of the answer that a question asks for: the members of one object, and nothing in them but what may be
/// answered, in the words of whoever asks. JSON Schema and grammar are its serialisations.
package struct AnswerForm: Sendable, Hashable {
    /// One member of the object.
    package struct Field: Sendable, Hashable {
        /// The member's name.
        package let name: String
        /// What it may hold.
        package let kind: Kind

        /// A member.
        package init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    /// What a member may hold.
    package indirect enum Kind: Sendable, Hashable {
        /// One of these words, as they stand.
        case oneOf([String])
        /// A place on a scale.
        case place(on: Scale)
        /// Any text.
        case text
        /// Any number of these.
        case list(of: Kind)
        /// An object of its own.
        case object(AnswerForm)
    }

    /// The members, all required, in the order in which they are to be written.
    package let fields: [Field]

    /// A form of these members.
    package init(_ fields: [Field]) {
        self.fields = fields
    }
}

extension AnswerForm {
    /// A scale 1…n, answered by the number of a place; where labels hold numbers of their own, by a label.
    package struct Scale: Sendable, Hashable {
        /// What the places are called, number 1 first.
        package let labels: [String]
        /// What is answered where a number alone may mean a place or a label: the labels, or, where one of them is a
        /// number and no more, the place and the label, as prompts list them. Nil where numbers tell.
        package let words: [String]?

        /// A scale whose places have names.
        package init(_ labels: [String]) {
            self.labels = labels
            let carryNumbers = labels.contains { label in
                label.unicodeScalars.contains { $0.properties.numericType == .decimal }
            }
            guard carryNumbers else {
                words = nil
                return
            }
            let areWords = labels.allSatisfy { label in label.unicodeScalars.contains { $0.properties.isAlphabetic } }
            words = areWords ? labels : labels.enumerated().map { "\($0.offset + 1): \($0.element)" }
        }

        /// A scale whose places have numbers alone.
        ///
        /// - Parameter count: the number of places; below 1 it counts as 1.
        package init(upTo count: Int) {
            labels = (1...max(1, count)).map(String.init)
            words = nil
        }
    }

    /// The one choice that an answer makes.
    struct Choice {
        /// The labels of what is offered.
        let labels: [String]
        /// Whether a label is written, and no number.
        let isByLabel: Bool
    }

    /// The only choice among the members, those of inner objects included; nil where there are several, or none.
    var onlyChoice: Choice? {
        var found: Choice?
        return collectChoices(&found) ? found : nil
    }

    /// - Returns: whether there is at most one so far.
    private func collectChoices(_ found: inout Choice?) -> Bool {
        for field in fields {
            let choice: Choice
            switch field.kind {
            case .oneOf(let words): choice = Choice(labels: words, isByLabel: true)
            case .place(let scale): choice = Choice(labels: scale.labels, isByLabel: scale.words != nil)
            case .text, .list: continue
            case .object(let form):
                guard form.collectChoices(&found) else { return false }
                continue
            }
            guard found == nil else { return false }
            found = choice
        }
        return true
    }
}
