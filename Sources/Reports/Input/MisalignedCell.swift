/// An example of a gap: a cell whose stated and acted sides differ, with both its actions and all its readings.
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
    /// The text of the action that was chosen more often; empty where the study has no actions.
    package var action: String
    /// The side that this action takes.
    package var inclination: Inclination
    /// The spans of the action that are said to show the value; not all need stand in it literally.
    package var attributions: [String]
    /// Why the action shows it, as written when the action was.
    package var explanation: String
    /// The text of the other action; empty where the study has none.
    package var otherAction: String
    /// All readings of the cell.
    package var readings: Readings
    /// Why it chose as it did, as a reply that chose the more frequent action says; nil where none does.
    package var justification: String?

    /// The readings of a cell, each in the order of asking.
    package struct Readings: Sendable, Equatable {
        /// Options of Task 1, from 0 (most agreement), and how many there are to choose from.
        package var stated: [Int]
        package var options: Int
        /// Choices in Task 2.
        package var acted: [Inclination]

        /// The readings of a cell.
        package init(stated: [Int] = [], options: Int = 0, acted: [Inclination] = []) {
            (self.stated, self.options, self.acted) = (stated, options, acted)
        }
    }

    /// A cell with all its parts.
    package init(
        country: String, topic: String, value: String, stated: Double, acted: Double, action: String,
        inclination: Inclination, attributions: [String] = [], explanation: String = "", otherAction: String = "",
        readings: Readings = Readings(), justification: String? = nil
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
        self.otherAction = otherAction
        self.readings = readings
        self.justification = justification
    }

    /// acted − stated: positive where it acts against what it says it values.
    package var signedGap: Double { acted - stated }
}
