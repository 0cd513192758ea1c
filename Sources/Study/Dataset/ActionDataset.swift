package import Reading
package import Text

/// A file of value-informed actions, each with where it comes from: ours, one object a line, or a table or sheet as released.
///
/// It may hold several actions for the same cell and inclination: of several generators, prompts, or tries.
package struct ActionDataset: Sendable {
    /// How a file is laid out.
    package enum Layout: String, Sendable, Hashable, CaseIterable {
        /// One JSON object a line.
        case lines = "jsonl"
        /// The released table: a raw reply a row.
        case table = "csv"
        /// A released sheet of judged actions: the replies to eight prompts a row.
        case sheet
    }

    /// An action with the place where it stands.
    package struct Row: Sendable, Hashable {
        /// The line in which it begins, counted from 1.
        package var line: Int
        /// The action.
        package var action: DatasetAction
        /// How much help its reply needed to be read; `nil` for an action that is no reply.
        package var notation: Notation?
        /// The action as the paper's notebooks read the reply, where they can; `nil` where they can't and for what is no reply.
        package var asNotebooks: Action?

        /// An action at a place.
        package init(line: Int, action: DatasetAction, notation: Notation? = nil, asNotebooks: Action? = nil) {
            (self.line, self.action, self.notation, self.asNotebooks) = (line, action, notation, asNotebooks)
        }
    }

    /// A row that holds no action to be used.
    package struct LeftOut: Sendable, Hashable {
        /// The line in which it begins, counted from 1.
        package var line: Int
        /// What it was to be about.
        package var cell: Cell
        /// What it was to show.
        package var inclination: Inclination
        /// The prompt variant, from 0; `nil` where that is not known.
        package var variant: Int?
        /// Why.
        package var reason: Reason
    }

    /// Why a row holds no action to be used.
    package enum Reason: Sendable, Hashable {
        /// The reply declines to write one.
        case refused
        /// The reply can't be read.
        case unreadable(UnreadableReason)
        /// It says again, to the letter, what an earlier line says.
        case repeated(line: Int)
    }

    /// The file as its user named it.
    package var file: String
    /// How it is laid out.
    package var layout: Layout
    /// The actions in the file's order.
    package var rows: [Row] = []
    /// What holds none, in the file's order.
    package var leftOut: [LeftOut] = []
    /// What is wrong with lines; such a line's action is not among ``rows``.
    package var problems: [StudyProblem] = []
    /// Keys that mean nothing here, with the number of lines that have each.
    package var otherKeys: [String: Int] = [:]
    /// Lines with a problem.
    package var damagedLines = 0

    /// A dataset without anything yet.
    package init(file: String, layout: Layout) { (self.file, self.layout) = (file, layout) }

    /// All that the file has: actions, what holds none, and lines with a problem.
    package var rowCount: Int { rows.count + leftOut.count + damagedLines }

    /// The actions without their places.
    package var actions: [DatasetAction] { rows.map(\.action) }

    /// Who wrote them, sorted; "" where that is not known.
    package var generators: [String] { Set(rows.map(\.action.generator)).sorted() }

    /// The actions of one generator, in the file's order.
    package func actions(by generator: String) -> [DatasetAction] {
        rows.lazy.map(\.action).filter { $0.generator == generator }
    }

    /// SHA-256 of what the actions say and where they come from, in 64 hexadecimal digits: the same whatever their order, the file's layout
    /// and its white space.
    package var contentDigest: String {
        let digests = rows.map(\.action.lineDigest)
        var encoding = CanonicalEncoding(version: "vlens-dataset-1", capacity: 80 * digests.count + 64)
        encoding.append(digests.sorted())
        return encoding.digest()
    }

    /// Adds an action; one that an earlier line says to the letter is left out.
    mutating func add(_ row: Row, lines: inout [String: Int]) {
        let digest = row.action.lineDigest
        guard let first = lines[digest] else {
            lines[digest] = row.line
            rows.append(row)
            return
        }
        leftOut.append(
            LeftOut(
                line: row.line, cell: row.action.cell, inclination: row.action.inclination,
                variant: row.action.variant, reason: .repeated(line: first)))
    }
}

extension ActionDataset {
    /// What a line belongs to: the actions of both inclinations under one key are a pair.
    package struct Origin: Sendable, Hashable {
        /// The cell.
        package let cell: Cell
        /// Who wrote it.
        package let generator: String
        /// The prompt variant.
        package let variant: Int?
    }
}

extension DatasetAction {
    /// What it forms a pair in.
    package var origin: ActionDataset.Origin {
        ActionDataset.Origin(cell: cell, generator: generator, variant: variant)
    }

    /// 64 hexadecimal digits of all that a line says, byte by byte: two texts that only look the same are two.
    package var lineDigest: String {
        var encoding = CanonicalEncoding(version: "vlens-dataset-line-1")
        encoding.append([cell.scenario.country, cell.scenario.topic, cell.value])
        encoding.append([inclination.rawValue, generator, language])
        encoding.append(variant ?? -1)
        encoding.append(digest)
        encoding.append(spans.count)
        for span in spans {
            encoding.append(span.start)
            encoding.append(span.end)
        }
        return encoding.digest()
    }
}
