import Text

/// The nearest word to one that is not known: at most two letters differ, and at most a third of them.
package enum Suggestion {
    private static let mostEdits = 2

    /// "did you mean 'kappa'? ", or nothing where no word is near.
    package static func words(for word: String, among known: [String]) -> String {
        guard let near = Spelling.closest(to: word, among: known, within: mostEdits) else { return "" }
        return "did you mean '\(near)'? "
    }

    /// Why the first word of a command line is no command; `nil` where it is one, or no word.
    package static func unknownCommand(_ arguments: [String], among commands: [String]) -> String? {
        guard let word = arguments.first, !word.hasPrefix("-"), word != "help", !commands.contains(word) else {
            return nil
        }
        return "there is no command '\(word)': \(words(for: word, among: commands))'vlens --help' lists all"
    }

    /// The parser's message on a value that an option does not take, with the nearest of those that it takes.
    ///
    /// - Parameter message: such as "The value 'bac' is invalid for '--method <method>'. Please provide one of 'bca' and
    ///   'percentile'."
    package static func added(to message: String) -> String {
        let form = /The value '(.*?)' is invalid for '[^\n]*?'\. Please provide one of ([^\n]*)\./
        guard let found = message.firstMatch(of: form) else { return message }
        let known = found.output.2.matches(of: /'([^']*)'/).map { String($0.output.1) }
        let meant = words(for: String(found.output.1), among: known)
        guard !meant.isEmpty else { return message }
        let sentence = meant.prefix(1).uppercased() + meant.dropFirst().dropLast()
        return message.replacing(found.output.0, with: "\(found.output.0) \(sentence)", maxReplacements: 1)
    }
}
