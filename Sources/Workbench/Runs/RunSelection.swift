package import AnswerStore
import Foundation
package import Study

/// What one start of a run, or one imported file, was to hold: kept with the run as JSON.
package struct RunSelection: Codable, Hashable {
    /// The selection, for a run that was asked here.
    var selection: Part?
    /// Task 1 replies planned.
    package var stated: Int
    /// Task 2 replies planned.
    package var acted: Int
    /// Ratings that one Task 1 reply is asked for.
    var ratingsPerReply: Int
    /// Cells that Task 2 can't ask about.
    var cellsWithoutActions: Int
    /// The imported file; nil for a start, and for a file that an earlier version imported.
    var file: ImportedFile?
    /// A mark of the questions that came with this file and with none before it: then ``stated`` and ``acted`` count these alone.
    /// Nil for what was asked here, and where the plan of an imported run was named.
    var counted: String?
    /// The people who answer first in this file, each by a digest; the place in the run's whole list is the repetition.
    var people: [String]?

    /// A ``Selection`` in words.
    struct Part: Codable, Hashable {
        var countries: [String]?
        var topics: [String]?
        var tasks: [String]
        var variants: [Int]?
        var replicates: Int
        var sample: CellSample?
    }

    package var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// The plan of an asked run.
    package init(_ selection: Selection, plan: QuestionPlan) {
        self.selection = Part(
            countries: selection.countries, topics: selection.topics, tasks: selection.tasks.map(\.rawValue).sorted(),
            variants: selection.variants[.stated], replicates: selection.replicates, sample: selection.sample)
        stated = plan.count(of: .stated)
        acted = plan.count(of: .acted)
        ratingsPerReply = plan.study.theory.values.count
        cellsWithoutActions = plan.cellsWithoutActions
    }

    /// An imported file and its extent.
    init(stated: Int, acted: Int, ratingsPerReply: Int, file: ImportedFile? = nil) {
        self.file = file
        self.stated = stated
        self.acted = acted
        self.ratingsPerReply = ratingsPerReply
        cellsWithoutActions = 0
    }

    static func all(_ run: RunRecord) throws -> [RunSelection] {
        try run.selections.map { try JSONDecoder().decode(RunSelection.self, from: Data($0.utf8)) }
    }

    /// The files that a run was imported from, the first one first.
    package static func files(of run: RunRecord) throws -> [ImportedFile] {
        try all(run).compactMap(\.file)
    }

    /// What each start of an asked run was to ask.
    static func plans(of run: RunRecord, study: StudyDefinition) throws -> [QuestionPlan] {
        try all(run).compactMap(\.selection).map { try study.questions($0.selection) }
    }

    /// The study with only the countries and topics that any start of an asked run selected.
    static func part(of study: StudyDefinition, askedBy run: RunRecord) throws -> StudyDefinition {
        let parts = try all(run).compactMap(\.selection)
        guard run.knowsWording, !parts.isEmpty else { return study }
        func union(_ lists: [[String]?], of known: [String]) -> [String]? {
            // A start that selected nothing asked all of them.
            guard !lists.contains(where: { $0 == nil }) else { return nil }
            let wanted = Set(lists.flatMap { $0 ?? [] }.map { $0.lowercased() })
            return known.filter { wanted.contains($0.lowercased()) }
        }
        return try study.reduced(
            countries: union(parts.map(\.countries), of: study.countries),
            topics: union(parts.map(\.topics), of: study.topics))
    }

    /// The cells that any start of an asked run selected; `nil` where all of a start's scenarios were, so that nothing
    /// is left out.
    static func sampledCells(of run: RunRecord, in study: StudyDefinition) throws -> Set<Cell>? {
        let parts = try all(run).compactMap(\.selection)
        guard run.knowsWording, !parts.isEmpty, parts.allSatisfy({ $0.sample != nil }) else { return nil }
        return Set(
            try parts.flatMap { part in
                try study.questions(part.selection).selectedCells.compactMap(study.cell(at:))
            })
    }

    /// What all starts of a run together were to hold.
    ///
    /// - Parameter study: needed only where starts may overlap.
    package static func joined(
        _ run: RunRecord, study: @autoclosure () throws -> StudyDefinition
    ) throws -> RunSelection? {
        let all = try all(run)
        guard var sum = all.first else { return nil }
        if run.origin == .imported {
            // Files of one extent hold the replies to the same questions, whether or not their bytes differ.
            var extents: Set<RunSelection> = []
            var named = SelectionUnion(of: try study())
            (sum.stated, sum.acted) = (0, 0)
            for var part in all {
                part.file = nil
                guard extents.insert(part).inserted else { continue }
                if part.counted == nil, let selection = part.selection {
                    named.add(try study().questions(selection.selection))
                } else {
                    sum.stated += part.stated
                    sum.acted += part.acted
                }
            }
            // A plan that was named holds what stood in the files.
            sum.stated = max(sum.stated, named.count(of: .stated))
            sum.acted = max(sum.acted, named.count(of: .acted))
        } else if all.count > 1 {
            // Starts may overlap.
            let study = try study()
            var union = SelectionUnion(of: study)
            for part in all.compactMap(\.selection) { union.add(try study.questions(part.selection)) }
            sum.stated = union.count(of: .stated)
            sum.acted = union.count(of: .acted)
            sum.cellsWithoutActions = all.map(\.cellsWithoutActions).max() ?? 0
        }
        return sum
    }
}

extension RunSelection.Part {
    var selection: Selection {
        Selection(
            countries: countries, topics: topics, tasks: Set(tasks.compactMap(StudyTask.init(rawValue:))),
            variants: variants.map { [.stated: $0, .acted: $0] } ?? [:], replicates: replicates,
            sample: sample)
    }
}
