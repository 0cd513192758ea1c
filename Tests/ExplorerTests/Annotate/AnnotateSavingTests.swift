import AnswerStore
import Foundation
import Study
import TestSupport
import Testing
import Text
import Workbench

/// The sequences that lost people's work elsewhere, as far as a server can tell.
@Suite("What an annotator saves") struct AnnotateSavingTests {
    private func revision(_ answer: AnnotateWorld.Answered) -> Int64 {
        Int64(answer.json["revision"]?.integer ?? -1)
    }

    @Test func `names its item: a late save of one item never lands on another`() async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            _ = try await world.next("anna")
            // The save of item 1 arrives at the address of item 2.
            let fields = "item=\(try world.item("anna", 1).hash)&seen=0&note=to+the+first"
            let saved = try await world.post("anna", "/items/2", fields, script: true)
            let first = try world.item("anna", 1).hash
            #expect(saved.status == 200 && saved.json["item"]?.string == first)
            #expect(try world.answers("anna", 1).note == "to the first")
            #expect(try world.trail("anna", 2).isEmpty)
            let none = try await world.post("anna", "/items/1", "item=elsewhere&seen=0&note=x", script: true)
            #expect(none.status == 404)
        }
    }

    @Test func `is refused where it is stale, its text kept, and saved all the same by one more click`() async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            let first = try await world.save("anna", 1, "answer-correctness=yes&note=one", seen: 0)
            #expect(revision(first) > 0)
            let fields = "whole=1&answer-correctness=no&note=%3Ctwo%3E"
            let stale = try await world.save("anna", 1, fields, seen: 0, script: false)
            #expect(stale.status == 409)
            #expect(stale.body.contains("Not saved yet") && stale.body.contains("Save it all the same"))
            #expect(stale.body.contains("&lt;two&gt;") && stale.body.contains(#"name="force" value="1""#))
            #expect(stale.body.contains(#"value="no" data-key="2" checked="checked""#))
            #expect(try world.answers("anna", 1).note == "one")
            let forced = try await world.save("anna", 1, fields + "&force=1&go=stay", seen: 0, script: false)
            #expect(forced.status == 303)
            #expect(try world.answers("anna", 1).note == "<two>")
            #expect(try world.answers("anna", 1).answers["correctness"]?.answer == "no")
            #expect(try world.trail("anna", 1).count { $0.criterion == "via@1/note" } == 2)
            let script = try await world.save("anna", 1, "note=three", seen: 0)
            #expect(script.status == 409 && script.json["stale"] == true)
        }
    }

    @Test func `of two windows of one person the last wins, both are in the trail, and no save is lost`() async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            let one = try await world.save("anna", 1, "answer-correctness=yes", seen: 0)
            // The first window clears the answer, the second edits it.
            #expect(try await world.save("anna", 1, "answer-correctness=", seen: revision(one)).status == 200)
            #expect(try world.answers("anna", 1).answers.isEmpty)
            let second = try await world.save("anna", 1, "answer-correctness=no", seen: revision(one))
            #expect(second.status == 409)
            let forced = try await world.save("anna", 1, "answer-correctness=no&force=1", seen: revision(one))
            #expect(forced.status == 200)
            #expect(try world.answers("anna", 1).answers["correctness"]?.answer == "no")
            #expect(try world.trail("anna", 1).map { $0.content.isEmpty } == [false, true, false])
        }
    }

    @Test(arguments: 1...10)
    func `holds every click in order, and exactly the last counts`(seed: UInt64) async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            var random = SeededRandom(seed: seed)
            var seen: Int64 = 0
            var (last, changes): ([String: String], Int) = ([:], 0)
            for _ in 0..<25 {
                let criterion = try #require(Codebook.via.criteria.randomElement(using: &random)).id
                let answer = try #require(["yes", "no", "unsure", ""].randomElement(using: &random))
                let saved = try await world.save("anna", 1, "answer-\(criterion)=\(answer)", seen: seen)
                #expect(saved.status == 200)
                seen = revision(saved)
                if (last[criterion] ?? "") != answer { changes += 1 }
                last[criterion] = answer
            }
            let standing = try world.answers("anna", 1).answers.compactMapValues(\.answer)
            #expect(standing == last.filter { !$0.value.isEmpty })
            #expect(try world.trail("anna", 1).count == changes)
        }
    }

    @Test func `is acknowledged once it is there, however often it is sent`() async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            let first = try await world.save("anna", 1, AnnotateWorld.all("yes"), seen: 0)
            for _ in 0..<3 {
                let again = try await world.save("anna", 1, AnnotateWorld.all("yes"), seen: 0)
                #expect(again.status == 200 && revision(again) == revision(first))
            }
            #expect(try world.trail("anna", 1).count == 4)
            // A reload shows the same item with what was acknowledged.
            let page = try await world.get("anna", "/items/1").body
            #expect(page.matches(of: /value="yes" data-key="1" checked="checked"/).count == 4)
            #expect(page.contains(#"name="seen" value="\#(revision(first))""#))
        }
    }

    @Test func `brings people back to the item that they left open`() async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            let start = "/annotate/\(try world.secret("anna"))"
            #expect(try await world.get("anna").place == start + "/items/1")
            _ = try await world.save("anna", 1, "answer-correctness=yes", seen: 0)
            #expect(try await world.get("anna").place == start + "/items/1")
            try await world.judge("anna", 1)
            #expect(try await world.get("anna").place == start + "/items/2")
            #expect(try await world.get("anna", "/items/1").status == 200)
            #expect(try await world.get("anna", "/items/3").status == 404)
        }
    }

    @Test func `is undone step by step, by labels of its own`() async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            let yes = revision(try await world.save("anna", 1, "answer-correctness=yes", seen: 0))
            let no = revision(try await world.save("anna", 1, "answer-correctness=no&note=hm", seen: yes))
            let back = try await world.save("anna", 1, "go=undo&undo=\(no)", seen: no)
            #expect(back.json["answers"]?["correctness"]?.string == "yes" && back.json["note"]?.string == "")
            let none = try await world.save("anna", 1, "go=undo&undo=\(yes)", seen: revision(back))
            #expect(none.json["answers"]?.members.isEmpty == true)
            #expect(try world.trail("anna", 1).count == 6)
            // Without a script the button undoes the last change, an undoing too.
            let again = try await world.save("anna", 1, "go=undo&whole=1", seen: revision(none), script: false)
            #expect(again.status == 303)
            #expect(try world.answers("anna", 1).answers["correctness"]?.answer == "yes")
        }
    }

    @Test(arguments: ["answer-correctness=perhaps", "answer-beauty=yes", "note=" + String(repeating: "x", count: 4001)])
    func `is refused where it says what the page does not offer`(fields: String) async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            #expect(try await world.save("anna", 1, fields, seen: 0).status == 422)
            #expect(try await world.save("anna", 1, fields, seen: 0, script: false).status == 422)
            #expect(try world.trail("anna", 1).isEmpty)
        }
    }

    @Test func `says how long it took, within bounds, and how it came`() async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            let one = try await world.save("anna", 1, "answer-correctness=yes&seconds=12.5", seen: 0)
            let two = try await world.save("anna", 1, "answer-harmlessness=yes&seconds=1e9", seen: revision(one))
            let answers = try world.answers("anna", 1).answers
            #expect(answers["correctness"]?.seconds == 12.5 && answers["correctness"]?.way == .page)
            #expect(answers["harmlessness"]?.seconds == 3600)
            let shown = Int(Date().timeIntervalSince1970) - 5
            _ = try await world.save(
                "anna", 1, "answer-sufficiency=no&shown=\(shown)", seen: revision(two), script: false)
            let form = try #require(try world.answers("anna", 1).answers["sufficiency"])
            #expect(form.way == .form && (5...60).contains(form.seconds ?? 0))
        }
    }
}
