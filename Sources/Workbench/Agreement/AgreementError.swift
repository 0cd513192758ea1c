import Text

/// Why there is no agreement to be computed. Its description names the remedy.
package enum AgreementError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The store has no project of this name; those that it has.
    case noProject(String, store: String, known: [String])
    /// The store has several projects, and none was named.
    case projectNotNamed(store: String, known: [String])
    /// A sheet's row says neither that the action goes with the value nor that it goes against it.
    case unknownPolarity(file: String, line: Int, text: String)
    /// Two sheets would be one judge.
    case sameSheet(name: String)
    /// Nobody's labels are left.
    case noLabels(source: String)
    /// A project that was made for something else.
    case otherProject(String)

    package var description: String { Plain.line(words) }

    private var words: String {
        switch self {
        case .noProject(let name, let store, let known):
            "'\(store)' has no project '\(name)'; " + Self.list(known)
        case .projectNotNamed(let store, let known):
            known.isEmpty
                ? "'\(store)' " + Self.list(known)
                : "'\(store)' has several projects: name one with --project; " + Self.list(known)
        case .unknownPolarity(let file, let line, let text):
            "'\(file)', line \(line): the polarity '\(text)' is neither 'positive' nor 'negative'"
        case .sameSheet(let name):
            "two sheets are called '\(name)', so that they would be one judge; rename one"
        case .noLabels(let source):
            "nobody has judged anything in \(source), as far as labels count here; see what was left out with --json"
        case .otherProject(let name):
            "the project '\(name)' has another codebook than sheets; give another name"
        }
    }

    private static func list(_ known: [String]) -> String {
        known.isEmpty
            ? "has no project yet; make one with 'vlens annotate', or give sheets with --sheet"
            : "it has " + known.map { "'\($0)'" }.joined(separator: ", ")
    }
}
