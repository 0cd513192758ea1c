package import Respondents
package import Study
import Text

/// Writes the questions of a plan in a form that others read. They are rendered one at a time: nothing grows with their number.
package struct QuestionExport {
    private let plan: QuestionPlan
    private let lines: QuestionLines
    private let split: Int?
    /// Of the task for Inspect, by its names.
    private let settings: [(name: String, value: String)]

    /// What became of it.
    package struct Written: Sendable, Hashable {
        /// How many questions were written.
        package var questions: Int
        /// Into which files; none where they went elsewhere.
        package var files: [String]
        /// Cells that Task 2 can't ask about, since they have no actions.
        package var cellsWithoutActions: Int
    }

    /// - Parameters:
    ///   - respondent: who would be asked; needed for the bodies of a batch alone.
    ///   - isByValue: whether a table has a row for each value of Task 1.
    ///   - split: the most questions of a file; nil for the form's own limit.
    ///   - settings: of the task for Inspect, by its names, as Python writes them.
    /// - Throws: `SelectionError`; ``WorkbenchError`` where Task 2 is selected of a study without actions.
    package init(
        _ form: QuestionForm, of study: LoadedStudy, _ selection: Selection, respondent: (any FiledRespondent)? = nil,
        isByValue: Bool = false, split: Int? = nil, settings: [(name: String, value: String)] = []
    ) throws {
        plan = try study.definition.questions(selection)
        if !study.definition.hasActions, selection.tasks.contains(.acted) {
            throw WorkbenchError(
                .noActions(study: study.definition.name), .importActions, .giveActions, .askStatedAlone)
        }
        lines = QuestionLines(form, of: study, respondent: respondent, isByValue: isByValue)
        self.split = split
        self.settings = settings
    }

    /// How many questions there are.
    package var count: Int { plan.count }

    /// Hands all to `sink`, the header first.
    ///
    /// - Parameter progress: told now and then how many are done; what it throws ends the work.
    package func write(
        to sink: ([UInt8]) throws -> Void, progress: (Int) throws -> Void
    ) throws -> Written {
        if !lines.header.isEmpty { try sink(lines.header) }
        try each(progress, sink)
        return written([])
    }

    /// Writes a file, or several numbered ones where there are limits.
    package func write(file path: String, progress: (Int) throws -> Void) throws -> Written {
        var parts = try OutputParts(
            path, header: lines.header, mostLines: split ?? lines.form.limits?.lines,
            mostBytes: lines.form.limits?.bytes)
        try each(progress) { try parts.add($0) }
        return written(try parts.finish())
    }

    /// Writes the folder of a task for Inspect.
    package func write(folder path: String, progress: (Int) throws -> Void) throws -> Written {
        try InspectTask.make(path) { folder in
            _ = try write(file: folder + "/" + InspectTask.dataset, progress: progress)
            let text = InspectTask.text(study: lines.study.definition.label, settings: settings)
            try TextOutput.create(folder + "/" + InspectTask.task, with: text)
        }
        return written([InspectTask.dataset, InspectTask.task].map { "\(path)/\($0)" })
    }

    private func written(_ files: [String]) -> Written {
        Written(questions: plan.count, files: files, cellsWithoutActions: plan.cellsWithoutActions)
    }

    private func each(_ progress: (Int) throws -> Void, _ body: ([UInt8]) throws -> Void) throws {
        for position in plan.indices {
            if position.isMultiple(of: 1024) { try progress(position) }
            try body(lines.lines(of: plan[position]))
        }
    }
}
