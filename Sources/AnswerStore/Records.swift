public import Foundation

/// A study as a run was asked it: enough to show and measure the run when the study's files are gone.
public struct StudyRecord: Sendable, Equatable {
    /// The study's short name: "pilot".
    public var name: String
    /// SHA-256, in lower-case hex, of all that determines the questions.
    public var protocolHash: String
    /// The study file's text.
    public var source: String
    /// The action pairs, one action a line as JSON; `nil` for a study that asks for none.
    public var actions: String?

    /// A study.
    public init(name: String, protocolHash: String, source: String, actions: String?) {
        self.name = name
        self.protocolHash = protocolHash
        self.source = source
        self.actions = actions
    }
}

/// A VIA dataset that was imported, kept for later runs.
public struct DatasetRecord: Sendable, Equatable {
    /// The name under which runs find it: "via".
    public var name: String
    /// The file it came from, without its folder.
    public var origin: String
    /// The complete action pairs, one action a line as JSON.
    public var actions: String
    /// What the import found, as JSON.
    public var summary: String

    /// A dataset.
    public init(name: String, origin: String, actions: String, summary: String) {
        self.name = name
        self.origin = origin
        self.actions = actions
        self.summary = summary
    }
}

/// How a run came to be.
public enum RunOrigin: String, Sendable, Codable {
    /// This program asked the questions.
    case asked
    /// Replies that others recorded.
    case imported
}

/// Where a run stands.
public enum RunStatus: String, Sendable, Codable {
    /// A process asks, or was killed while it asked.
    case running
    /// Stopped before the end, on request or by an error.
    case stopped
    /// Every question was asked; some may have failed.
    case finished
}

/// One respondent × one study × settings.
public struct RunRecord: Sendable, Equatable {
    /// The store's number of the run; 0 before it is stored.
    public var id: Int64 = 0
    /// What makes two starts the same run: a hash of study, respondent and settings.
    public var key: String
    /// The respondent as the user named it: "openai/gpt-4o-mini".
    public var respondent: String
    /// Asked by this program, or imported.
    public var origin: RunOrigin
    /// Settings that reach the respondent, as a JSON object.
    public var settings: String
    /// What was selected of the study, start by start: a JSON array without repetitions.
    public var selections: [String]
    /// The program's version at the run's first start.
    public var toolVersion: String
    /// First start.
    public var started: Date
    /// Last end; `nil` while it runs and after a kill.
    public var finished: Date?
    /// Where it stands.
    public var status: RunStatus

    /// A run that is not stored yet.
    public init(
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
