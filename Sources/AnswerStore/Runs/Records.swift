package import Foundation

/// A study as a run was asked it: enough to show and measure the run when the study's files are gone.
package struct StudyRecord: Sendable, Equatable {
    /// The study's short name: "pilot".
    package var name: String
    /// SHA-256, in lower-case hex, of all that determines the questions.
    package var protocolHash: String
    /// The study file's text.
    package var source: String
    /// The action pairs, one action a line as JSON; `nil` for a study that asks for none.
    package var actions: String?
    /// What its values and variants are, for tables that others read; `nil` where that is not at hand, and in what is read back.
    package var words: StudyWords?

    /// A study.
    package init(name: String, protocolHash: String, source: String, actions: String?, words: StudyWords? = nil) {
        self.words = words
        self.name = name
        self.protocolHash = protocolHash
        self.source = source
        self.actions = actions
    }
}

/// A VIA dataset that was imported, kept for later runs.
package struct DatasetRecord: Sendable, Equatable {
    /// The name under which runs find it: "via".
    package var name: String
    /// The file it came from, without its folder.
    package var origin: String
    /// The complete action pairs, one action a line as JSON.
    package var actions: String
    /// What the import found, as JSON.
    package var summary: String

    /// A dataset.
    package init(name: String, origin: String, actions: String, summary: String) {
        self.name = name
        self.origin = origin
        self.actions = actions
        self.summary = summary
    }
}

/// How a run came to be.
package enum RunOrigin: String, Sendable, Codable {
    /// This program asked the questions.
    case asked
    /// Replies that others recorded.
    case imported
    /// This program had a model write value-informed actions.
    case generated
    /// This program had a model judge items.
    case judged
    /// This program had a model predict what another one states, from what that one chose.
    case predicted

    /// Whether its replies are answers to Task 1 and Task 2, from which a gap can be measured.
    package var isMeasured: Bool { self == .asked || self == .imported }
}

/// Where a run stands.
package enum RunStatus: String, Sendable, Codable {
    /// A process asks, or was killed while it asked.
    case running
    /// Stopped before the end, on request or by an error.
    case stopped
    /// Every question was asked; some may have failed.
    case finished
}

/// One respondent × one study × settings.
package struct RunRecord: Sendable, Equatable {
    /// The store's number of the run; 0 before it is stored.
    package var id: Int64 = 0
    /// What makes two starts the same run: a hash of study, respondent and settings.
    package var key: String
    /// The respondent as the user named it: "openai/gpt-4o-mini".
    package var respondent: String
    /// Asked by this program, or imported.
    package var origin: RunOrigin
    /// Settings that reach the respondent, as a JSON object.
    package var settings: String
    /// What was selected of the study, start by start: a JSON array without repetitions.
    package var selections: [String]
    /// The program's version at the run's first start.
    package var toolVersion: String
    /// First start.
    package var started: Date
    /// Last end; `nil` while it runs and after a kill.
    package var finished: Date?
    /// Where it stands.
    package var status: RunStatus

    /// A run that is not stored yet.
    package init(
        key: String, respondent: String, origin: RunOrigin, settings: String, selections: [String],
        toolVersion: String, started: Date, finished: Date? = nil, status: RunStatus = .running
    ) {
        self.key = key
        self.respondent = respondent
        self.origin = origin
        self.settings = settings
        self.selections = selections
        self.toolVersion = toolVersion
        self.started = started
        self.finished = finished
        self.status = status
    }
}
