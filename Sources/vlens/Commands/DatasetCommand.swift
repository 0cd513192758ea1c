import ArgumentParser
import Study
import Text
import Workbench

/// Datasets of value-informed actions: looked at, converted, described.
struct DatasetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dataset", abstract: "Check, convert or describe a dataset of actions.",
        discussion: """
            A dataset is a file with one JSON object a line, as 'vlens generate' writes it, or a table as released with the \
            paper.

            Examples:
              vlens dataset check actions.jsonl
              vlens dataset convert actions.csv actions.jsonl
              vlens dataset card actions.jsonl --out published
            """,
        subcommands: [Check.self, Convert.self, Card.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a dataset holds and what is odd in it.",
            discussion: """
                Findings are no failure: the exit code is 1 only where the file is no dataset.

                Example: vlens dataset check actions.jsonl --study pilot
                """)

        @Argument(help: "A dataset: one JSON object a line, or a table as released.")
        var file: String

        @Option(help: ArgumentHelp("Compare it with the names and values of this study.", valueName: "study"))
        var study: String?

        @Option(help: ArgumentHelp("The language of actions that don't say theirs, such as en.", valueName: "code"))
        var language: String?

        @Flag(help: "Print as JSON, with every line and pair that is left out.")
        var json = false

        func validate() throws {
            guard let language, Language(code: language) == nil else { return }
            let known = Language.allCases.map(\.rawValue)
            throw ValidationError("--language '\(language)' is none of \(known.joined(separator: ", "))")
        }

        func run() async throws {
            try await reporting {
                let study = try study.map { try LoadedStudy(named: $0).definition }
                let check = DatasetCheck(
                    try ActionDataset.read(path: file), study: study,
                    language: language.flatMap { Language(code: $0) })
                guard !json else { return Terminal.output.write(check.json.text()) }
                for line in check.lines { Terminal.output.line(line) }
            }
        }
    }

    struct Convert: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a dataset in the other layout: .jsonl or .csv, by the ending of OUT.",
            discussion: """
                What is left out is counted. OUT is written beside its place first, so that a failure leaves the old one.

                Example: vlens dataset convert value_action_gap_full_data_generation.csv actions.jsonl
                """)

        @Argument(help: "A dataset: one JSON object a line, or a table as released.")
        var input: String

        @Argument(help: ArgumentHelp("The file to be written.", valueName: "out"))
        var output: String

        @Option(help: ArgumentHelp("Only the actions of this generator.", valueName: "name"))
        var generator: String?

        @Option(help: ArgumentHelp("Only the actions of this prompt variant, counted from 0.", valueName: "number"))
        var variant: Int?

        func run() async throws {
            try await reporting {
                _ = try DatasetConversion.layout(of: output)
                let made = try DatasetConversion(
                    try ActionDataset.read(path: input), to: output, generator: generator, variant: variant)
                try TextOutput.replace(output, with: made.text)
                Terminal.output.line("\(Plain.line(output)): \(made.summary)")
            }
        }
    }
}
