package import AnswerStore
package import Costs
package import Elicitation
package import Foundation
package import Respondents
package import Study
import Text

/// A model that observes a run and predicts what its respondent states.
package struct ModelPrediction: Sendable {
    package let plan: PlannedPrediction
    package let questions: PredictionQuestions
    /// As the model was named: `provider/model`.
    package let model: String
    private let specification: RespondentSpecification
    private let settings: String

    /// An observer of a plan's run. Nothing is sent.
    package init(_ plan: PlannedPrediction, model: String, _ specification: RespondentSpecification) throws {
        (self.plan, self.model, self.specification) = (plan, model, specification)
        questions = PredictionQuestions(plan)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var recorded = specification.recordedSettings
        recorded["observes"] = plan.observed.run.respondent
        recorded["prediction"] = String(
            Self.hash(plan.design.identity, questions.wording.hash, plan.observed.run.key).prefix(8))
        settings = String(decoding: try encoder.encode(recorded), as: UTF8.self)
    }

    /// Whether it observes itself, behind whatever gateway.
    package var isSelf: Bool { ModelFamily.isSame(plan.observed.run.respondent, model) }

    /// The family that it shares with what it observes, where it is another model.
    package var sharedFamily: String? {
        guard !isSelf, let family = ModelFamily.family(of: model) else { return nil }
        return ModelFamily.family(of: plan.observed.run.respondent) == family ? family : nil
    }

    /// What makes two starts the same run.
    private var key: String {
        ["predicted", plan.observed.run.key, questions.wording.hash, plan.design.identity, model, settings]
            .joined(separator: "\u{1F}")
    }

    private static func hash(_ parts: String...) -> String {
        var encoding = CanonicalEncoding(version: "vlens-prediction-run-1", capacity: 512)
        encoding.append(parts)
        return encoding.digest()
    }

    /// The run of the same identity, if a store has it.
    package func stored(in store: AnswerStore) throws -> RunRecord? { try store.run(key: key) }

    /// Begins the run, or goes on with the one of the same identity. The wording is kept with it.
    package func begin(in store: AnswerStore, at date: Date) throws -> RunRecord {
        let run = RunRecord(
            key: key, respondent: model, origin: .predicted, settings: settings,
            selections: [try plan.design.kept], toolVersion: Release.version, started: date)
        let wording = questions.wording
        return try store.begin(
            run,
            of: StudyRecord(
                name: "prediction wording \(PredictionWording.version)", protocolHash: wording.hash,
                source: wording.text,
                actions: nil))
    }

    /// Asks what has no reply yet.
    ///
    /// - Throws: `ElicitationError`; all replies until then are stored.
    package func ask(
        _ run: RunRecord, in store: AnswerStore, _ options: Elicitation.Options, monitor: RunMonitor = RunMonitor(),
        stop: StopSwitch
    ) async throws -> RunSnapshot {
        let result: Result<RunSnapshot, any Error> = await specification.withRespondent { respondent in
            do {
                let elicitation = Elicitation(store: store, respondent: respondent, options: options)
                return .success(
                    try await elicitation.ask(
                        questions, reader: PredictionReader(), run: run, monitor: monitor, stop: stop))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// What a start may take.
    package func bounds(
        _ bounds: StartBounds, prices: PriceTable, replyTokens: Int?, run: RunRecord, store: AnswerStore
    ) throws -> Bounds {
        try bounds.bounds(
            asking: model, longestPrompt: questions.longestPrompt, prices: prices, replyTokens: replyTokens, run: run,
            store: store)
    }

    package var maximumConnections: Int { specification.maximumConnections }

    /// Tokens of one answer, estimated.
    package static let answerTokens = 20

    /// How many questions have no reply yet, and the tokens of their prompts, by the mean over all.
    package func left(_ run: RunRecord?, in store: AnswerStore?) async throws -> (questions: Int, tokens: Int) {
        var open = questions.count
        if let run, let store {
            open -= try await readings(of: questions.allIDs, run, store).count
        }
        return (open, questions.count > 0 ? questions.tokens * open / questions.count : 0)
    }

    /// The current readings of questions that have one.
    func readings(of ids: [String], _ run: RunRecord, _ store: AnswerStore) async throws -> [String: ReadingRecord] {
        var found: [String: ReadingRecord] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = Array(ids[start..<min(start + 500, ids.count)])
            for (id, reading) in zip(some, try await store.currentReadings(run: run.id, questions: some)) {
                found[id] = reading?.reading
            }
        }
        return found
    }
}
