/// The study that was run.
package struct StudySummary: Sendable, Equatable {
    /// Its title, for people.
    package var title: String
    /// Its name on the command line.
    package var name: String
    /// The hash of all that determines what is asked.
    package var protocolHash: String
    /// The theory of values, and where it comes from.
    package var theory, theorySource: String

    /// A study with all its parts.
    package init(title: String, name: String, protocolHash: String, theory: String, theorySource: String) {
        self.title = title
        self.name = name
        self.protocolHash = protocolHash
        self.theory = theory
        self.theorySource = theorySource
    }
}

/// Who was asked.
package struct RespondentSummary: Sendable, Equatable {
    /// The respondent's name, such as `openai/gpt-4o-mini`.
    package var name: String
    /// Whether no model was asked, but a simulated subject: then every output says so in its title.
    package var isSimulated: Bool
    /// Whether the replies were recorded by others.
    package var isImported: Bool
    /// The model names that the server reported.
    package var servedModels: [String]
    /// Settings that shaped the replies: temperature, maximal tokens, variants, replicates.
    package var settings: [LabelledText]
    /// Who served the replies, and what was not sent with them.
    package var serving: ServingSummary
    /// What tells this run from others of the same respondent, such as "run 2, temperature 0.7"; nil where there is no
    /// other.
    package var distinction: String?

    /// A respondent with all its parts.
    package init(
        name: String, isSimulated: Bool = false, isImported: Bool = false, servedModels: [String] = [],
        settings: [LabelledText] = [], serving: ServingSummary = ServingSummary(), distinction: String? = nil
    ) {
        self.distinction = distinction
        self.name = name
        self.isSimulated = isSimulated
        self.isImported = isImported
        self.servedModels = servedModels
        self.settings = settings
        self.serving = serving
    }

    /// The name with what must never be missing beside it.
    package var label: String {
        marks.isEmpty ? name : "\(name) (\(marks))"
    }

    /// What must never be missing beside the name; empty for a model that was asked here.
    var marks: String {
        [isSimulated ? "simulated respondent" : nil, isImported ? "imported replies" : nil, distinction]
            .compactMap { $0 }.joined(separator: ", ")
    }
}

/// When a run took place and what it took.
package struct RunSummary: Sendable, Equatable {
    /// Its number in the store; nil where it has none.
    package var number: Int?
    /// When it began and ended, as shown to people.
    package var started, finished: String?
    /// When the first and the last of its replies came, as shown to people; nil where that isn't known.
    package var askedFrom, askedTo: String?
    /// The files that its replies were imported from; none for a run that was asked.
    package var importedFiles: [SourceFile]
    /// The file that its actions were imported from; nil where they are the study's own.
    package var actionsFile: SourceFile?
    /// What it took; nil where that is not known.
    package var spending: SpendingSummary?

    /// A run with what is known of it.
    package init(
        number: Int? = nil, started: String? = nil, finished: String? = nil, askedFrom: String? = nil,
        askedTo: String? = nil, importedFiles: [SourceFile] = [], actionsFile: SourceFile? = nil,
        spending: SpendingSummary? = nil
    ) {
        self.number = number
        self.askedFrom = askedFrom
        self.askedTo = askedTo
        self.importedFiles = importedFiles
        self.actionsFile = actionsFile
        self.started = started
        self.finished = finished
        self.spending = spending
    }
}

/// A file that something was imported from.
package struct SourceFile: Sendable, Equatable {
    /// Its name, without the folder.
    package var name: String
    /// SHA-256 of its bytes, in hexadecimal digits; nil where that isn't known.
    package var sha256: String?
    /// When it was imported, as shown to people; nil where that isn't known.
    package var imported: String?

    /// A file with what is known of it.
    package init(name: String, sha256: String? = nil, imported: String? = nil) {
        self.name = name
        self.sha256 = sha256
        self.imported = imported
    }
}

/// Tokens and money that a run took.
package struct SpendingSummary: Sendable, Equatable {
    /// Tokens of all prompts and of all answers, as far as the server reported them.
    package var tokensIn, tokensOut: Int
    /// Tokens of hidden reasoning among those of the answers.
    package var tokensReasoning: Int
    /// Replies whose usage the server did not report: the counts and the cost leave them out.
    package var repliesWithoutUsage: Int
    /// Attempts that brought no reply, though the server may have charged for one.
    package var attemptsLost: Int
    /// US dollars, for the tokens that were reported; nil where the price is not known.
    package var dollars: Double?
    /// The day on which the prices were looked up.
    package var pricesDate: String?

    /// What a run took.
    package init(
        tokensIn: Int, tokensOut: Int, tokensReasoning: Int = 0, repliesWithoutUsage: Int = 0, attemptsLost: Int = 0,
        dollars: Double? = nil, pricesDate: String? = nil
    ) {
        self.tokensIn = tokensIn
        self.tokensOut = tokensOut
        self.tokensReasoning = tokensReasoning
        self.repliesWithoutUsage = repliesWithoutUsage
        self.attemptsLost = attemptsLost
        self.dollars = dollars
        self.pricesDate = pricesDate
    }
}

/// A text under a label.
package struct LabelledText: Sendable, Equatable {
    /// What it is, such as `temperature`.
    package var label: String
    /// What it says, such as `0.2`.
    package var text: String

    /// A text and its label.
    package init(_ label: String, _ text: String) {
        self.label = label
        self.text = text
    }
}

/// A prompt as it was sent.
package struct SamplePrompt: Sendable, Equatable {
    /// Which task and cell it asks, such as `Task 1 · Philippines · Politics`.
    package var caption: String
    /// The prompt itself, line breaks kept.
    package var text: String

    /// A prompt under its caption.
    package init(caption: String, text: String) {
        self.caption = caption
        self.text = text
    }
}
