/// A respondent whose answers are computed in this process: it needs no server, no key and no connection.
package struct LocalRespondent: Sendable, Hashable {
    /// Everything that can change an answer, by name. Two with the same settings answer the same.
    package let recordedSettings: [String: String]
    /// Makes the respondent.
    package let make: @Sendable () -> any Respondent

    /// A respondent with these settings.
    package init(recordedSettings: [String: String], make: @escaping @Sendable () -> any Respondent) {
        self.recordedSettings = recordedSettings
        self.make = make
    }

    package static func == (left: LocalRespondent, right: LocalRespondent) -> Bool {
        left.recordedSettings == right.recordedSettings
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(recordedSettings)
    }
}
