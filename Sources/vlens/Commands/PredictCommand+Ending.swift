import AnswerStore
import Foundation
import Measures
import Reports
import Study
import Text
import Workbench

extension PredictCommand {
    /// Computes, shows and writes, and ends with the exit code that fits.
    func conclude(_ plan: PlannedPrediction, _ asked: PredictionWords.Asked?) async throws {
        let intervals = intervals.plan
        var input = try await SlowNotice.during { notice in
            // Of a handful of cells all may lie in one part, so that none is left to learn from.
            let cells = plan.predictable
            let learned =
                Set(cells.map(\.fold)).count > 1
                ? try await LearnedBaseline.sets(of: cells) { notice.done($0, of: $1, "fitting parts") } : []
            let sets = (asked?.outcome.sets ?? []) + learned
            let report = try await PredictionReport(sets, plan: intervals) { notice.done($0, of: $1, "sets") }
            let notices =
                PredictionWords.notices(plan) + (asked.map { PredictionWords.notices($0.prediction) } ?? [])
                + (asked.map { PredictionWords.notices($0.outcome) } ?? [])
            let design = plan.design
            return PredictionInput(
                target: plan.observed.run.respondent, run: Int(plan.observed.run.id), observer: asked?.prediction.model,
                study: plan.observed.study.title, examples: asked == nil ? nil : plan.parts.map(\.count).max(),
                split: design.manner == .released ? design.manner.rawValue : design.grouping.rawValue,
                seed: design.seed,
                explanation: asked != nil && design.kinds.contains(where: \.showsExplanation)
                    ? design.explanation.rawValue : nil,
                notices: notices, sets: sets, report: report, version: Release.version)
        }
        input.details = PredictionWords.json(plan, asked)
        Terminal.output.write(json ? input.json.text() : PredictionText(input, style: Terminal.output.style).text)
        try output.write(PredictionPage.files(input), page: PredictionPage.page(input))
    }

    /// `--released`: the figures of others' predictions.
    func showReleased(_ folder: String) async throws {
        try output.check()
        let sets = try PredictionSet.released(folder)
        let intervals = intervals.plan
        let report = try await SlowNotice.during { notice in
            try await PredictionReport(sets, plan: intervals) { notice.done($0, of: $1, "sets") }
        }
        let input = PredictionInput(
            target: URL(filePath: folder).lastPathComponent, notices: PredictionSet.releasedNotices(sets), sets: sets,
            report: report, version: Release.version)
        Terminal.output.write(json ? input.json.text() : PredictionText(input, style: Terminal.output.style).text)
        try output.write(PredictionPage.files(input), page: PredictionPage.page(input))
    }

    /// `--warn`: where a respondent's word is least to be trusted.
    func warn() async throws {
        let store = try self.store.open(.readOnly)
        let target = try run_.find(in: store)
        let others = try other.learnFrom.map { try store.run(named: $0) }
        let warning = try RunWarning(of: target, learningFrom: others, in: store)
        let intervals = intervals.plan
        let input = try await SlowNotice.during { notice in
            try await warning.input(plan: intervals) { notice.done($0, of: $1, "steps") }
        }
        Terminal.output.write(json ? input.json.text() : WarningText(input, style: Terminal.output.style).text)
        try output.write(input.files)
    }
}
