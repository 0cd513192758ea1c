import AnswerStore
import Costs
import Foundation
import Pages
import Reports
import TestSupport
import Testing
import Text
import Workbench

/// The pages of whoever leads a project, over HTTP.
struct ProjectPagesTests {
    /// What whoever leads sees: annotators have no session, and see none of it.
    private static func look(_ path: String, _ explorer: ServedExplorer) async throws -> Answer {
        try await explorer.get(path, fields: ["Cookie: \(try await explorer.cookie())"])
    }

    private func with(_ body: @Sendable @escaping (ServedExplorer, JudgedStore) async throws -> Void) async throws {
        try await ServedExplorer.with { explorer in
            let world = try JudgedStore(path: explorer.program.file("vlens.sqlite").path)
            try await world.fill()
            try await body(explorer, world)
        }
    }

    private var project: ProjectAddress { ProjectAddress(project: "first / <b>") }

    @Test func `a store with projects says so on its first page, and lists them in three forms`() async throws {
        try await ServedExplorer.with { explorer in
            let bare = try await Self.look("/", explorer).body
            #expect(!bare.contains("/projects"))
            let empty = try await Self.look("/projects", explorer).body
            #expect(empty.contains("This store holds no project yet. Begin one with <code>vlens annotate</code>."))
            try await JudgedStore(path: explorer.program.file("vlens.sqlite").path).fill()
            let overview = try await Self.look("/?x=1", explorer).body
            #expect(overview.contains(#"<a href="/projects">1 project that people judge</a>"#))
            let list = try await Self.look("/projects", explorer).body
            #expect(list.contains("first / &lt;b&gt;"))
            let json = try await Self.look("/projects?format=json", explorer).body
            let first = try #require(JSONReader.read(Array(json.utf8), manner: .strict)?.array?.first)
            #expect(first["complete"]?.integer == 3)
            #expect(first["disputed"]?.integer == 2)
            let table = try await Self.look("/projects?format=csv", explorer).body
            #expect(table.contains("first / <b>,pilot"))
        }
    }

    @Test func `a project's page counts, and a label that is saved is on it at the next look`() async throws {
        try await with { explorer, world in
            let link = project.link().href
            let page = try await Self.look(link, explorer)
            #expect(page.status == 200)
            #expect(page.body.contains("3 of 4 items"))
            _ = try HTMLCheck(page.body)
            func facts() async throws -> JSONValue {
                let body = try await Self.look(link + "?format=json", explorer).body
                return try #require(JSONReader.read(Array(body.utf8), manner: .strict))
            }
            let before = try await facts()
            #expect(before["complete"]?.integer == 3)
            let anna = before["annotators"]?.array?.first
            #expect(anna?["annotator"]?.string == "anna")
            #expect(anna?["others"]?["percent_agreement"]?["value"]?.double == 1.0 / 3)
            #expect(anna?["seconds_median"]?.double == 20)
            try await world.judge(3, "no", by: "anna")
            try await world.judge(3, "no", by: "ben")
            #expect(try await facts()["complete"]?.integer == 4)
            let csv = try await Self.look(link + "?format=csv", explorer).body
            #expect(csv.split(separator: "\r\n").count == 3)
        }
    }

    @Test func `the live feed speaks when somebody has judged`() async throws {
        try await with { explorer, world in
            let library = RunLibrary(world.store, prices: try PriceTable.builtIn(), plan: nil)
            let before = await library.pulse()
            #expect(await library.pulse() == before)
            try await world.judge(3, "no", by: "anna")
            #expect(await library.pulse() != before)
        }
    }

    @Test func `the queue is in the order of what matters, and narrowed by criterion and country`() async throws {
        try await with { explorer, _ in
            var address = DisagreementsAddress(project: "first / <b>")
            func items(_ address: DisagreementsAddress) async throws -> [Int] {
                let body = try await Self.look(address.link(as: .json).href, explorer).body
                let found = JSONReader.read(Array(body.utf8), manner: .strict)?.array ?? []
                return found.compactMap { $0["item"]?.integer }
            }
            #expect(try await items(address) == [1, 2])
            let page = try await Self.look(address.link().href, explorer)
            #expect(page.body.contains("opposite views"))
            #expect(!page.body.contains("<script>0"), "an action's words are no markup")
            _ = try HTMLCheck(page.body)
            address.country = "Philippines"
            #expect(try await items(address) == [1])
            address.criterion = "correctness"
            #expect(try await items(address) == [1])
            address.show = .decided
            #expect(try await items(address).isEmpty)
        }
    }

    @Test func `an item's trail says who said what when, and what it replaced`() async throws {
        try await with { explorer, world in
            try await world.judge(0, "unsure", by: "ben")
            let address = ItemTrailAddress(project: "first / <b>", item: 1)
            let body = try await Self.look(address.link(as: .json).href, explorer).body
            let trail = JSONReader.read(Array(body.utf8), manner: .strict)?["trail"]?.array ?? []
            #expect(trail.count == 13, "four answers each and a note, then four others")
            let last = try #require(trail.last)
            #expect(last["judge"]?.string == "ben")
            #expect(last["said"]?.string == "Unsure")
            #expect(last["time"]?.string == "2023-11-14 22:13:20 UTC")
            let replaced = try #require(trail.first { $0["label"] == last["replaces"] })
            #expect(replaced["said"]?.string == "No")
            #expect(replaced["stands"] == false)
            let page = try await Self.look(address.link().href, explorer)
            #expect(page.body.contains("A &lt;i&gt;note&lt;/i&gt; of mine"))
            _ = try HTMLCheck(page.body)
            #expect(
                try await Self.look(ItemTrailAddress(project: "first / <b>", item: 9).link().href, explorer).status
                    == 404)
        }
    }

    @Test func `what is not there is said to be not there, and no page knows a link's secret`() async throws {
        try await with { explorer, world in
            #expect(try await Self.look("/projects/none", explorer).status == 404)
            let people = try world.store.participants(project: world.project.record.id)
            #expect(people.count == 2)
            for path in ["/projects", project.link().href, DisagreementsAddress(project: "first / <b>").link().href] {
                let body = try await Self.look(path, explorer).body
                #expect(people.allSatisfy { !body.contains($0.secret) })
            }
        }
    }
}
