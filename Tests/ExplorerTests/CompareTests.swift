import AnswerStore
import Costs
import Elicitation
import Foundation
import Measures
import Reports
import Study
import TestSupport
import Testing
import Text
import Workbench

@Suite("Runs set against one another in the explorer")
struct CompareTests {
    @Test func `whatever runs an address names, a page says what is the matter`() async throws {
        let world = try await CompareWorld(
            ["a?gap=0.1&seed=1", "b?gap=0.5&seed=2", "c?seed=3"],
            [Selection(topics: ["Politics"]), Selection(topics: ["Politics"]), Selection(countries: ["Philippines"])])
        defer { world.remove() }
        for path in ["/compare", "/compare/replies"] {
            let expected: [(query: String, status: Int, words: String)] = [
                ("", 200, "Which runs?"),
                ("?run=1", 200, "One run is chosen."),
                ("?run=1&run=1", 422, "Run 1 is chosen twice."),
                ("?run=1&run=2&run=3&run=4&run=5&run=6&run=7", 422, "7 runs are chosen; 6 are compared at most."),
                ("?run=1&run=99", 404, "This store has no run 99."),
                ("?run=1&run=3", 422, "Runs 1 and 3 were not asked about the same countries, topics and values"),
                ("?run=1&run=x", 400, "“run=x”: run is the number of a run."),
                ("?run=1&run=2", 200, "Which runs?"),
            ]
            for (query, status, words) in expected {
                let answer = try await world.answer(path + query)
                #expect(answer.status == status, "\(path)\(query)")
                #expect(answer.text.contains(words), "\(path)\(query)")
            }
        }
        let wrong = try await world.answer("/compare?run=1&run=2&with=1")
        #expect(wrong.status == 400 && wrong.text.contains("with is one of the runs but the first"))
        let country = try await world.answer("/compare/replies?run=1&run=2&country=Nowhere%3Cb%3E")
        #expect(country.status == 400 && country.text.contains("“country=Nowhere&lt;b&gt;”"))
    }

    @Test func `a run without an answer in one task has nothing to compare`() async throws {
        let world = try await CompareWorld(
            ["a?seed=1", "b?seed=2"],
            [Selection(topics: ["Politics"]), Selection(topics: ["Politics"], tasks: [.stated])])
        defer { world.remove() }
        let answer = try await world.answer("/compare?run=1&run=2")
        #expect(answer.status == 422 && answer.text.contains("Not a single cell of run 2 can be measured"))
    }

    @Test func `the first answer comes at once, and says that the comparison is being made`() async throws {
        let world = try await CompareWorld(["a?seed=1", "b?seed=2"])
        defer { world.remove() }
        let library = RunLibrary(
            world.store, prices: try .builtIn(), plan: ResamplingPlan(replicates: 100))
        let first = try await library.comparisons.comparisons.value(of: [1, 2])
        #expect(first.value == nil && !first.isCurrent)
    }

    @Test func `the comparison is that of the command line, and is made anew where a run has changed`() async throws {
        let world = try await CompareWorld(["a?gap=0.1&seed=1", "b?gap=0.5&seed=2"])
        defer { world.remove() }
        let found = try await world.json("/compare?run=2&run=1")
        let measured = try [2, 1].map {
            try MeasuredRun(run: world.store.run(named: "\($0)"), store: world.store, scoring: .strict)
        }
        let expected = try await RunComparison(of: measured, plan: ResamplingPlan(replicates: 100)) { _, _ in }
        for member in expected.json.members {
            #expect(found[member.name]?.text() == member.value.text(), "\(member.name)")
        }
        #expect(found["is_current"] == .bool(true))
        let reply = try #require(try world.store.replies(run: 1, limit: 1).first)
        try world.store.add(readings: [(reply.id, ReadingRecord(readerVersion: 99, state: "refused"))])
        let library = RunLibrary(world.store, prices: try .builtIn(), plan: ResamplingPlan(replicates: 100))
        func made() async throws -> Bool { try await library.comparisons.replies.value(of: [1, 2]).isCurrent }
        while try await !made() { try await Task.sleep(for: .milliseconds(50)) }
        try world.store.add(readings: [(reply.id, ReadingRecord(readerVersion: 100, state: "answered", content: "1"))])
        let after = try await library.comparisons.replies.value(of: [1, 2])
        #expect(after.value != nil && !after.isCurrent)
    }

    @Test func `so many comparisons are kept as there is room for, the last used`() async throws {
        let world = try await CompareWorld(["a?seed=1", "b?seed=2", "c?seed=3"])
        defer { world.remove() }
        let shelf = RunLibrary(world.store, prices: try .builtIn(), plan: nil).comparisons.replies
        func wait(_ runs: [Int64]) async throws {
            while try await shelf.value(of: runs).value == nil { try await Task.sleep(for: .milliseconds(20)) }
        }
        let chosen: [[Int64]] = [
            [1, 2], [2, 1], [1, 3], [3, 1], [2, 3], [3, 2], [1, 2, 3], [3, 2, 1],
        ]
        for runs in chosen { try await wait(runs) }
        #expect(chosen.count > ComparisonLibrary.mostKept)
        #expect(try await shelf.value(of: [3, 2, 1]).value != nil)
        #expect(try await shelf.value(of: [1, 2]).value == nil)
    }

    @Test(arguments: [
        "/compare", "/compare?run=1", "/compare?run=1&run=2", "/compare?run=1&run=2&run=3&part=places&with=3",
        "/compare?run=1&run=2&part=values", "/compare?run=1&run=2&part=map&by=topic", "/compare/replies",
        "/compare/replies?run=1&run=2&run=3", "/compare/replies?run=2&run=1&task=acted&differ=answer&page=2",
    ])
    func `each page is well-formed, and its links to comparisons lead somewhere`(path: String) async throws {
        let world = try await CompareWorld(["a?gap=0.1&seed=1", "b?gap=0.5&seed=2", "c?seed=3"])
        defer { world.remove() }
        let page = try HTMLCheck(try await world.answer(path).text)
        #expect(page.nodes < 5000)
        for link in Set(page.links.filter { $0.hasPrefix("/compare") }) {
            #expect(try await world.answer(link).status == 200, "\(link)")
        }
    }
}
