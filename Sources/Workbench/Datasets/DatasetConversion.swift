import Foundation
import Reading
package import Study
package import Text

/// A dataset written in another layout.
package struct DatasetConversion: Sendable {
    /// The actions that are written.
    package let actions: [DatasetAction]
    /// The text of the file.
    package let text: String
    /// How many rows the input has, and how many of them are left out, by why.
    package let rows: Int, leftOut: [(reason: String, count: Int)]

    /// Converts a dataset.
    ///
    /// - Parameters:
    ///   - path: where it is to go; the layout follows from its ending.
    ///   - generator: whose actions alone are taken; `nil` for all.
    ///   - variant: of which prompt variant alone; `nil` for all.
    /// - Throws: `DatasetError` where a line has a problem; ``UnknownEnding``.
    package init(_ dataset: ActionDataset, to path: String, generator: String? = nil, variant: Int? = nil) throws {
        let layout = try Self.layout(of: path)
        let dataset = try dataset.sound()
        let wanted = dataset.actions.filter {
            (generator == nil || $0.generator == generator) && (variant == nil || $0.variant == variant)
        }
        guard !wanted.isEmpty else {
            throw NothingChosen(dataset, generator: generator, variant: variant)
        }
        actions = wanted
        text = ActionDataset.text(of: wanted, as: layout)
        rows = dataset.rowCount
        var reasons: [String: Int] = [:]
        for row in dataset.leftOut {
            switch row.reason {
            case .refused: reasons["refused", default: 0] += 1
            case .unreadable(let why): reasons["unreadable (\(why.rawValue))", default: 0] += 1
            case .repeated: reasons["repeated", default: 0] += 1
            }
        }
        let others = dataset.rows.count - wanted.count
        if others > 0 { reasons["not chosen"] = others }
        leftOut = reasons.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The sentence for a person.
    package var summary: String {
        let left = leftOut.reduce(0) { $0 + $1.count }
        let words = leftOut.map { "\($0.count) \($0.reason)" }.joined(separator: ", ")
        return "\(rows) rows: \(actions.count) actions written, \(left) left out" + (left > 0 ? " (\(words))." : ".")
    }

    /// What the ending of a path asks for.
    ///
    /// - Throws: ``UnknownEnding``.
    package static func layout(of path: String) throws(UnknownEnding) -> ActionDataset.Layout {
        switch URL(filePath: path).pathExtension.lowercased() {
        case "jsonl", "ndjson": return .lines
        case "csv": return .table
        default: throw UnknownEnding(path: path)
        }
    }

    /// A path whose ending says nothing.
    package struct UnknownEnding: Error, CustomStringConvertible, Equatable {
        let path: String

        package var description: String {
            Plain.line("'\(path)' must end in .jsonl (one object a line) or .csv (the released layout).")
        }
    }

    /// No action of the generator or variant that was asked for.
    package struct NothingChosen: Error, CustomStringConvertible {
        let description_: String

        init(_ dataset: ActionDataset, generator: String?, variant: Int?) {
            let variants = Set(dataset.actions.compactMap(\.variant)).sorted().map { "\($0)" }
            let wanted = [generator.map { "of '\($0)'" }, variant.map { "of prompt variant \($0)" }].compactMap(\.self)
            description_ =
                "'\(dataset.file)' has no action \(wanted.joined(separator: " and ")); its generators are "
                + dataset.generators.prefix(10).map { $0.isEmpty ? "not said" : "'\($0)'" }.joined(separator: ", ")
                + ", its variants " + (variants.isEmpty ? "not said" : variants.joined(separator: ", ")) + "."
        }

        package var description: String { Plain.line(description_) }
    }
}
