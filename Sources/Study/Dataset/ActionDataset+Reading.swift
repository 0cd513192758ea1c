import Text

extension ActionDataset {
    /// The largest file that is read: 64 MiB. The paper's has ten.
    package static let sizeLimit = StudyFileLimits.actionsBytes

    /// Reads a file of any layout, told apart by how it begins. Lines with a problem are left out and named in ``problems``.
    ///
    /// - Throws: ``DatasetError`` where it is no dataset, or there is no action in it.
    package static func read(path: String) throws(DatasetError) -> ActionDataset {
        let text: String
        do throws(StudyFileError) {
            text = try TextFile.read(
                path, kind: "dataset", limit: sizeLimit, example: "`vlens generate` writes one")
        } catch { throw .problems(error.problems) }
        return try read(text, file: path)
    }

    /// Reads the text of a file.
    ///
    /// - Throws: as ``read(path:)``.
    package static func read(_ text: String, file: String) throws(DatasetError) -> ActionDataset {
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        guard let first = text.utf8.first(where: { !$0.isBlank }) else { throw .nothing(file: file) }
        let dataset: ActionDataset
        switch first {
        case .openBrace, UInt8(ascii: "#"): dataset = DatasetLines.read(text, file: file)
        case .openBracket:
            let message = "this is one list in JSON; write one object a line (with jq: jq -c '.[]')"
            throw .problems([StudyProblem(file: file, message: message)])
        default:
            do throws(ReleasedFileError) {
                dataset = try DatasetTable.read(text, file: file)
            } catch { throw try DatasetTable.error(error, file: file) }
        }
        if dataset.rows.isEmpty, dataset.leftOut.isEmpty {
            throw dataset.problems.isEmpty ? .nothing(file: file) : .problems(dataset.problems)
        }
        return dataset
    }

    /// The dataset itself where no line has a problem.
    ///
    /// - Throws: ``DatasetError`` with all problems.
    package func sound() throws(DatasetError) -> ActionDataset {
        if problems.isEmpty { return self }
        throw .problems(problems)
    }
}
