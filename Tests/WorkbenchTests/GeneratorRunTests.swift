import AnswerStore
import Costs
import Foundation
import Measures
import Pages
import Reports
import Respondents
import Simulated
import Study
import Testing
import Text
import Workbench

/// A run that asks the same cells with the actions of two generators.
struct GeneratorRunTests {
    private static let (own, other) = ("openai/gpt-4o", "meta/llama-3")

    /// Politics of both countries, asked with the pilot's actions as two generators'; the second lacks the first cell.
    ///
    /// - Parameter chooses: which action the subject takes, by generator and the number of its cell.
    private func with(
        _ respondent: String = "simulated/gpt-twin?seed=3",
        chooses: (String, Int) -> Inclination, _ body: (AnswerStore, RunRecord, LoadedStudy) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "generators-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let pilot = try LoadedStudy(named: "pilot").definition
        func file(_ generator: String, lacking: Int) throws -> String {
            let pairs = (lacking..<pilot.cellCount).compactMap(pilot.cell(at:)).compactMap { cell in
                pilot.actions[cell].map { pair in
                    (
                        cell,
                        ActionPair(agree: pair.agree.said(by: generator), disagree: pair.disagree.said(by: generator))
                    )
                }
            }
            let set = GeneratedActions(generator: generator, pairs: Dictionary(uniqueKeysWithValues: pairs))
            let url = folder.appending(path: "\(lacking).jsonl")
            try pilot.withActions([set]).actionsText().write(to: url, atomically: true, encoding: .utf8)
            return url.path
        }
        let study = try LoadedStudy(
            named: "pilot", actions: [file(Self.own, lacking: 0), file(Self.other, lacking: 1)])
        let store = try AnswerStore(path: folder.appending(path: "s.sqlite").path)
        let selection = Selection(topics: [pilot.topics[0]])
        let planned = try PlannedRun(
            study, selection: selection, asking: respondent, RespondentSpecification.named(ModelName(respondent)))
        let run = try planned.begin(in: store)
        let replies = planned.plan.map { question in
            let generator = question.variant.generator ?? ""
            let chosen = question.task == .acted ? chooses(generator, question.cells[0]) : .agree
            return Self.reply(to: question, chosen)
        }
        try await ReplyJournal(store: store, run: run.id).save(replies)
        try await body(store, run, study)
    }

    private static func reply(to question: Question, _ chosen: Inclination) -> ReplyRecord {
        let isStated = question.task == .stated
        let option = question.first == chosen ? "1" : "2"
        return ReplyRecord(
            question: QuestionRecord(question), text: isStated ? "{}" : #"{"action": "Option \#(option)"}"#,
            finishReason: "stop", replied: Date(timeIntervalSince1970: 1),
            reading: ReadingRecord(
                readerVersion: 1, state: "answered",
                content: isStated
                    ? [String](repeating: "1", count: 10).joined(separator: ",") : option))
    }

    @Test func `a subject that chooses otherwise among one generator’s actions is found out, with intervals`()
        async throws
    {
        // Of 20 cells the first is asked with the first generator's alone. Among its actions the subject acts against the value in 6 of
        // the others.
        try await with(chooses: { $0 == Self.own && (1...6).contains($1) ? .disagree : .agree }) { store, run, study in
            let measured = try MeasuredRun(run: run, store: store, scoring: .strict)
            #expect(measured.measures.states.acted.planned == 20 * 8 + 19 * 8)
            #expect(measured.measures.states.acted.missing == 0)
            let plan = ResamplingPlan(replicates: 100)
            let found = try #require(try await measured.readings?.report(of: measured.measures, plan: plan))
            let effect = try #require(found.acted.factors.first { $0.factor == AskingDesign.generator })
            #expect(effect.reference == Self.own && effect.level == Self.other && effect.others == 0)
            #expect(abs((effect.shift?.value ?? 0) + 6.0 / 19) < 1e-12)
            #expect(effect.flips?.value == 6.0 / 19 && effect.shift?.interval != nil)
            let family = try #require(found.family)
            #expect(family.families.respondent == "gpt" && family.own == [Self.own] && family.others == [Self.other])
            #expect(abs((family.shift?.value ?? 0) - 6.0 / 19) < 1e-12)
            #expect(family.inconsistency?.value == 6.0 / 19 && family.inconsistency?.interval != nil)
            // The other factors do nothing, and what the generator does is no wording's.
            #expect(
                found.acted.factors.filter { $0.factor != AskingDesign.generator }.allSatisfy { $0.shift?.value == 0 })
        }
    }

    @Test func `a respondent of no known family is measured, and the effect of its family is absent with a reason`()
        async throws
    {
        try await with("simulated/subject?seed=3", chooses: { _, _ in .agree }) { store, run, _ in
            let measured = try MeasuredRun(run: run, store: store, scoring: .strict)
            let found = try #require(try await measured.readings?.report(of: measured.measures, plan: nil))
            #expect(found.family?.absence == .familyUnknown)
        }
    }

    @Test func `the store keeps every generator’s actions, and reads the study as it was asked`() async throws {
        try await with(chooses: { _, _ in .agree }) { store, run, study in
            let read = try LoadedStudy(ofRun: run.id, in: store)
            #expect(read.definition.actionSets == study.definition.actionSets)
            #expect(read.definition.protocolHash == study.protocolHash && read.protocolHash == study.protocolHash)
            #expect(read.definition.generators == [Self.own, Self.other])
        }
    }

    @Test func `a cell’s page shows both generators’ actions, and with each question its own`() async throws {
        try await with(chooses: { _, _ in .agree }) { store, run, study in
            let pilot = study.definition
            let library = RunLibrary(store, prices: try PriceTable.builtIn(), plan: nil)
            func view(_ number: Int) async throws -> CellView {
                let cell = try #require(pilot.cell(at: number))
                let address = CellAddress(
                    run: Int(run.id), country: cell.scenario.country, topic: cell.scenario.topic, value: cell.value)
                return try #require(try await CellPage(address, in: library).view())
            }
            let page = try await view(1)
            let actions = page.json["actions"]?.array ?? []
            #expect(actions.map { $0["generator"]?.string } == [Self.own, Self.own, Self.other, Self.other])
            let questions = page.json["questions"]?.array ?? []
            #expect(questions.count == 8 + 16)
            for question in questions where question["task"]?.string == "acted" {
                let generator = (question["variant"]?.integer ?? 0) < 8 ? Self.own : Self.other
                #expect(question["prompt"]?.string?.contains("(\(generator))") == true)
            }
            // The first cell has one generator's alone.
            #expect(try await view(0).json["questions"]?.array?.count == 8 + 8)
            #expect(try await view(0).json["actions"]?.array?.count == 2)
        }
    }

    @Test func `the list of actions has a pair for each generator, and a word is found in whosever it stands`()
        async throws
    {
        try await with(chooses: { _, _ in .agree }) { store, run, study in
            let pairs = FlaggedPair.all(of: study.definition)
            #expect(pairs.count == 160)
            #expect(pairs[0].generator == Self.own && pairs[1].generator == Self.other)
            #expect(pairs[1].flags == [.incompletePair] && pairs[3].flags.contains(.incompletePair) == false)
            let browser = RunBrowser(store)
            let view = try await DataView(DataAddress(run: Int(run.id)), browser.data(run))
            #expect(view.table.header.last == "generator")
            #expect(try view.page().document().contains("written by <bdi>\(Self.other)</bdi>"))
        }
    }
}

extension Action {
    fileprivate func said(by generator: String) -> Action {
        Action(text: "\(text.dropLast()) (\(generator)).", attributions: attributions, explanation: explanation)
    }
}
