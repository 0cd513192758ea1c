import ArgumentParser
import Respondents
import Workbench

/// The command line: exit code 0 done, 1 failed, 2 misused, 3 finished but some questions have no reply.
@main
struct VLens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vlens",
        abstract: "Measures whether language models act as they say they would.",
        discussion: """
            Start with 'vlens run': it asks the pilot study of a simulated respondent, which needs no key and no \
            network, and writes a report of its value–action gap. Then name a model, such as \
            'vlens run --model ollama/llama3.3'.

            Exit codes: 0 done, 1 failed, 2 misused, 3 finished but some questions have no reply.
            """,
        version: Release.version,
        subcommands: [
            RunCommand.self, SubmitCommand.self, StatusCommand.self, CancelCommand.self, GenerateCommand.self,
            RunsCommand.self, RepliesCommand.self, MeasureCommand.self, CompareCommand.self, AgreementCommand.self,
            ReportCommand.self, ExportCommand.self, ServeCommand.self, CalibrateCommand.self, ReproduceCommand.self,
            QuestionsCommand.self, ImportCommand.self, MergeCommand.self,
            RereadCommand.self, AnnotateGroup.self, JudgeCommand.self, PredictCommand.self, RisksGroup.self,
            StudyCommand.self, DatasetCommand.self, DoctorCommand.self, ReadCommand.self,
        ]
    )

    func run() throws {
        Terminal.output.line(
            """
            vlens \(Release.version) measures whether language models act as they say they would: it asks a model to \
            rate values, asks it to choose between actions that express or resist them, and compares the two.

            Type   vlens run          to see a whole study with a simulated respondent (no key, no network)
            then   vlens run --help   to ask a model of yours
            """)
    }

    private static var commandNames: [String] {
        configuration.subcommands.compactMap { $0.configuration.commandName }
    }

    static func main() async {
        Output.prepare()
        Allocator.returnLargeBlocks()
        OpenFiles.raiseLimit()
        do {
            let arguments = OldNames.translated(Array(CommandLine.arguments.dropFirst()))
            if let problem = Suggestion.unknownCommand(arguments, among: commandNames) {
                throw CommandFailure(KeyLike.masked(problem), exitCode: CommandFailure.misuse)
            }
            var command = try parseAsRoot(arguments)
            if command is RunCommand { Allocator.shareOneHeap() }
            try OpenFiles.check()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            leave(0)
        } catch {
            leave(because: error)
        }
    }

    private static func leave(because error: any Error) -> Never {
        if let failure = error as? CommandFailure {
            Terminal.error.message("vlens: \(failure.message)")
            if let signal = failure.signal { Interruption.die(of: signal) }
            leave(failure.exitCode)
        }
        if let code = error as? ExitCode { leave(code.rawValue) }
        let code = exitCode(for: error)
        if code == .success {
            // Help, the version, a completion script.
            Terminal.output.line(fullMessage(for: error))
            leave(0)
        }
        // ArgumentParser's own code for a wrong argument is 64; a user of this program finds 2 in its help.
        // Its options being those of another command, 'submit' is named with that one before it.
        let message = fullMessage(for: error).replacing("vlens run submit", with: "vlens submit")
        Terminal.error.message(Suggestion.added(to: KeyLike.masked(message)))
        leave(code == .validationFailure ? CommandFailure.misuse : CommandFailure.failed)
    }

    /// Ends the program: with an error where what it said could not be written.
    private static func leave(_ code: Int32) -> Never {
        if let problem = Output.problem {
            Terminal.error.line("vlens: \(problem)")
            exit(withError: ExitCode(CommandFailure.failed))
        }
        exit(withError: ExitCode(code))
    }
}
