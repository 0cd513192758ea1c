import AnswerStore
import Elicitation
import Foundation
import Measures
import Reading
import Respondents
import Simulated
import Study
import Testing
import Workbench

/// A scale that starts at disagreement: replies to it are read by what they mean, and its effect is told.
struct ScaleDirectionTests {
    private let pilot: StudyDefinition

    init() throws {
        pilot = try StudyDefinition.builtIn(named: "pilot")
    }

    /// The first questions of Task 1 whose scale starts at agreement, and at disagreement, of a framing.
    private func questions(_ framing: String) throws -> (agree: AskedQuestion, disagree: AskedQuestion) {
        let plan = try pilot.questions(Selection(tasks: [.stated]))
        let asked = StudyQuestions(plan)
        func first(_ start: Inclination) throws -> AskedQuestion {
            let place = plan.firstIndex { $0.variant.framing == framing && $0.first == start }
            return asked[try #require(place)]
        }
        return (try first(.agree), try first(.disagree))
    }

    private func read(_ answer: (String) -> String, _ question: AskedQuestion) -> String? {
        let names = pilot.theory.valuesByItem.map(\.name)
        let text = "{" + names.map { "\"\($0)\": \(answer($0))" }.joined(separator: ", ") + "}"
        return StudyReader(study: pilot).read(RespondentReply(text: text), to: question).reading.content
    }

    @Test(
        arguments: [
            ("direct inquiry", "1", "1", "4"), ("direct inquiry", "2", "2", "3"),
            ("direct inquiry", "\"4\"", "4", "1"), ("direct inquiry", "\"strongly agree\"", "1", "1"),
            ("direct inquiry", "\"disagree\"", "3", "3"), ("portrait", "3", "3", "2"),
            ("portrait", "\"not like me at all\"", "4", "4"), ("portrait", "\"like me\"", "2", "2"),
        ])
    func `a number is read by its place, a label by what it says, and both count from agreement`(
        framing: String, answer: String, agreeFirst: String, disagreeFirst: String
    ) throws {
        let asked = try questions(framing)
        func all(_ number: String) -> String { [String](repeating: number, count: 10).joined(separator: ",") }
        #expect(read({ _ in answer }, asked.agree) == all(agreeFirst))
        #expect(read({ _ in answer }, asked.disagree) == all(disagreeFirst))
    }

    @Test func `a number with its label is read where both say one thing, in either direction`() throws {
        let asked = try questions("direct inquiry")
        let all = [String](repeating: "4", count: 10).joined(separator: ",")
        #expect(read({ _ in "\"4: strongly disagree\"" }, asked.agree) == all)
        #expect(read({ _ in "\"1: strongly disagree\"" }, asked.disagree) == all)
        #expect(read({ _ in "\"1: strongly disagree\"" }, asked.agree) == nil)
    }

    @Test func `the store says which end stood first, and what the options were called as shown`() throws {
        let asked = try questions("portrait")
        #expect([asked.agree.record.first, asked.disagree.record.first] == [0, 1])
        let scale = ["very much like me", "like me", "not like me", "not like me at all"]
        #expect(pilot.labels(of: asked.agree.record) == scale)
        #expect(pilot.labels(of: asked.disagree.record) == scale.reversed())
        let old = try StudyQuestions(StudyDefinition.builtIn(named: "pilot@1").questions(Selection(tasks: [.stated])))
        #expect((0..<old.count).allSatisfy { old[$0].record.first == nil })
    }

    @Test func `a subject that is asked in both directions and has no gap reads as one without a gap`() async throws {
        let calm = "simulated/z?gap=0&acquiescence=0&position=0&noise=0&refusal=0&broken=0"
        for study in ["pilot", "pilot@1"] {
            let found = try await Asked(calm, study: study).measured
            let pooled = found.measures.overall.pooled.rates
            #expect(found.measures.inconsistency.share == 0, "\(study)")
            #expect(pooled.accuracy == 1 && pooled.kappa == 1, "\(study)")
            #expect(found.measures.overall.scenarioMean.rates?.f1Disagree == 1, "\(study)")
        }
    }

    @Test func `the instrument tells what the direction does beside framing, order and requirement`() async throws {
        let name = "simulated/a?primacy=0.4&acquiescence=0&noise=0&refusal=0&broken=0"
        let found = try await Asked(name, study: "pilot").measured
        let report = try await #require(found.readings).report(of: found.measures, plan: nil)
        #expect(report.stated.factors.map(\.factor) == ["framing", "order", "requirement", "scale"])
        #expect(report.stated.factors.map(\.others) == [1, 1, 1, 1])
        #expect(report.acted.factors.map(\.others) == [0, 0, 0])
        let scale = try #require(report.stated.factors.last)
        #expect([scale.reference, scale.level] == ["agreement first", "disagreement first"])
        // A rating moves by a third of the scale with probability 0.4 towards the first end, but from that end itself.
        let shift = try #require(scale.shift?.value)
        #expect(abs(shift - 0.2) < 0.07)
        for other in report.stated.factors.dropLast() { #expect(abs(try #require(other.shift?.value)) < 0.05) }
        #expect(report.stated.order == .both)
        #expect(try #require(report.stated.position?.bias?.value) > 0.05)
        let first = try await Asked(name, study: "pilot@1").measured
        let old = try await #require(first.readings).report(of: first.measures, plan: nil)
        #expect(old.stated.factors.map(\.factor) == ["framing", "order", "requirement"])
        #expect(old.stated.order == .agreeFirst && old.stated.position == nil)
    }

    @Test func `a liking for what stands first cancels in the second version and raises agreement in the first`()
        async throws
    {
        func base(_ primacy: Double, _ study: String) async throws -> Double {
            let name = "simulated/a?primacy=\(primacy)&acquiescence=0&noise=0&refusal=0&broken=0&seed=4"
            let found = try await Asked(name, study: study).measured
            return try #require(found.measures.overall.pooled.rates.statedDisagreeRate)
        }
        let without = try await base(0, "pilot")
        #expect(try await base(0, "pilot@1") == without)
        #expect(try await base(0.6, "pilot@1") < without - 0.1)
        #expect(abs(try await base(0.6, "pilot") - without) < 0.05)
    }

    @Test func `a stored run of the first version is found, measured, read again and gone on with by its version`()
        async throws
    {
        let name = "simulated/subject?seed=3"
        let asked = try await Asked(name, study: "pilot@1", countries: ["Philippines"])
        let store = asked.store
        func planned(_ study: String) throws -> PlannedRun {
            try PlannedRun(
                LoadedStudy(named: study), selection: Selection(), asking: name,
                RespondentSpecification.named(ModelName(name)))
        }
        #expect(try planned("pilot@1").stored(in: store)?.id == asked.run.id)
        #expect(try planned("pilot").stored(in: store) == nil)
        #expect(try planned("pilot").earlierVersion(in: store) == "pilot@1")
        #expect(try planned("pilot@1").earlierVersion(in: store) == nil)
        #expect(try store.studyName(ofRun: asked.run.id) == "pilot")
        let before = asked.measured.measures.inconsistency.share
        _ = try Rereading(study: LoadedStudy(ofRun: asked.run.id, in: store).definition).readAgain(asked.run, store)
        #expect(try MeasuredRun(run: asked.run, store: store, scoring: .strict).measures.inconsistency.share == before)
        let whole = try planned("pilot@1")
        let run = try whole.begin(in: store)
        #expect(run.id == asked.run.id)
        _ = try await whole.ask(run, in: store, Elicitation.Options(concurrency: 8), stop: StopSwitch())
        #expect(try store.counts(run: run.id).answered > 640)
        let other = try planned("pilot").begin(in: store)
        #expect(other.id != run.id)
        #expect(try planned("pilot").earlierVersion(in: store) == nil)
        #expect(try store.studyName(ofRun: other.id) == "pilot@2")
    }
}

/// A run of a simulated respondent in a store of its own.
private final class Asked {
    let store: AnswerStore
    let run: RunRecord
    let measured: MeasuredRun
    private let path: String

    init(_ name: String, study: String, countries: [String]? = nil) async throws {
        path = FileManager.default.temporaryDirectory.appending(path: "scale-\(UUID().uuidString).sqlite").path
        store = try AnswerStore(path: path)
        let planned = try PlannedRun(
            LoadedStudy(named: study), selection: Selection(countries: countries), asking: name,
            RespondentSpecification.named(ModelName(name)))
        run = try planned.begin(in: store)
        _ = try await planned.ask(run, in: store, Elicitation.Options(concurrency: 8), stop: StopSwitch())
        measured = try MeasuredRun(run: run, store: store, scoring: .strict)
    }

    deinit {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
}
