/// Commands and options that had other names: they still work, and no help shows them.
enum OldNames {
    /// What an option was called, command by command. Two meanings of `--replicates` and `--seed` shared a name: how often a
    /// question is asked, and how often a study is drawn for its intervals.
    private static let options: [String: [String: String]] = [
        "run": ["--replicates": "--repeats", "--seed": "--sample-seed"],
        "measure": drawing, "report": drawing, "compare": drawing,
        "calibrate": ["--replicates": "--draws"],
    ]

    private static let drawing = ["--replicates": "--draws", "--seed": "--draws-seed"]

    /// The arguments with today's names.
    ///
    /// - Parameter arguments: what was typed behind the program's name.
    static func translated(_ arguments: [String]) -> [String] {
        guard let command = arguments.first else { return arguments }
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        var words = Array(arguments[..<end])
        if command == "read" { words = read(words) }
        if let names = options[command] { words = words.map { renamed($0, names) } }
        return words + arguments[end...]
    }

    /// "--seed=3" is "--seed" with its value.
    private static func renamed(_ word: String, _ names: [String: String]) -> String {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let name = names[String(first)] else { return word }
        return ([name] + parts.dropFirst().map(String.init)).joined(separator: "=")
    }

    /// `read --again` and `read --show` were what are now commands of their own; given together they mean nothing.
    private static func read(_ words: [String]) -> [String] {
        let commands = ["--again": "reread", "--show": "replies"]
        let flags = Set(words.filter { commands[$0] != nil })
        guard flags.count == 1, let flag = flags.first, let command = commands[flag] else { return words }
        return [command] + words.dropFirst().filter { $0 != flag }
    }
}
