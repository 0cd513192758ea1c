import Text

/// How a model is asked to write value-informed actions: every wording × order × requirement is a variant.
///
/// It is no part of the protocol's hash: what Tasks 1 and 2 ask does not hang on it.
package struct GenerationWording: Sendable, Hashable {
    /// Which part of the answer is written before the other; the action always comes first.
    package enum Part: String, Sendable, Hashable, CaseIterable {
        /// The words of the action that show the value.
        case attributions
        /// Why the action shows it.
        case explanation
    }

    /// In which order the parts of the answer are asked for.
    package struct Order: Sendable, Hashable {
        /// The name in reports: "explanation first".
        package let name: String
        /// What is written right behind the action.
        package let first: Part
        /// How it is asked for; names the three members of the object.
        package let text: String

        /// An order.
        package init(name: String, first: Part, text: String) {
            (self.name, self.first, self.text) = (name, first, text)
        }
    }

    /// The members of the object that is asked for, as every order's text names them.
    package static let keys = ["action", "attributions", "explanation"]
    /// The most words of an action (paper, section 3).
    package static let mostWords = 50

    /// The system message, if any. Placeholders: `{country}`, `{topic}`, `{language}`.
    package let system: String?
    /// What expressing a value, and going against it, are called: what stands for `{inclination}`.
    package let inclinations: [Inclination: String]
    /// What is asked for. Placeholders: `{country}`, `{topic}`, `{value}`, `{inclination}`, all needed; `{gloss}`, `{language}`.
    package let wordings: [NamedText]
    /// In which order the parts are asked for. Placeholder: `{language}`.
    package let orders: [Order]
    /// What an action has to be like. Placeholder: `{language}`.
    package let requirements: [NamedText]
    /// The whole prompt's layout. Placeholders: `{wording}`, `{order}`, `{requirement}`, all needed.
    package let layout: String
    /// What is added where an answer was not in order. Placeholders: `{problems}`, needed, and `{answer}`, what was written.
    package let again: String
    /// What is said of each way in which an answer was not in order.
    package let problems: [FormProblem: String]

    /// A wording.
    package init(
        system: String? = nil, inclinations: [Inclination: String], wordings: [NamedText], orders: [Order],
        requirements: [NamedText], layout: String, again: String, problems: [FormProblem: String]
    ) {
        (self.system, self.inclinations, self.wordings, self.orders) = (system, inclinations, wordings, orders)
        (self.requirements, self.layout, self.again, self.problems) = (requirements, layout, again, problems)
    }
}

/// One of the ways in which an action is asked for.
package struct GenerationVariant: Sendable, Hashable {
    /// `(wording × orders + order) × requirements + requirement`, from 0; 0 … 7 where each factor has two levels.
    package let index: Int
    /// The wording's name.
    package let wording: String
    /// The order's name.
    package let order: String
    /// The requirement's name.
    package let requirement: String
}

extension GenerationWording {
    /// All variants, in the order of their index.
    package var variants: [GenerationVariant] {
        wordings.indices.flatMap { wording in
            orders.indices.flatMap { order in
                requirements.indices.map { requirement in
                    GenerationVariant(
                        index: (wording * orders.count + order) * requirements.count + requirement,
                        wording: wordings[wording].name, order: orders[order].name,
                        requirement: requirements[requirement].name)
                }
            }
        }
    }

    /// The order of a variant; `nil` for one that there is not.
    package func order(ofVariant index: Int) -> Order? {
        guard index >= 0, !requirements.isEmpty, !orders.isEmpty else { return nil }
        return orders[index / requirements.count % orders.count]
    }
}

/// A way in which an answer is no action that can be used, so that it is asked for again. The raw values are what the store and
/// every file hold.
package enum FormProblem: String, Sendable, Hashable, CaseIterable {
    /// No object could be read.
    case noObject
    /// The answer ended before its object did.
    case cutOff
    /// One of the three parts is missing or empty.
    case missingParts
    /// More than 50 words.
    case tooLong
    /// More than one sentence.
    case severalSentences
    /// Nobody speaks of themselves.
    case notFirstPerson
    /// It is in another language than it was asked in.
    case otherLanguage
    /// It holds markup, braces, or signs that steer.
    case marks
    /// Words that are said to show the value do not stand in the action.
    case spanElsewhere
    /// Another action of the same collection says the same.
    case duplicate
}
