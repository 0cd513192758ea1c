/// A cell with a wide gap, and the action that was chosen there.
public struct MisalignedCell: Sendable, Equatable {
    /// The side that an action takes towards its value.
    public enum Inclination: String, Sendable {
        /// It shows the value.
        case agree
        /// It shows the value's opposite.
        case disagree
    }

    /// Where the cell lies.
    public var country, topic, value: String
    /// The stated and the acted score, agree = 0.
    public var stated, acted: Double
    /// The text of the action chosen.
    public var action: String
    /// The side that this action takes.
    public var inclination: Inclination
    /// The spans of the action that are said to show the value; not all need stand in it literally.
    public var attributions: [String]
    /// Why the action shows it, as written when the action was.
    public var explanation: String

    /// A cell with all its parts.
    public init(
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
    public var signedGap: Double { acted - stated }
}
