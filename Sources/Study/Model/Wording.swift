/// A text with a name by which reports call it.
package struct NamedText: Sendable, Hashable {
    /// The name in reports: "portrait", "options first".
    package let name: String
    /// The text, with placeholders in braces.
    package let text: String

    /// A named text.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// What form an answer shall have.
package struct Requirement: Sendable, Hashable {
    /// The name in reports: "choice alone".
    package let name: String
    /// The text, with placeholders in braces.
    package let text: String
    /// Whether it asks for the reasons of the answer. The study file says it; it changes no prompt, so that it is no part
    /// of question ids nor of the protocol's hash.
    package let asksForReasons: Bool

    /// A requirement.
    package init(name: String, text: String, asksForReasons: Bool = false) {
        (self.name, self.text, self.asksForReasons) = (name, text, asksForReasons)
    }
}

/// One way to ask for ratings in Task 1, with the scale that belongs to it.
package struct StatedFraming: Sendable, Hashable {
    /// The name in reports: "direct inquiry", "portrait".
    package let name: String
    /// What is asked. Placeholders: `{country}` and `{topic}`, both needed.
    package let instruction: String
    /// How one value is listed. Placeholders: `{name}` (needed), `{gloss}`, `{portrait}`.
    package let value: String
    /// How one option is listed. Placeholders: `{number}` and `{label}`, both needed.
    package let option: String
    /// The scale's labels, two or more, from the most agreement to the least. Option k of n (k from 1) is coded
    /// (k − 1) / (n − 1): 0 = agree, 1 = disagree.
    package let options: [String]

    /// A framing.
    package init(name: String, instruction: String, value: String, option: String, options: [String]) {
        self.name = name
        self.instruction = instruction
        self.value = value
        self.option = option
        self.options = options
    }

    /// The scale's labels as they are shown: from agreement, or from disagreement.
    package func shown(isReversed: Bool) -> [String] { isReversed ? options.reversed() : options }
}

/// The wording of Task 1: every framing × order × requirement is a variant.
package struct StatedWording: Sendable, Hashable {
    /// The system message, if any. Placeholders: `{country}`, `{topic}`.
    package let system: String?
    /// The framings.
    package let framings: [StatedFraming]
    /// The whole prompt's layouts. Placeholders: `{instruction}`, `{values}`, `{options}`, `{requirement}`, all needed.
    package let orders: [NamedText]
    /// What form the answer shall have. No placeholders.
    package let requirements: [Requirement]
    /// Which end of the scale stands first (see ``StudyDefinition/scaleStart(inVariant:)``).
    package let first: FirstOption

    /// A wording of Task 1.
    package init(
        system: String?, framings: [StatedFraming], orders: [NamedText], requirements: [Requirement],
        first: FirstOption = .agree
    ) {
        self.system = system
        self.framings = framings
        self.orders = orders
        self.requirements = requirements
        self.first = first
    }
}

/// Which inclination stands first: in Task 1 which end of the scale, in Task 2 which action in the first level of the
/// order factor, whose second level is always the reverse.
package enum FirstOption: String, Sendable, Hashable, CaseIterable {
    /// Now one, now the other. Task 1: agreement in one half of the variants. Task 2: the agree-action in one half of
    /// the cells, so that every single variant is balanced over cells (see ``StudyDefinition/first(in:order:)``).
    case balanced
    /// Agreement in every variant; the agree-action in every cell.
    case agree
    /// Disagreement in every variant; the disagree-action in every cell.
    case disagree
}

/// The wording of Task 2: every context × order × requirement is a variant.
package struct ActedWording: Sendable, Hashable {
    /// The system message, if any. Placeholders: `{country}`, `{topic}`.
    package let system: String?
    /// The situations in which a choice is asked. Placeholders: `{country}` and `{topic}`, both needed; `{value}` and
    /// `{gloss}` where the study wants the value named.
    package let contexts: [NamedText]
    /// The names of the order factor's two levels.
    package let orders: [String]
    /// Which action the first level puts first.
    package let first: FirstOption
    /// The labels of the first and the second option: "Option 1", "Option 2".
    package let options: [String]
    /// How one option is listed. Placeholders: `{label}` and `{action}`, both needed.
    package let option: String
    /// The whole prompt's layout. Placeholders: `{context}`, `{options}`, `{requirement}`, all needed.
    package let layout: String
    /// What form the answer shall have. Placeholders: `{first}`, `{second}`, the two labels.
    package let requirements: [Requirement]

    /// The names of the fields that the requirements ask to hold the choice: "action" of `{"action": "{first}"}`.
    package var choiceKeys: [String] {
        var keys: [String] = []
        for requirement in requirements {
            for slot in ["{first}", "{second}"] {
                for before in requirement.text.beginnings(before: slot) {
                    if let key = Self.key(endingAt: before), !keys.contains(key) { keys.append(key) }
                }
            }
        }
        return keys
    }

    /// The quoted names before the colons of a requirement, in their order: "action" and "explanation" of
    /// `{"action": "{first}" or "{second}", "explanation": "your reason"}`.
    package static func fieldNames(in requirement: String) -> [String] {
        requirement.indices.filter { requirement[$0] == ":" || requirement[$0] == "：" }
            .compactMap { key(endingAt: requirement[...$0]) }
    }

    /// The quoted name before a colon at the end of a text, quotation marks and blanks at its very end aside.
    private static func key(endingAt text: Substring) -> String? {
        let quotes: Set<Character> = ["\"", "'", "“", "”", "„", "«", "»", "‘", "’", "`", "「", "」", "『", "』"]
        func trimmed(_ text: Substring) -> Substring {
            var text = text
            while let last = text.last, last.isWhitespace || quotes.contains(last) { text.removeLast() }
            return text
        }
        var rest = trimmed(text)
        guard let colon = rest.popLast(), colon == ":" || colon == "：" else { return nil }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        guard let quote = rest.popLast(), quotes.contains(quote) else { return nil }
        let name = rest.reversed().prefix { !quotes.contains($0) && $0 != "\n" }.reversed()
        return name.isEmpty || name.count > 60 ? nil : String(name)
    }

    /// A wording of Task 2.
    package init(
        system: String?, contexts: [NamedText], orders: [String], first: FirstOption, options: [String], option: String,
        layout: String, requirements: [Requirement]
    ) {
        self.system = system
        self.contexts = contexts
        self.orders = orders
        self.first = first
        self.options = options
        self.option = option
        self.layout = layout
        self.requirements = requirements
    }
}

extension String {
    /// What stands before each occurrence of `mark`.
    fileprivate func beginnings(before mark: String) -> [Substring] {
        ranges(of: mark).map { self[..<$0.lowerBound] }
    }
}
