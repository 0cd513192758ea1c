package import AnswerStore
import Foundation
package import Measures
import Reports
import Study
import Text

/// A stored run as others' schemas have it: several figures with their intervals, never one alone.
///
/// Nothing in it depends on when it is made: exported again, the same replies give the same bytes.
package struct PublishedRun: Sendable {
    /// What can't be told in the schema, a sentence each.
    package let leftOut: [String]

    let measured: MeasuredRun
    let model: ModelIdentity
    let publisher: Publisher
    let figures: [PublishedFigure]
    let plan: ResamplingPlan?

    /// Measures a run.
    ///
    /// - Parameter plan: how intervals are made; `nil` makes none.
    /// - Throws: where nothing can be measured, or the store can't be read.
    package init(
        _ run: RunRecord, in store: AnswerStore, plan: ResamplingPlan?, by publisher: Publisher
    ) async throws {
        var measured = try MeasuredRun(run: run, store: store, scoring: .strict)
        try measured.requireReadings()
        measured.intervals = try await MeasureIntervals.made(of: measured.measures, plan: plan)
        let all = PublishedFigure.all(of: measured.measures, measured.intervals)
        self.measured = measured
        self.publisher = publisher
        self.plan = plan
        model = ModelIdentity(of: run, wished: publisher.modelID)
        figures = all.filter { $0.score?.isFinite == true }
        leftOut = all.filter { $0.score?.isFinite != true }.map {
            "the \($0.name), which is undefined here: the schema has no place for a figure without a number"
        }
    }

    /// The study's name in names of others: "pilot", without the version.
    var study: String { measured.study.name }

    /// Where the study's questions and actions come from: the paper's, or a study of one's own.
    var isOfRelease: Bool { study == "schwartz-132" }

    /// What all names of the evaluation begin with.
    var evaluation: String { "\(PublishedRun.collection).\(study.replacing("-", with: "_"))" }

    /// The folder of all evaluations of this kind.
    static let collection = "value_action_lens"

    /// When the last reply came, in whole seconds since 1970: what the record is of, not when it was made.
    var seconds: Int {
        let last = measured.provenance.replied?.upperBound ?? measured.run.finished ?? measured.run.started
        return Int(last.timeIntervalSince1970.rounded(.down))
    }

    /// The record's own name: the evaluation, the model, the time of the last reply, and which of several runs it is.
    var evaluationID: String {
        "\(evaluation)/\(model.id)/\(seconds)-\(Digest(of: Array(measured.run.key.utf8)).hexadecimal(bytes: 4))"
    }

    /// A UUID of version 4 in form, made of the record's name: the same wherever and whenever it is exported.
    var uuid: String {
        var digits = Array(Digest(of: Array("vlens-eee-1 \(evaluationID)".utf8)).hexadecimal(bytes: 16))
        digits[12] = "4"
        digits[16] = ["8", "9", "a", "b"][(digits[16].hexDigitValue ?? 0) & 3]
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }

    /// The folder of its files, counted from where `data` lies.
    var folder: String { "data/\(Self.collection)/\(model.folders.developer)/\(model.folders.model)" }
}
