package import Measures
package import Pages
package import Reports
import Study

/// Which of the questions that were read differently an address chooses.
package struct SideBySideFilter: Sendable {
    private let differ: SideBySideAddress.Differ
    private let task: StudyTask?
    private let country, topic, value: Int?
    private let axes: Axes

    /// - Throws: `AddressProblem` where the study has no country, topic or value of a name.
    package init(_ address: SideBySideAddress, axes: Axes) throws(AddressProblem) {
        func number(_ name: String, _ text: String?, in names: [String]) throws(AddressProblem) -> Int? {
            guard let text else { return nil }
            guard let number = names.firstIndex(of: text) else {
                throw AddressProblem(
                    name: name, value: text, expected: "one of the study’s own, as the page lists them")
            }
            return number
        }
        country = try number("country", address.country, in: axes.countries)
        topic = try number("topic", address.topic, in: axes.topics)
        value = try number("value", address.value, in: axes.values)
        task = address.task.map { $0 == .stated ? .stated : .acted }
        (differ, self.axes) = (address.differ, axes)
    }

    /// Whether a question is chosen. Of Task 1 a value chooses the questions in which it was rated differently.
    package func holds(_ entry: DifferingQuestions.Entry) -> Bool {
        switch differ {
        case .any: break
        case .answer: guard entry.answersDiffer else { return false }
        case .state: guard entry.statesDiffer else { return false }
        }
        guard task == nil || task == entry.task else { return false }
        let place = axes.position(ofCell: entry.firstCell(axes))
        guard country == nil || country == place.country, topic == nil || topic == place.topic else { return false }
        guard let value else { return true }
        return entry.task == .acted ? place.value == value : entry.values.contains(value)
    }
}

extension DifferingQuestions.Entry {
    /// Its cell, of Task 1 the first one of its scenario.
    func firstCell(_ axes: Axes) -> Int { task == .acted ? place : place * axes.values.count }
}
