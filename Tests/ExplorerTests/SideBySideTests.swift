import AnswerStore
import Measures
import Reports
import Study
import Testing
import Text
import Workbench

@Suite("Replies side by side in the explorer")
struct SideBySideTests {
    private static let models = ["a?gap=0.1&refusal=0.1&seed=1", "b?gap=0.5&broken=0.1&seed=2", "c?gap=0.2&seed=3"]

    /// What a run's replies were read as, by question.
    private func readings(of run: Int64, _ store: AnswerStore) throws -> [String: ReplyRecord] {
        var found: [String: ReplyRecord] = [:]
        try store.forEachReply(run: run, raw: true) { found[$0.question.id] = $0 }
        return found
    }

    @Test func `the questions are those whose replies were read differently, each run a row`() async throws {
        let world = try await CompareWorld(Self.models)
        defer { world.remove() }
        let found = try await world.json("/compare/replies?run=1&run=2&run=3")
        let all = try (1...3).map { try readings(of: $0, world.store) }
        let differing = all[0].keys.filter { id in
            let records = all.compactMap { $0[id]?.reading }
            return Set(records.map { "\($0.state) \($0.content ?? "")" }).count > 1
        }
        #expect(differing.count > 20)
        let rows = try #require(found["readings"]?.array)
        #expect(Set(rows.compactMap { $0["question"]?.string }) == Set(differing))
        #expect(rows.count == 3 * differing.count)
        #expect(found["differing_questions"]?.integer == differing.count)
        #expect(found["shared_questions"]?.integer == all[0].count)
        for row in rows {
            let record = try #require(
                all[(row["run"]?.integer ?? 0) - 1][row["question"]?.string ?? ""])
            #expect(row["state"]?.string == record.reading.state)
        }
    }

    @Test func `the likeliest to matter come first`() async throws {
        let world = try await CompareWorld(Self.models)
        defer { world.remove() }
        let reports = try (1...3).map {
            try MeasuredRun(run: world.store.run(named: "\($0)"), store: world.store, scoring: .strict).measures
        }
        let axes = reports[0].axes
        let rows = try #require(try await world.json("/compare/replies?run=1&run=2&run=3")["readings"]?.array)
        let kinds = rows.compactMap { row in
            ["sides differ", "answers differ", "states differ"].firstIndex { $0 == row["differs_in"]?.string }
        }
        #expect(kinds == kinds.sorted() && Set(kinds).count == 3)
        // Of Task 2, by hand from the scores.
        for row in rows where row["task"]?.string == "acted" && row["differs_in"]?.string != "states differ" {
            let names = ["country", "topic", "value"].map { row[$0]?.string ?? "" }
            let cell = axes.cell(
                country: try #require(axes.countries.firstIndex(of: names[0])),
                topic: try #require(axes.topics.firstIndex(of: names[1])),
                value: try #require(axes.values.firstIndex(of: names[2])))
            let gaps = reports.compactMap { $0.gap(ofCell: cell) }
            let sides = Set(gaps.filter { $0.acted != 0.5 }.map { $0.acted > 0.5 })
            let isMisaligned = gaps.contains {
                $0.acted != 0.5 && $0.stated != 0.5 && ($0.acted > 0.5) != ($0.stated > 0.5)
            }
            #expect((row["differs_in"]?.string == "sides differ") == (sides.count > 1 && isMisaligned), "\(names)")
        }
    }

    @Test func `filters choose, and are joined`() async throws {
        let world = try await CompareWorld(Self.models)
        defer { world.remove() }
        let path = "/compare/replies?run=1&run=2"
        let all = try #require(try await world.json(path)["readings"]?.array)
        func count(_ filter: String) async throws -> Int {
            try await world.json(path + filter)["readings"]?.array?.count ?? -1
        }
        func expected(_ holds: (JSONValue) -> Bool) -> Int { all.count(where: holds) }
        #expect(try await count("&task=acted") == expected { $0["task"]?.string == "acted" })
        #expect(try await count("&country=Philippines") == expected { $0["country"]?.string == "Philippines" })
        let daring = expected { row in
            row["value"]?.string == "Daring"
                || row["values_rated_differently"]?.array?.contains { $0.string == "Daring" } == true
        }
        #expect(try await count("&value=Daring") == daring)
        let states = Dictionary(grouping: all) { $0["question"]?.string ?? "" }.values.filter { rows in
            Set(rows.map { $0["state"]?.string }).count > 1
        }
        #expect(states.count > 3)
        #expect(try await count("&differ=state") == 2 * states.count)
        #expect(try await count("&differ=answer&task=acted&value=Daring&topic=Politics") <= daring)
        let page = try await world.answer(path + "&task=stated&page=999")
        #expect(page.status == 200 && page.text.contains("There is no page 999"))
    }

    @Test func `a page shows ten questions, no cell twice before each was there once`() async throws {
        let world = try await CompareWorld(Self.models)
        defer { world.remove() }
        let page = try await world.answer("/compare/replies?run=1&run=2&task=acted&differ=answer")
        let headings = page.text.matches(of: /<h3 id="question-[0-9]+">(.*?)<\/h3>/).map { String($0.output.1) }
        #expect(headings.count == 10)
        let rows = try #require(
            try await world.json("/compare/replies?run=1&run=2&task=acted&differ=answer")["readings"]?.array)
        for kind in ["sides differ", "answers differ"] {
            let places = rows.filter { $0["differs_in"]?.string == kind && $0["run"]?.integer == 1 }
                .map { "\($0["country"]?.string ?? "") \($0["value"]?.string ?? "")" }
            let distinct = Set(places).count
            #expect(Set(places.prefix(distinct)).count == distinct, "\(kind)")
        }
        #expect(page.text.contains("The question as sent") && page.text.contains("Stop reason: <bdi>stop</bdi>"))
    }
}
