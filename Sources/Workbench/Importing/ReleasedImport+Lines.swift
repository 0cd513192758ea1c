import Foundation
import Study
import Text

/// Datasets of one JSON object a line.
extension ReleasedImport {
    /// Whether the file's name says that it has one JSON object a line.
    static func isLines(_ path: String) -> Bool {
        [".jsonl", ".ndjson"].contains(where: path.lowercased().hasSuffix)
    }

    /// Looks at a file before anything is stored.
    ///
    /// - Throws: where it is none that can be imported.
    package static func look(at path: String) throws {
        if isLines(path) {
            _ = try ActionDataset.read(path: path).sound()
        } else {
            _ = try ReleasedFile.kind(path: path)
        }
    }

    /// Stores the pairs of a dataset as the actions of the study.
    ///
    /// - Returns: sentences for the file's user.
    func takeLines(_ path: String, _ source: ImportedFile) throws -> [String] {
        let (dataset, unknown) = try ActionDataset.read(path: path).sound().named(by: Self.names(of: study))
        let generators = dataset.generators
        guard generators.count < 2 else { throw SeveralActions(path: path, what: "generator", names: generators) }
        let variants = Set(dataset.actions.compactMap(\.variant)).sorted()
        guard variants.count < 2 else {
            throw SeveralActions(path: path, what: "variant", names: variants.map { "\($0)" })
        }
        let known = Set(study.allCells)
        let pairs = try self.pairs(dataset.rows.filter { known.contains($0.action.cell) }, path)
        guard !pairs.isEmpty else {
            throw DatasetError.problems([
                StudyProblem(
                    file: path,
                    message:
                        "no cell of the study '\(study.label)' has both actions; choose the study that the file belongs to"
                )
            ])
        }
        try save(pairs, source, notations: [:])
        let left = dataset.rows.count - 2 * pairs.count
        return [
            "Dataset: \(dataset.rowCount) lines in '\(Plain.line(path))'.",
            "Action pairs: \(pairs.count) of \(study.cellCount) are complete; the other \(study.cellCount - pairs.count) are "
                + "never asked. Left out: \(left) actions and \(dataset.leftOut.count) repeated lines.",
        ] + unknown.prefix(10).map { "Unknown: \($0); left out." }
    }

    private func pairs(_ rows: [ActionDataset.Row], _ path: String) throws -> [Cell: ActionPair] {
        var sides: [Cell: [Inclination: ActionDataset.Row]] = [:]
        for row in rows {
            let action = row.action
            if let other = sides[action.cell]?[action.inclination] {
                let cell = action.cell
                let message =
                    "another \(action.inclination.rawValue)-action for \(cell.scenario.country), \(cell.scenario.topic), "
                    + "\(cell.value); line \(other.line) has one already: leave one of them"
                throw DatasetError.problems([StudyProblem(file: path, line: row.line, message: message)])
            }
            sides[action.cell, default: [:]][action.inclination] = row
        }
        return sides.compactMapValues { sides in
            guard let agree = sides[.agree], let disagree = sides[.disagree] else { return nil }
            return ActionPair(agree: agree.action.action, disagree: disagree.action.action)
        }
    }

    /// A dataset that has more than one action for a cell and inclination, where one is wanted.
    struct SeveralActions: Error, CustomStringConvertible {
        let path: String
        let what: String
        let names: [String]

        var description: String {
            let list = names.prefix(8).map { $0.isEmpty ? "one that is not said" : $0 }.joined(separator: ", ")
            return Plain.line(
                "'\(path)' has actions of several \(what)s (\(list)); take one of them: "
                    + "vlens dataset convert \(path) one.jsonl --\(what) \(names.last ?? "")")
        }
    }
}
