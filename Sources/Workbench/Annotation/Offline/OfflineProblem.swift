import Text

/// Why a file of judgements is not taken: nothing of it is.
package enum OfflineProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file is neither of the kinds that are read.
    case unknownKind(file: String)
    /// The file has more bytes than are read.
    case tooLong(file: String, most: Int)
    /// A line is no JSON object, or lacks what it needs.
    case badLine(file: String, line: Int, what: String)
    /// The store has no project of that name.
    case noProject(file: String, name: String, known: [String])
    /// An item that is not in the project.
    case unknownItem(file: String, line: Int, item: String, project: String)
    /// Nobody of that name judges the project.
    case unknownPerson(file: String, line: Int, name: String, known: [String])
    /// A codebook that the project never had.
    case unknownCodebook(file: String, line: Int, value: String, known: [String])
    /// An answer that the criterion does not offer.
    case unknownAnswer(file: String, line: Int, column: String, value: String, offered: [String])
    /// Spans that are no list, or do not stand in the action.
    case badSpans(file: String, line: Int, value: String)
    /// A note longer than one may be.
    case noteTooLong(file: String, line: Int, count: Int, most: Int)
    /// The same item of the same person twice, with different answers.
    case repeated(file: String, line: Int, first: Int, item: String)
    /// A project of that name is there, and is another one.
    case otherProject(file: String, name: String)

    /// The message for a person.
    package var description: String { Plain.line(words) }

    private var words: String {
        switch self {
        case .unknownKind(let file):
            "'\(file)' is neither a batch nor a file of labels: a table needs the columns 'item' and 'annotator', or 'item', 'criterion' and "
                + "'judge'; JSON lines begin with one that has \"format\""
        case .tooLong(let file, let most): "'\(file)' has more than \(most >> 20) MB; split it"
        case .badLine(let file, let line, let what): "'\(file)', line \(line): \(what)"
        case .noProject(let file, let name, let known):
            "'\(file)' is of the project '\(name)', which the store does not have; it has \(Self.list(known))"
        case .unknownItem(let file, let line, let item, let project):
            "'\(file)', line \(line): the item '\(item)' is not in the project '\(project)'; leave the column as it was exported"
        case .unknownPerson(let file, let line, let name, let known):
            "'\(file)', line \(line): nobody named '\(name)' judges the project; it has \(Self.list(known)). Add people with 'vlens "
                + "annotate'"
        case .unknownCodebook(let file, let line, let value, let known):
            "'\(file)', line \(line): the project was never judged by the codebook '\(value)'; it had \(Self.list(known))"
        case .unknownAnswer(let file, let line, let column, let value, let offered):
            "'\(file)', line \(line): '\(value)' is no answer to '\(column)'; it takes \(Self.list(offered)), or nothing"
        case .badSpans(let file, let line, let value):
            "'\(file)', line \(line): the spans '\(value)' are no list of words that stand in the action, such as [\"lend my\"], or of "
                + "objects with start, end and text"
        case .noteTooLong(let file, let line, let count, let most):
            "'\(file)', line \(line): the note has \(count) characters; \(most) at most"
        case .repeated(let file, let line, let first, let item):
            "'\(file)', line \(line): the item '\(item)' stands in line \(first), too, with other answers by the same person; leave one"
        case .otherProject(let file, let name):
            "'\(file)': the store has another project named '\(name)'; labels of one can't be taken into the other"
        }
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "none" : names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    }
}
