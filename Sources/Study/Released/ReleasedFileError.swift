package import Text

/// Why a released file can't be taken over. Its description quotes the offending text and names the remedy.
package enum ReleasedFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file is no sound CSV.
    case csv(CSVError)
    /// Its columns fit no known kind.
    case unknownKind(file: String, columns: [String])
    /// A polarity that is neither positive nor negative.
    case unknownPolarity(file: String, line: Int, label: String)
    /// Every row has the same polarity, so that nothing can be paired.
    case onePolarity(file: String, label: String)
    /// A prompt index that is no whole number from 0 to 999.
    case notAnIndex(file: String, line: Int, text: String)
    /// A `model_choice` that is neither true nor false.
    case notAChoice(file: String, line: Int, text: String)
    /// A judgement or a label that says neither yes nor no.
    case notALabel(file: String, line: Int, column: String, text: String)
    /// A response of an example that is neither positive nor negative.
    case notAResponse(file: String, line: Int, column: String, text: String)
    /// An example of a misaligned cell in which both responses are alike.
    case sameResponses(file: String, line: Int, text: String)
    /// An example whose action can't be read.
    case notAnAction(file: String, line: Int, text: String)
    /// More rows than a file of this kind has.
    case tooManyRows(file: String, limit: Int)
    /// No row has a known country, topic and value.
    case nothingKnown(file: String, rows: Int, example: UnknownName?)

    /// The message for a person.
    package var description: String { Plain.line(words) }

    private var words: String {
        switch self {
        case .csv(let error): error.description
        case .unknownKind(let file, let columns):
            "'\(file)' is no kind of file that can be imported; it has the columns "
                + "\(columns.map { "'\($0)'" }.joined(separator: ", ")). Known are: "
                + ReleasedFile.Kind.allCases
                .map { "\($0.title) (\($0.columns.joined(separator: ", ")))" }.joined(separator: "; ") + "."
        case .unknownPolarity(let file, let line, let label):
            "'\(file)', line \(line): the polarity '\(label)' can't be decided; "
                + "write 'positive' or 'agree' for the action that goes with the value, "
                + "'negative' or 'disagree' for the other."
        case .onePolarity(let file, let label):
            "'\(file)' has only rows of the polarity '\(label)', so no choice between two actions can be decided; "
                + "each cell needs a row of either polarity."
        case .notAnIndex(let file, let line, let text):
            "'\(file)', line \(line): the prompt_index '\(text)' is no whole number from 0 to \(PromptIndex.greatest)."
        case .notAChoice(let file, let line, let text):
            "'\(file)', line \(line): the model_choice '\(text)' is neither 'True' nor 'False'."
        case .notALabel(let file, let line, let column, let text):
            "'\(file)', line \(line): the \(column) '\(text)' is neither '1' or 'True' nor '0' or 'False'."
        case .notAResponse(let file, let line, let column, let text):
            "'\(file)', line \(line): the \(column) '\(text.excerpt)' is neither 'positive' nor 'negative'."
        case .sameResponses(let file, let line, let text):
            "'\(file)', line \(line): T1_response and T2_response are both '\(text.excerpt)', so the cell is not misaligned; "
                + "leave the row out."
        case .notAnAction(let file, let line, let text):
            "'\(file)', line \(line): the action '\(text.excerpt)' can't be read; it is an object with 'Human Action', "
                + "'Feature Attributions' and 'Natural Language Explanation'."
        case .tooManyRows(let file, let limit):
            "'\(file)' has more than \(limit) rows; is it the released file?"
        case .nothingKnown(let file, rows: 0, example: _):
            "'\(file)' has a header and no row behind it; is the file complete?"
        case .nothingKnown(let file, let rows, let example):
            "'\(file)': none of its \(rows) rows names a known country, topic and value"
                + (example.map { " (\($0))" } ?? "") + "; choose the study that the file belongs to."
        }
    }
}

/// A name in a file that the study does not know.
package struct UnknownName: Sendable, Hashable, CustomStringConvertible {
    /// The column it stands in: country, topic or value.
    package let column: String
    /// The name as written.
    package let name: String
    /// The line of its first occurrence, counted from 1.
    package let line: Int
    /// How many rows hold it.
    package let rows: Int

    /// "the value 'Equalty' in line 7, 12 rows".
    package var description: String {
        "the \(column) '\(Plain.line(name))' in line \(line)\(rows == 1 ? "" : ", \(rows) rows")"
    }
}
