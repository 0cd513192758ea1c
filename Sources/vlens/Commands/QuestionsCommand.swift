import ArgumentParser
import Elicitation
import Foundation
import Respondents
import Study
import Text
public import Workbench

/// Questions out, for whoever asks them elsewhere.
struct QuestionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions",
        abstract: "Write a study's questions as files: for batches, Inspect AI, other programs, people.",
        discussion: """
            Nothing is asked and no key is needed. What comes back is taken by 'vlens import', by the questions' ids.

            Forms: jsonl (a question a line), openai-batch (what batch interfaces of OpenAI's kind take), inspect (a \
            folder with a data set and a task), csv (a table for people).

            Examples:
              vlens questions --form openai-batch --model openai/gpt-4o-mini --out plan.jsonl
              vlens questions --form csv --by-value --variants 0 --out survey.csv
            """)

    @Option(help: ArgumentHelp("jsonl, openai-batch, inspect or csv.", valueName: "form"))
    var form: QuestionForm

    @Option(help: ArgumentHelp("Where to write it; standard output where none is named.", valueName: "file"))
    var out: String?

    @Option(
        help: ArgumentHelp(
            "The most questions of a file; more files are numbered. A batch is cut at 50,000 questions and 200 MB in any case.",
            valueName: "questions"))
    var split: Int?

    @Flag(help: "A row for each value of Task 1, as a survey asks it (csv).")
    var byValue = false

    @OptionGroup var study: StudyOptions
    @OptionGroup(title: "Respondent") var model: ModelOptions
    @OptionGroup(title: "Selection") var part: SelectionOptions
    @OptionGroup var store: StoreOption

    func validate() throws {
        if let split, split < 1 { throw ValidationError("--split \(split): at least one question is needed") }
        if split != nil, out == nil || form == .inspect {
            throw ValidationError("--split needs --out FILE, and a form of files: jsonl, openai-batch or csv")
        }
        if byValue, form != .csv {
            throw ValidationError("--by-value is of --form csv; a model is asked all values at once")
        }
        if form == .inspect, out == nil {
            throw ValidationError("--form inspect writes a folder: name it, such as --out inspect-questions")
        }
        if form != .openAIBatch, let option = model.server.request.given(notFor: form) {
            throw ValidationError("\(option) changes what is sent, and --form \(form.rawValue) does not hold that")
        }
    }

    func run() async throws {
        try await reporting {
            let loaded = try study.load().joined(with: store.existing())
            let selection = try part.selection(of: loaded.definition)
            guard form == .openAIBatch else { return try await write(loaded, selection, nil) }
            try await batchRespondent().withRespondent { respondent in
                guard let filed = respondent as? any FiledRespondent else { throw Self.otherFormat(model.model) }
                try await write(loaded, selection, filed)
            }
        }
    }

    /// Who would be asked; no key is looked for, and no address, since nothing is sent.
    private func batchRespondent() throws -> RespondentSpecification {
        let name = try ModelName(model.model)
        guard !name.isSimulated else {
            throw ValidationError(
                "--form openai-batch holds the model's name: give it, such as --model openai/gpt-4o-mini")
        }
        var options = try model.connection()
        options.keyFile = nil
        options.baseURL = options.baseURL ?? "https://questions.invalid/v1"
        let specification = try RespondentSpecification.resolve(
            name, options: options, environment: [:], demandsKey: false)
        guard case .openAICompatible = specification else { throw Self.otherFormat(model.model) }
        if let warning = specification.warnings.first {
            throw CommandFailure("\(warning); a file of questions must hold no key", exitCode: CommandFailure.misuse)
        }
        return specification
    }

    private static func otherFormat(_ model: String) -> CommandFailure {
        CommandFailure(
            "'\(model)' is asked in another format than OpenAI's, which --form openai-batch writes: take --form jsonl, or a "
                + "gateway's name for it", exitCode: CommandFailure.misuse)
    }

    private func write(_ loaded: LoadedStudy, _ selection: Selection, _ filed: (any FiledRespondent)?) async throws {
        let export = try QuestionExport(
            form, of: loaded, selection, respondent: filed, isByValue: byValue, split: split, settings: try settings())
        let work = await StoppableWork<QuestionExport.Written>.during(grace: .seconds(10), display: nil) { stop in
            try SlowNotice.during { notice in
                func progress(_ done: Int) throws {
                    if stop.isOn { throw CancellationError() }
                    notice.done(done, of: export.count, "writing question")
                }
                guard let out else { return try export.write(to: Self.show, progress: progress) }
                if form == .inspect { return try export.write(folder: out, progress: progress) }
                return try export.write(file: out, progress: progress)
            }
        }
        if work.isStopped {
            throw CommandFailure(
                "stopped: no file was written", exitCode: CommandFailure.incomplete, signal: work.signal)
        }
        do {
            tell(try work.result.get())
        } catch is NobodyReads {
            // What else is to be told of it is told where the program ends.
            return
        }
    }

    /// To a terminal as text that steers nothing; elsewhere to the byte.
    private static func show(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        if Terminal.output.isInteractive { Terminal.output.write(text) } else { Output.deliver(text) }
        if Output.hasFailed { throw NobodyReads() }
    }
}

/// Standard output can't be written any more: whoever reads it has seen enough, or the disk is full.
private struct NobodyReads: Error {}

extension QuestionForm: ExpressibleByArgument {}
