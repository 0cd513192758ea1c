import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Text
import Workbench

/// Shards joined in one store.
struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Join the stores and journals of shards in one store; asks nobody.",
        discussion: """
            Every question gets exactly one standing reply, the first; others that were paid for are kept beside it. Given again, \
            also with more stores, it adds only what is new. The stores that are merged stay as they are.

            Examples:
              vlens merge all.sqlite journals --shards 32
              vlens merge all.sqlite shard-1.sqlite shard-2.sqlite shard-3.sqlite

            Exit codes: 0 every question has a reply, 1 failed, 2 misused, 3 some questions have no reply.
            """)

    @Argument(help: ArgumentHelp("The store that all is merged into; it is made where it is absent.", valueName: "out"))
    var target: String

    @Argument(help: ArgumentHelp("Stores, journals, and folders of journals.", valueName: "in"))
    var inputs: [String]

    @Option(help: "How many shards there are, so that those of which nothing came are named.")
    var shards: Int?

    @Flag(help: "Let the stores be of different runs of one study, such as of several respondents.")
    var severalRuns = false

    @Flag(help: "Print what was merged as JSON.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    func validate() throws {
        if let shards, !(1...Shard.most).contains(shards) {
            throw ValidationError("--shards \(shards): there are 1 to \(Shard.most)")
        }
        guard !target.isEmpty, target != ":memory:", !target.hasPrefix("file:") else {
            throw ValidationError("'\(target)' names no file to merge into: give a path, such as all.sqlite")
        }
    }

    func run() async throws {
        try await reporting {
            let merge = StoreMerge(into: target, from: inputs, shards: shards, allowsSeveralRuns: severalRuns)
            let outcome = try SlowNotice.during { notice in
                try merge.merge { if !quiet { notice.done($0.done, of: $0.inputs, "merged") } }
            }
            for note in outcome.notes { Terminal.error.line(Terminal.error.wrapped("note: \(note)")) }
            let store = try AnswerStore(path: target)
            // Journals and stores of earlier versions hold the study without them.
            try store.completeWords()
            let runs = try outcome.runs.map { try MergedRun($0, shards: shards, in: store) }
            if json {
                let document: JSONValue = [
                    "store": .string(target), "stores": .integer(outcome.stores),
                    "journals": .integer(outcome.journals),
                    "runs": .array(runs.map(\.json)),
                ]
                Terminal.output.write(json: document.text())
            } else {
                for run in runs { Terminal.output.line(run.line) }
            }
            let incomplete = runs.compactMap(\.incompleteness)
            guard incomplete.isEmpty else {
                throw CommandFailure(incomplete.joined(separator: "\n"), exitCode: CommandFailure.incomplete)
            }
        }
    }
}
