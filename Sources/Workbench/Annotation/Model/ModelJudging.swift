package import AnswerStore
package import Costs
package import Elicitation
package import Foundation
package import Respondents
package import Study
import Text

/// A model that is to judge a project's actions.
package struct ModelJudging: Sendable {
    package let project: AnnotationProject
    /// As the model was named: `provider/model`.
    package let model: String
    package let questions: JudgeQuestions
    /// How many of the items are its own: actions that it wrote, gaps that it has.
    package let ownActions: Int
    /// The project's actions, in their order.
    package let items: [ActionItem]
    private let specification: RespondentSpecification
    private let settings: String

    /// - Parameter own: the model's name, where it may judge what it wrote itself.
    /// - Throws: ``JudgingProblem`` where it would judge its own and was not asked to by name.
    package init(
        _ project: AnnotationProject, model: String, _ specification: RespondentSpecification, own: String? = nil
    ) throws {
        (self.project, self.model, self.specification) = (project, model, specification)
        items = try project.items().filter { !$0.isCheck }
        questions = JudgeQuestions(project, items: items)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        settings = String(decoding: try encoder.encode(specification.recordedSettings), as: UTF8.self)
        guard !items.isEmpty else { throw JudgingProblem.noActions(project: project.record.name) }
        ownActions = items.count { ModelFamily.isSame($0.author, model) }
        if let own, own != model { throw JudgingProblem.otherNamed(own: own, model: model) }
        guard ownActions == 0 || own != nil else {
            let (count, all, name) = (ownActions, items.count, project.record.name)
            throw hasGaps
                ? JudgingProblem.ownGaps(model: model, count: count, of: all, project: name)
                : .ownActions(model: model, count: count, of: all, project: name)
        }
    }

    /// Whether gaps are coded, and no actions.
    package var hasGaps: Bool { items.contains { $0.gap != nil } }

    /// Generators or respondents of the model's family that are other models: what a family likes of its own is not excluded with the model alone.
    package var relatedGenerators: [String] {
        guard let family = ModelFamily.family(of: model) else { return [] }
        return Set(items.map(\.author)).filter {
            ModelFamily.family(of: $0) == family && !ModelFamily.isSame($0, model)
        }.sorted()
    }

    /// As whom it judges: another rubric, other settings or another project make another judge of one name.
    package var judge: JudgeRecord {
        var details: [JSONValue.Member] = []
        if ownActions > 0 { details.append(.init("own", true)) }
        details += [
            .init("project", .string(project.record.name)), .init("rubric", .string(questions.rubric.hash)),
            .init("settings", JSONReader.read(Array(settings.utf8), manner: .strict) ?? .object([])),
        ]
        return JudgeRecord(
            kind: "model", name: model, details: JSONValue.object(details).text(indented: false).trimmed)
    }

    /// What makes two starts the same run.
    private var key: String {
        ["judged", project.record.name, questions.rubric.hash, model, settings].joined(separator: "\u{1F}")
    }

    /// The run of the same identity, if the store has it.
    package func stored() throws -> RunRecord? { try project.store.run(key: key) }

    /// Begins the run, or goes on with the one of the same identity. The rubric's text is kept with it.
    package func begin(at date: Date) throws -> RunRecord {
        let selection = RunSelection(stated: 0, acted: 0, ratingsPerReply: 0)
        let run = RunRecord(
            key: key, respondent: model, origin: .judged, settings: settings, selections: [try selection.json],
            toolVersion: Release.version, started: date)
        let rubric = questions.rubric
        let book = rubric.codebook
        let text = StudyRecord(
            name: "rubric \(book.name)@\(book.version)", protocolHash: rubric.hash, source: rubric.text, actions: nil)
        return try project.store.begin(run, of: text)
    }

    /// Asks what has no reply yet.
    ///
    /// - Throws: `ElicitationError`; all replies until then are stored.
    package func ask(
        _ run: RunRecord, _ options: Elicitation.Options, monitor: RunMonitor = RunMonitor(), stop: StopSwitch
    ) async throws -> RunSnapshot {
        let language = Language(code: project.definition.language) ?? .english
        let reader = JudgementReader(project.codebook, language: language)
        let result: Result<RunSnapshot, any Error> = await specification.withRespondent { respondent in
            do {
                let elicitation = Elicitation(store: project.store, respondent: respondent, options: options)
                return .success(
                    try await elicitation.ask(questions, reader: reader, run: run, monitor: monitor, stop: stop))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// What a start may take.
    package func bounds(
        _ bounds: StartBounds, prices: PriceTable, replyTokens: Int?, run: RunRecord
    ) throws -> Bounds {
        try bounds.bounds(
            asking: model, longestPrompt: questions.longestPrompt, prices: prices, replyTokens: replyTokens, run: run,
            store: project.store)
    }

    package var maximumConnections: Int { specification.maximumConnections }
}

/// Why a model can't judge a project.
package enum JudgingProblem: Error, Sendable, Hashable {
    /// It wrote some of the actions, and was not asked to judge its own.
    case ownActions(model: String, count: Int, of: Int, project: String)
    /// Some of the gaps are its own, and it was not asked to code those.
    case ownGaps(model: String, count: Int, of: Int, project: String)
    /// Another model than the one that judges was named as one that may judge its own.
    case otherNamed(own: String, model: String)
    /// The project has no actions.
    case noActions(project: String)

    /// What is wrong, and what to do.
    package var words: String {
        switch self {
        case .ownActions(let model, let count, let all, let project):
            "the model '\(Plain.line(model))' wrote \(count) of the \(all) actions of the project '\(Plain.line(project))', and would be "
                + "its own judge; take another model, or give --own \(Plain.line(model)): its labels are then marked"
        case .ownGaps(let model, let count, let all, let project):
            "\(count) of the \(all) gaps of the project '\(Plain.line(project))' are those of the model '\(Plain.line(model))', which would "
                + "code what it did itself; take another model, or give --own \(Plain.line(model)): its labels are then marked"
        case .otherNamed(let own, let model):
            "--own '\(Plain.line(own))' is not the model that judges, '\(Plain.line(model))'; give its name, or leave --own out"
        case .noActions(let project): "the project '\(Plain.line(project))' has no actions to judge"
        }
    }
}

extension ActionItem {
    /// Whose it is, whom a judge must not be: the respondent of a gap, the generator of an action.
    package var author: String { gap?.respondent ?? line.generator }
}
