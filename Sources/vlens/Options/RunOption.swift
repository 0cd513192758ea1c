import AnswerStore
import ArgumentParser
import Workbench

/// Which stored run a command works on.
struct RunOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The run: its number, or its respondent's name. By default the last one.", valueName: "run"))
    var run: String?

    func find(in store: AnswerStore) throws -> RunRecord { try store.run(named: run) }
}
