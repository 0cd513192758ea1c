import AnswerStore
import Text
import Workbench

extension MergedRun {
    /// "Run 1 (openai/gpt-4o-mini): 704 of 704 questions have their reply."
    var line: String {
        let aside = setAside > 0 ? "; \(setAside) further replies are kept beside those that stand" : ""
        return
            "Run \(run.id) (\(Plain.line(run.respondent))): \(replied) of \(planned) questions have their reply\(aside)."
    }

    /// What is missing and how it is asked; `nil` where nothing is.
    var incompleteness: String? {
        guard missing > 0 || !missingShards.isEmpty else { return nil }
        var parts = ["run \(run.id): \(missing) of \(planned) questions have no reply"]
        if let shards, !missingShards.isEmpty {
            parts.append("nothing came of \(Self.list(missingShards)) of \(shards)")
        }
        if let shards, !unfinishedShards.isEmpty {
            parts.append("\(Self.list(unfinishedShards)) of \(shards) did not end")
        }
        if failed > 0 { parts.append("\(failed) were asked in vain") }
        return parts.joined(separator: "; ") + ". Start those shards again with the same command, and merge again"
    }

    /// "shard 3", "shards 3, 5 and 9 more".
    private static func list(_ shards: [Int]) -> String {
        let most = 20
        let named = shards.prefix(most).map { "\($0)" }.joined(separator: ", ")
        let rest = shards.count > most ? " and \(shards.count - most) more" : ""
        return (shards.count == 1 ? "shard " : "shards ") + named + rest
    }
}
