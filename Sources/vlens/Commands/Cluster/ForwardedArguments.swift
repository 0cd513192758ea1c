import ArgumentParser
import Foundation
import Respondents
import Text
import Workbench

/// The options of 'vlens submit' that every shard's 'vlens run' gets, as they were typed.
struct ForwardedArguments {
    let words: [String]

    /// Those that are about the submission, with a value of their own.
    private static let valued: Set<String> = [
        "--shards", "--job-folder", "--partition", "--account", "--gres", "--time", "--sbatch-arg", "--store",
    ]
    private static let flags: Set<String> = ["--slurm", "--dry-run", "--json", "--quiet", "--no-report"]
    /// Those that the scripts give themselves.
    private static let own: Set<String> = ["--shard", "--journal"]

    /// - Parameter typed: what was typed behind the command's name, which the parser has accepted.
    /// - Throws: where one is there that the scripts give themselves.
    init(_ typed: some Sequence<String>) throws {
        var words: [String] = []
        var iterator = typed.makeIterator()
        while let word = iterator.next() {
            let name = String(word.prefix { $0 != "=" })
            let hasValue = name.count < word.count
            if Self.own.contains(name) {
                throw ValidationError("\(name): each shard's task is given its own; leave it out")
            }
            if name == "--batch" || name == "--cancel-batches" {
                throw ValidationError(
                    "\(name): a provider's batches are asked by one process, with 'vlens run --batch'; leave it out, or run that"
                )
            }
            if Self.flags.contains(word) { continue }
            if Self.valued.contains(name) {
                if !hasValue { _ = iterator.next() }
                continue
            }
            words.append(word)
            // Whatever follows is its value, also where it begins like an option.
            if word == "--serve", let value = iterator.next() { words.append(value) }
        }
        self.words = words
    }

    /// - Throws: where something looks like a key: it would stand in a script, for everybody to read.
    func refuseKeys(_ options: [String]) throws(ClusterError) {
        for word in words + options where KeyLike.masked(word) != word {
            throw .keyInScript(argument: KeyLike.masked(word))
        }
    }
}

/// Whether a key that is in the environment reaches the nodes.
enum KeyTravel {
    /// - Parameter sbatch: options of sbatch, each a word.
    /// - Throws: `ClusterError.keyStays` where it would not.
    static func check(_ model: ModelOptions, sbatch: [String]) throws {
        guard model.server.keyFile == nil, let provider = Provider.named(try ModelName(model.model).provider) else {
            return
        }
        let environment = ProcessInfo.processInfo.environment
        let names = [provider.keyVariable] + provider.otherKeyVariables + ["VLENS_API_KEY"]
        guard let variable = names.first(where: { environment[$0]?.isEmpty == false }) else { return }
        var setting = environment["SBATCH_EXPORT"].map { ("SBATCH_EXPORT=\($0)", $0) }
        for option in sbatch where option.hasPrefix("--export=") {
            setting = (option, String(option.dropFirst("--export=".count)))
        }
        if let (shown, value) = setting {
            let exported = value.split(separator: ",").map { $0.prefix { $0 != "=" } }
            guard exported.contains(where: { $0 == "ALL" || $0 == variable }) else {
                throw ClusterError.keyStays(variable: variable, setting: shown)
            }
        }
        Terminal.error.line(
            Terminal.error.wrapped(
                "note: the key in \(variable) travels with the environment of the job, which Slurm keeps until the job's "
                    + "end; --key-file names a file in its place"))
    }
}

/// What a job and its folder are called.
enum ClusterNames {
    /// `vlens-openai-gpt-4o-mini.slurm`, beside the store.
    static func folder(store: String, respondent: String) -> String {
        (store.hasSuffix(".sqlite") ? String(store.dropLast(7)) : store) + "-\(plain(respondent)).slurm"
    }

    /// `vlens-gpt-4o-mini-1a2b3c4d`: one for each folder, so that Slurm can be asked for it.
    static func job(_ respondent: String, folder: String) -> String {
        let digits = Digest(of: Array(folder.utf8)).hexadecimal(bytes: 4)
        return "vlens-\(plain(respondent.split(separator: "/").last.map(String.init) ?? respondent))-\(digits)"
    }

    private static func plain(_ name: String) -> String {
        let letters = name.unicodeScalars.map { scalar -> Character in
            let isKept =
                scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == ".")
            return isKept ? Character(scalar) : "-"
        }
        return String(letters.prefix(60)).lowercased()
    }
}
