/// Whether an action, or an answer, goes with a value or against it.
///
/// Coded `agree` = 0 and `disagree` = 1 in every matrix, file and page.
package enum Inclination: String, Sendable, Hashable, Codable, CaseIterable {
    case agree
    case disagree

    /// 0 for `agree`, 1 for `disagree`.
    package var code: UInt8 { self == .agree ? 0 : 1 }

    /// The other one.
    package var opposite: Inclination { self == .agree ? .disagree : .agree }
}

/// A country and a topic: the situation in which values are asked about.
package struct Scenario: Sendable, Hashable {
    /// The country, as questions name it.
    package let country: String
    /// The topic of social life, as questions name it.
    package let topic: String

    /// A scenario.
    package init(country: String, topic: String) {
        self.country = country
        self.topic = topic
    }
}

/// The unit that every measure compares: one value in one scenario.
package struct Cell: Sendable, Hashable {
    /// The country and topic.
    package let scenario: Scenario
    /// The value's name as the theory spells it.
    package let value: String

    /// A cell.
    package init(scenario: Scenario, value: String) {
        self.scenario = scenario
        self.value = value
    }
}

/// A first-person sentence that shows one inclination in one cell (paper, section 3: "value-informed action").
package struct Action: Sendable, Hashable {
    /// The sentence.
    package let text: String
    /// The spans that show the value. In what we ship each is a literal substring of ``text``; in imported data it
    /// need not be.
    package let attributions: [String]
    /// Why the sentence shows the inclination.
    package let explanation: String

    /// An action.
    package init(text: String, attributions: [String], explanation: String) {
        self.text = text
        self.attributions = attributions
        self.explanation = explanation
    }
}

/// Two actions in one cell: one goes with the value, one against it.
package struct ActionPair: Sendable, Hashable {
    /// The action that expresses the value.
    package let agree: Action
    /// The action that resists it.
    package let disagree: Action

    /// A pair.
    package init(agree: Action, disagree: Action) {
        self.agree = agree
        self.disagree = disagree
    }

    /// The action of one inclination.
    package subscript(inclination: Inclination) -> Action {
        inclination == .agree ? agree : disagree
    }
}
