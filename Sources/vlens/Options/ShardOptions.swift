import ArgumentParser
import Elicitation
import Workbench

/// Which part of a run a process asks, and where others find its replies.
struct ShardOptions: ParsableArguments {
    @Option(
        name: .customLong("shard"),
        help: ArgumentHelp(
            "Ask only this part of the questions: 3/32 is the third of 32. Budget and rates are divided among the parts; "
                + "'vlens merge' joins them.", valueName: "number/count"))
    var shardText: String?

    @Option(
        help: ArgumentHelp(
            "Append every reply to a file in this folder, on a file system that outlives the store's. A start reads back what "
                + "its shard's files hold.", valueName: "folder"))
    var journal: String?

    func validate() throws {
        _ = try shard()
        if let journal, journal.isEmpty {
            throw ValidationError("--journal '' names no folder: is the variable that should name it empty?")
        }
    }

    /// The part; `nil` for all.
    func shard() throws -> Shard? {
        guard let shardText else { return nil }
        let parts = shardText.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw ValidationError("--shard '\(shardText)': give a number and how many there are, such as 3/32")
        }
        if parts.contains(where: \.isEmpty) {
            throw ValidationError(
                "--shard '\(shardText)': \(parts[0].isEmpty ? "no shard is named" : "how many there are is missing"); is the "
                    + "variable that should say it empty? Give a number and how many there are, such as 3/32")
        }
        guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let number = Int(parts[0]),
            let count = Int(parts[1])
        else { throw ValidationError("--shard '\(shardText)': give two whole numbers, such as 3/32") }
        guard (1...Shard.most).contains(count) else {
            throw ValidationError("--shard '\(shardText)': there are 1 to \(Shard.most) shards")
        }
        guard let shard = Shard(number: number, of: count) else {
            throw ValidationError(
                "--shard '\(shardText)': shards are counted from 1; give 1/\(count) to \(count)/\(count)")
        }
        return shard
    }

    /// A shard's share of a number that an option gives for the whole run.
    ///
    /// - Throws: where it has none.
    func share(of whole: Int?, _ option: String) throws -> Int? {
        guard let whole, let shard = try shard() else { return whole }
        let share = shard.share(of: whole)
        guard share > 0 else {
            throw ValidationError(
                "\(option) \(whole): divided among \(shard.count) shards it leaves none to shard \(shard.number); give at "
                    + "least \(shard.count), or fewer shards")
        }
        return share
    }
}
