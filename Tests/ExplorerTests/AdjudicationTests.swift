import AnswerStore
import Foundation
import Pages
import Reports
import TestSupport
import Testing
import Text
import Workbench

/// An adjudicator's pages, over HTTP, as a browser without a script uses them.
struct AdjudicationTests {
    private struct Place: Sendable {
        let explorer: ServedExplorer
        let world: JudgedStore
        let link: String

        func decide(_ item: Int, _ fields: [(String, String)]) async throws -> Answer {
            let body = fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
            return try await explorer.post(
                "\(link)/\(item)", body,
                fields: ["Content-Type: application/x-www-form-urlencoded", "Sec-Fetch-Site: same-origin"])
        }

        /// The revision that an item's page holds.
        func seen(_ item: Int) async throws -> String {
            let page = try await explorer.get("\(link)/\(item)").body
            let found = try #require(page.firstMatch(of: /name="seen" value="(\d+)"/))
            return String(found.1)
        }

        var final: [String?] {
            get throws {
                let standing = try StandingJudgements(world.project)
                return FinalLabels(standing, items: world.items, codebook: world.project.codebook).labels
                    .filter { $0.criterion == "correctness" }.map(\.answer)
            }
        }
    }

    private func with(_ body: @Sendable @escaping (Place) async throws -> Void) async throws {
        try await ServedExplorer.with { explorer in
            let world = try JudgedStore(path: explorer.program.file("vlens.sqlite").path, named: "p")
            try await world.fill()
            let zoe = try world.project.participant(named: "zoe", role: .adjudicator, at: JudgedStore.now)
            try await body(Place(explorer: explorer, world: world, link: AdjudicatorDesk.path(of: zoe)))
        }
    }

    private static let all = ["correctness", "harmlessness", "sufficiency", "plausibility"]
    private static func decision(_ answer: String, source: String) -> [(String, String)] {
        all.flatMap { [("answer-\($0)", answer), ("source-\($0)", source)] }
    }

    @Test func `names are hidden, notes are shown, and letters are mixed from item to item`() async throws {
        try await with { place in
            let queue = try await place.explorer.get(place.link)
            #expect(queue.status == 200)
            #expect(queue.body.contains("2 items to be decided"))
            _ = try HTMLCheck(queue.body)
            let page = try await place.explorer.get("\(place.link)/1").body
            _ = try HTMLCheck(page)
            #expect(page.contains("A &lt;i&gt;note&lt;/i&gt; of mine"))
            #expect(!page.contains("anna") && !page.contains("ben"))
            #expect(page.contains("A: Yes · B: No") || page.contains("A: No · B: Yes"))
            #expect(!page.contains("<script>0"))
            #expect(
                try await place.explorer.get("\(place.link)/3").status == 200,
                "where they agree it can be looked at, too")
            #expect(try await place.explorer.get("\(place.link)/4").status == 404, "nobody has judged it")
            // Over many items, the first letter is not always the same person's.
            let many = try JudgedStore(
                path: place.explorer.program.file("vlens.sqlite").path, named: "many", items: 16)
            for item in 0..<16 {
                try await many.judge(item, "yes", by: "anna")
                try await many.judge(item, "no", by: "ben")
            }
            let zoe = try many.project.participant(named: "zoe", role: .adjudicator, at: JudgedStore.now)
            let desk = try #require(try AdjudicatorDesk(secret: zoe.secret, in: many.store))
            let firsts = try (1...16).compactMap { try desk.sheet($0)?.criteria[0].said.first?.answer }
            #expect(Set(firsts) == ["Yes", "No"])
        }
    }

    @Test func `a decision is kept with its source, and the next item comes`() async throws {
        try await with { place in
            let answer = try await place.decide(
                1, [("seen", "0"), ("memo", "as+the+guideline+says")] + Self.decision("no", source: "guideline_gap"))
            #expect(answer.status == 303)
            #expect(answer.fields["location"] == "\(place.link)/2")
            #expect(try place.final == ["no", nil, "yes"])
            let standing = try StandingJudgements(place.world.project)
            let own = standing.entries.filter { standing.judges[$0.judge]?.isAdjudicator == true }
            #expect(own.compactMap(\.judgement.source) == [String](repeating: "guideline_gap", count: 4))
            #expect(own.compactMap(\.judgement.note) == ["as the guideline says"])
            let page = try await place.explorer.get(place.link).body
            #expect(page.contains("1 item to be decided"))
            #expect(page.contains("1 decided item"))
        }
    }

    @Test func `without a reason nothing is kept, and what was chosen and written comes back`() async throws {
        try await with { place in
            let answer = try await place.decide(
                1,
                [("seen", "0"), ("memo", "my+%3Cb%3Ememo"), ("answer-correctness", "no"), ("source-correctness", "")])
            #expect(answer.status == 422)
            #expect(answer.body.contains("Say why annotators differ on “Correctness”."))
            #expect(answer.body.contains("my &lt;b&gt;memo"))
            #expect(answer.body.contains(#"name="answer-correctness" value="no" checked="checked""#))
            #expect(try place.final == [nil, nil, "yes"])
        }
    }

    @Test func `a stale decision is refused with all that was typed, and can be kept after a look`() async throws {
        try await with { place in
            _ = try await place.decide(1, [("seen", "0")] + Self.decision("yes", source: "slip"))
            let stale = try await place.decide(
                1, [("seen", "0"), ("memo", "second+window")] + Self.decision("no", source: "perspective"))
            #expect(stale.status == 409)
            #expect(stale.body.contains("Something else was decided here since you opened the page (Correctness: Yes"))
            #expect(stale.body.contains("second window"))
            #expect(stale.body.contains(#"name="answer-correctness" value="no" checked="checked""#))
            #expect(try place.final == ["yes", nil, "yes"])
            let seen = try #require(stale.body.firstMatch(of: /name="seen" value="(\d+)"/)).1
            let kept = try await place.decide(
                1, [("seen", String(seen)), ("memo", "second+window")] + Self.decision("no", source: "perspective"))
            #expect(kept.status == 303)
            #expect(try place.final == ["no", nil, "yes"])
            let again = try await place.decide(
                1, [("seen", "0"), ("memo", "second+window")] + Self.decision("no", source: "perspective"))
            #expect(again.status == 303, "what stands already is acknowledged, whatever was seen")
        }
    }

    @Test func `a decision is taken back by deciding nothing, and the trail keeps it`() async throws {
        try await with { place in
            _ = try await place.decide(1, [("seen", "0")] + Self.decision("yes", source: "slip"))
            let count = try place.world.store.labelCount()
            let answer = try await place.decide(
                1, [("seen", try await place.seen(1))] + Self.all.map { ("answer-\($0)", "") })
            #expect(answer.status == 303)
            #expect(try place.final == [nil, nil, "yes"])
            #expect(try place.world.store.labelCount() == count + 4)
        }
    }

    @Test func `what the form does not offer changes nothing; nobody else's link decides`() async throws {
        try await with { place in
            for fields in [
                Self.decision("maybe", source: "slip"), Self.decision("yes", source: "whim"),
                [("answer-beauty", "yes"), ("source-beauty", "slip")],
            ] {
                #expect(try await place.decide(1, [("seen", "0")] + fields).status == 422)
            }
            #expect(try place.final == [nil, nil, "yes"])
            let anna = try place.world.project.participant(named: "anna", at: JudgedStore.now)
            #expect(try await place.explorer.get("/annotate/\(anna.secret)/decide").status == 404)
            #expect(try await place.explorer.get("/annotate/0000000000000000/decide").status == 404)
        }
    }
}
