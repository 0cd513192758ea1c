/// A cell with a wide gap, and the action that was chosen there.
package struct MisalignedCell: Sendable, Equatable {
    /// The side that an action takes towards its value.
    package enum Inclination: String, Sendable {
        /// It shows the value.
        case agree
        /// It shows the value's opposite.
        case disagree
    }

    /// Where the cell lies.
    package var country, topic, value: String
    /// The stated and the acted score, agree = 0.
    package var stated, acted: Double
    /// The text of the action chosen.
    package var action: String
    /// The side that this action takes.
    package var inclination: Inclination
    /// The spans of the action that are said to show the value; not all need stand in it literally.
    package var attributions: [String]
    /// Why the action shows it, as written when the action was.
    package var explanation: String

    /// A cell with all its parts.
    package init(
        country: String, topic: String, value: String, stated: Double, acted: Double, action: String,
        inclination: Inclination, attributions: [String] = [], explanation: String = ""
    ) {
        self.country = country
        self.topic = topic
        self.value = value
        self.stated = stated
        self.acted = acted
        self.action = action
        self.inclination = inclination
        self.attributions = attributions
        self.explanation = explanation
    }

    /// acted − stated: positive where it acts against what it says it values.
    package var signedGap: Double { acted - stated }
}
