import Text

/// Why a file is no dataset, or can't be used as one. Its description quotes the place and names the remedy.
package enum DatasetError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The table is damaged, or its labels are.
    case table(ReleasedFileError)
    /// It can't be opened, or lines are wrong.
    case problems([StudyProblem])
    /// It is another kind of released file, which holds no actions.
    case holdsNo(file: String, title: String)
    /// A table without the columns of a dataset.
    case unknownColumns(file: String, columns: [String])
    /// There is no action in it.
    case nothing(file: String)

    /// The message for a person.
    package var description: String {
        switch self {
        case .table(let error): error.description
        case .problems(let problems): StudyFileError(problems: problems).description
        case .holdsNo(let file, let title):
            Plain.line(
                "'\(file)' holds \(title) and no actions; a dataset has the columns "
                    + ReleasedFile.Kind.dataset.columns.joined(separator: ", ") + ", or one JSON object a line.")
        case .unknownColumns(let file, let columns):
            Plain.line(
                "'\(file)' is no dataset: it has the columns "
                    + columns.prefix(20).map { "'\($0.excerpt)'" }.joined(separator: ", ")
                    + (columns.count > 20 ? " and \(columns.count - 20) more" : "") + ", and needs "
                    + ReleasedFile.Kind.dataset.columns.joined(separator: ", ")
                    + " (or generation_prompt_id_0 … 7 for the last); or write one JSON object a line.")
        case .nothing(let file):
            Plain.line("'\(file)' holds no action; is the file complete?")
        }
    }
}
