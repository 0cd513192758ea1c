import AnswerStore
import ArgumentParser
import Workbench

/// Stored replies are read again.
struct RereadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread",
        abstract: "Read stored replies again with the current reader; asks nobody.",
        discussion: """
            A later version of this program may read a reply in another way. This moves stored runs to its reader, and \
            says how many replies went from which reading to which, with an example of each. The earlier readings stay \
            in the store.

            Examples:
              vlens reread
              vlens reread --run 2
            """)

    @Option(
        help: ArgumentHelp("The run: its number, or its respondent's name. By default all runs.", valueName: "run"))
    var run: String?

    @OptionGroup var store: StoreOption

    func run() async throws {
        try await reporting {
            let store = try self.store.openExisting()
            let runs = try run == nil ? store.runs() : [store.run(named: run)]
            if runs.isEmpty { Terminal.output.line("no runs yet: start one with 'vlens run'") }
            for run in runs {
                let study = try LoadedStudy(ofRun: run.id, in: store).definition
                let changes = try Rereading(study: study).readAgain(run, store)
                for line in changes.lines(of: run) { Terminal.output.line(line) }
            }
        }
    }
}
