import Text

/// A question's id: the first 16 bytes, in lower-case hexadecimal, of the SHA-256 of a canonical encoding of what
/// determines the question.
///
/// ``CanonicalEncoding`` says how; what may be absent is a list of none or one. Changing it, or the version, makes every
/// stored reply a stranger: a test holds it still.
enum QuestionIdentity {
    static let version = "vlens-question-1"

    static func id(
        task: StudyTask, scenario: Scenario, values: [String], variant: Int, replicate: Int, first: Inclination?,
        system: String?, prompt: String
    ) -> String {
        var encoding = CanonicalEncoding(version: version, capacity: prompt.utf8.count + 1024)
        encoding.append(task.rawValue)
        encoding.append(scenario.country)
        encoding.append(scenario.topic)
        encoding.append(values)
        encoding.append(variant)
        encoding.append(replicate)
        encoding.append(first.map { [$0.rawValue] } ?? [])
        encoding.append(system.map { [$0] } ?? [])
        encoding.append(prompt)
        return encoding.digest(bytes: 16)
    }
}
