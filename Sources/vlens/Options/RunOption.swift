import AnswerStore
import ArgumentParser

/// Which stored run a command works on.
struct RunOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The run: its number, or its respondent's name. By default the last one.", valueName: "run"))
    var run: String?

    func find(in store: AnswerStore) throws -> RunRecord {
        try Self.find(run, in: store)
    }

    /// The run of a number or a respondent's name; the last one for `nil`.
    static func find(_ run: String?, in store: AnswerStore) throws -> RunRecord {
        let runs = try store.runs()
        let found =
            if let run {
                runs.last { "\($0.id)" == run || $0.respondent == run }
            } else {
                runs.last
            }
        guard let found else {
            throw StoreError.unknownRun(name: run ?? "last", known: runs.map { "\($0.id) (\($0.respondent))" })
        }
        return found
    }
}
