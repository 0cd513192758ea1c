import AnswerStore
import Foundation
import Measures
import Reports
import Study
import Testing
import Text
import Workbench

/// People's own readings: what they change, and what they leave as it is.
struct OverrulingTests {
    private static let now = Date(timeIntervalSince1970: 1_700_000_000)

    private struct World {
        let store: AnswerStore
        let run: RunRecord
        let study: StudyDefinition
        let questions: [Question]

        func measured(_ scoring: Scoring) throws -> MeasuredRun {
            try MeasuredRun(run: run, store: store, scoring: scoring)
        }

        func overrule(_ question: Question, _ state: String?, _ answer: String = "") async throws -> Int64 {
            let seen = try store.overrules(runKey: run.key, question: question.id).last?.id
            return try await Overruling(run, question: question.id, of: study, in: store).keep(
                Overruling.Form(by: "Ana", why: "because", state: state, answer: answer, seen: seen), at: Date())
        }
    }

    private func world<T>(_ body: (World) async throws -> T) async throws -> T {
        let path = FileManager.default.temporaryDirectory.appending(path: "overrule-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let store = try AnswerStore(path: path)
        let loaded = try LoadedStudy(named: "pilot")
        let selection = Selection(countries: [loaded.definition.countries[0]])
        let plan = try loaded.definition.questions(selection)
        let run = try store.begin(
            RunRecord(
                key: "k", respondent: "test/model", origin: .asked, settings: "{}",
                selections: [try RunSelection(selection, plan: plan).json], toolVersion: "0", started: Self.now),
            of: loaded.record)
        let questions = Array(plan)
        try await ReplyJournal(store: store, run: run.id).save(questions.map(Self.reply))
        return try await body(World(store: store, run: run, study: loaded.definition, questions: questions))
    }

    /// Task 1: options 1 to 4 in turn. Task 2: the first option, except for every third cell's.
    private static func reply(_ question: Question) -> ReplyRecord {
        let number = question.variant.index + (question.cells.first ?? 0)
        let content =
            question.task == .stated
            ? (0..<10).map { "\(($0 + number) % 4 + 1)" }.joined(separator: ",") : number.isMultiple(of: 3) ? "2" : "1"
        return ReplyRecord(
            question: QuestionRecord(question), text: content, replied: now,
            reading: ReadingRecord(readerVersion: 4, state: "answered", content: content))
    }

    @Test func `change no figure that does not ask for them, to the last digit`() async throws {
        try await world { world in
            let before = (strict: try world.measured(.strict).json(), legacy: try world.measured(.legacy).json())
            let acted = try #require(world.questions.first { $0.task == .acted })
            _ = try await world.overrule(acted, "answered", "2")
            _ = try await world.overrule(world.questions[0], "refused")
            #expect(try world.measured(.strict).json() == before.strict)
            #expect(try world.measured(.legacy).json() == before.legacy)
            #expect(!before.strict.contains("overruled") && !before.strict.contains("\"scoring\""))
            #expect(try world.measured(.overruled).json() != before.strict)
        }
    }

    @Test func `without a single one the figures are those of the reader, under their own name`() async throws {
        try await world { world in
            let strict = try #require(JSONReader.read(Array(try world.measured(.strict).json().utf8), manner: .strict))
            let overruled = try #require(
                JSONReader.read(Array(try world.measured(.overruled).json().utf8), manner: .strict))
            for name in ["overall", "pooled", "country", "counts", "value"] { #expect(strict[name] == overruled[name]) }
            #expect(overruled["scoring"]?.string == "strict+overrides")
            #expect(overruled["states"]?["acted"]?["overruled"]?.integer == 0)
        }
    }

    @Test func `count where they are asked for, and are told in every output`() async throws {
        try await world { world in
            let acted = try #require(world.questions.first { $0.task == .acted })
            let cell = acted.cells[0]
            let before = try #require(try world.measured(.strict).measures.gap(ofCell: cell))
            let asked = world.questions.filter { $0.task == .acted && $0.cells == acted.cells }
            for question in asked {
                let against = question.first == .disagree ? "1" : "2"
                _ = try await world.overrule(question, "answered", against)
            }
            _ = try await world.overrule(world.questions[0], "unreadable")
            let measured = try world.measured(.overruled)
            let gap = try #require(measured.measures.gap(ofCell: cell))
            #expect(gap.acted == 1 && before.acted != 1)
            #expect(measured.measures.states.acted.overruled == asked.count)
            #expect(measured.measures.states.stated.overruled == 1)
            #expect(measured.measures.states.stated.unreadable == 1)
            #expect(measured.measures.states.stated.addsUp)
            let input = measured.reportInput()
            #expect(input.title.hasSuffix(" · strict+overrides scoring, \(asked.count + 1) readings overruled"))
            let files = try ReportFolder.files(input)
            let figures = files.filter { $0.path.hasSuffix(".svg") }
            #expect(figures.count > 5)
            for figure in figures {
                #expect(figure.text.contains("strict+overrides scoring, \(asked.count + 1) readings overruled"))
            }
            let page = try #require(files.first { $0.path.hasSuffix(".html") }).text
            #expect(page.contains("\(asked.count) readings overruled by people"))
            #expect(
                page.contains(
                    "Scoring strict+overrides: \(asked.count + 1) readings are counted as people overruled them"))
            let cells = try #require(files.first { $0.path == "cells.csv" }).text
            #expect(cells.contains("strict+overrides"))
        }
    }

    @Test func `one that is taken back counts no more, and the history has all three`() async throws {
        try await world { world in
            let question = try #require(world.questions.first { $0.task == .acted })
            _ = try await world.overrule(question, "refused")
            _ = try await world.overrule(question, "unreadable")
            #expect(try world.measured(.overruled).measures.states.acted.unreadable == 1)
            _ = try await world.overrule(question, nil)
            #expect(try world.measured(.overruled).measures.states.acted.overruled == 0)
            let history = try world.store.overrules(runKey: "k", question: question.id)
            #expect(history.map { $0.reading?.state } == ["refused", "unreadable", nil])
            #expect(history.map(\.undoes) == [nil, history[0].id, history[1].id])
            #expect(try world.store.readings(ofReply: 1).map(\.readerVersion) == [4])
        }
    }

    @Test func `one of a reply that was asked again since is not of the new reply`() async throws {
        try await world { world in
            let question = try #require(world.questions.first { $0.task == .acted })
            _ = try await world.overrule(question, "refused")
            let old = try #require(try world.store.standing(run: world.run.id, question: question.id)).reply
            var reply = Self.reply(question)
            reply.replied = Date() + 60
            var kept = KeptReply()
            (kept.isPaid, kept.replaces) = (true, old)
            #expect(try await ReplyJournal(store: world.store, run: world.run.id).save(reply, as: kept))
            #expect(try RunOverrules(of: world.run, in: world.store).readings.isEmpty)
        }
    }

    @Test func `of two people at once the second is told, and nothing is lost`() async throws {
        try await world { world in
            let question = try #require(world.questions.first { $0.task == .acted })
            let work = Overruling(world.run, question: question.id, of: world.study, in: world.store)
            _ = try await work.keep(Overruling.Form(by: "A", why: "w", state: "refused"), at: Date())
            await #expect(throws: OverruleProblem.changedMeanwhile) {
                try await work.keep(Overruling.Form(by: "B", why: "w", state: "unreadable"), at: Date())
            }
            #expect(try world.store.overrules(runKey: "k", question: question.id).map(\.by) == ["A"])
        }
    }

    @Test(arguments: [
        (Overruling.Form(by: " ", why: "w", state: "refused"), OverruleProblem.nobody),
        (Overruling.Form(by: "A", why: "\n", state: "refused"), .noReason),
        (
            Overruling.Form(by: String(repeating: "a", count: 101), why: "w", state: "refused"),
            .tooLong(what: "name", most: 100)
        ),
        (Overruling.Form(by: "A", why: "w", state: "odd"), .unknownState("odd")),
        (
            Overruling.Form(by: "A", why: "w", state: "answered", answer: "agree"),
            .notOffered("agree", offered: ["1", "2"])
        ),
        (Overruling.Form(by: "A", why: "w", state: nil), .nothingToTakeBack),
    ])
    func `what a question does not offer is refused`(form: Overruling.Form, problem: OverruleProblem) async throws {
        try await world { world in
            let question = try #require(world.questions.first { $0.task == .acted })
            await #expect(throws: problem) {
                try await Overruling(world.run, question: question.id, of: world.study, in: world.store)
                    .keep(form, at: Date())
            }
        }
    }

    @Test(arguments: [
        ("1,2,3", OverruleProblem.notRatings("1,2,3", values: 10)), (",,,,,,,,,", .nothingRated),
        ("1,1,1,1,1,1,1,1,1,9", .notOffered("9", offered: ["1", "2", "3", "4"])),
        ("1,1,1,1,1,1,1,1,1,1;1;0", .notRatings("1,1,1,1,1,1,1,1,1,1;1;0", values: 10)),
    ])
    func `ratings are one option of the scale for each value`(answer: String, problem: OverruleProblem) async throws {
        try await world { world in
            await #expect(throws: problem) { try await world.overrule(world.questions[0], "answered", answer) }
        }
    }

    @Test func `a question of no run, and a run without the reply, have nothing to overrule`() async throws {
        try await world { world in
            await #expect(throws: OverruleProblem.noReply) {
                try await Overruling(world.run, question: "none", of: world.study, in: world.store)
                    .keep(Overruling.Form(by: "A", why: "w", state: "refused"), at: Date())
            }
        }
    }

    @Test func `make figures that count them old, and no others`() async throws {
        try await world { world in
            let stamps = (
                try RunStamp(of: world.run.id, in: world.store),
                try RunStamp(of: world.run.id, in: world.store, scoring: .overruled)
            )
            _ = try await world.overrule(world.questions[0], "refused")
            #expect(try RunStamp(of: world.run.id, in: world.store) == stamps.0)
            #expect(try RunStamp(of: world.run.id, in: world.store, scoring: .overruled) != stamps.1)
        }
    }
}
