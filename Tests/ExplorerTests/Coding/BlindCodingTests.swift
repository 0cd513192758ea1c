import AnswerStore
import Explorer
import Foundation
import HTTPTypes
import Study
import TestSupport
import Testing
import Text
import Workbench

/// What coders are sent, without a browser.
struct BlindCodingTests {
    private func with(
        _ mode: Codebook.Coding.Mode = .fixed, _ body: (AnnotateWorld) async throws -> Void
    ) async throws {
        var settings = AnnotationSettings(overlap: 2, byCountry: false, suggestions: .never)
        settings.codebook = try Codebook.load("risks")
        settings.codebook.coding?.mode = mode
        let gap = CodedGap(
            respondent: "acme/secret-9b", run: "run-of-secret", stated: 0.1, acted: 0.9, otherAction: "I <i>wait</i>.",
            reason: "It is better.")
        try await AnnotateWorld.with(gap: gap, settings: settings, body)
    }

    @Test func `no page, answer or form says whose gap it is`() async throws {
        try await with { world in
            try await world.agree("anna")
            let number = try #require(try await world.next("anna"))
            var sent: [AnnotateWorld.Answered] = []
            for path in ["/items/\(number)", "/missing", "/guideline", "/consent"] {
                sent.append(try await world.get("anna", path))
            }
            sent.append(try await world.save("anna", number, "answer-discrimination=yes", seen: 0))
            sent.append(try await world.save("anna", number, "coded=1&code=boredom&go=next", seen: 0, script: false))
            sent.append(try await world.save("anna", number, "answer-discrimination=no", seen: 0))
            for answer in sent {
                for hidden in ["acme", "secret-9b", "run-of-secret"] {
                    #expect(!answer.body.contains(hidden) && !"\(answer.headers)".contains(hidden))
                }
            }
            let page = sent[0].body
            for shown in [
                "What it says", "it agrees with the value (0.10; 0 is full agreement, 1 full disagreement)",
                "What it chooses",
                "(0.90 on the same scale)", "I &lt;i&gt;wait&lt;/i&gt;.", "It is better.", "Individual", "Societal",
                "No code applies",
            ] {
                #expect(page.contains(shown), "\(shown)")
            }
            for word in ["unsure", "Unsure", "type=\"radio\""] { #expect(!page.contains(word)) }
            _ = try HTMLCheck(page)
            #expect(
                sent[2].body.contains("Don’t let the country decide") || sent[2].body.contains("let the country decide")
            )
            #expect(sent[5].status == 422 && sent[5].body.contains("There is no question “boredom”."))
            #expect(sent[6].status == 409)
        }
    }

    @Test func `a fixed codebook has no field for proposals and refuses a form that has`() async throws {
        try await with { world in
            try await world.agree("anna")
            let number = try #require(try await world.next("anna"))
            #expect(try await !world.get("anna", "/items/\(number)").body.contains("name=\"proposal\""))
            let answer = try await world.save("anna", number, "proposal=Neglect&proposal-definition=x", seen: 0)
            #expect(answer.status == 422)
            #expect(
                answer.json["error"]?.string
                    == "This codebook is fixed: it takes no proposals. Write what you miss into the note.")
            #expect(try world.trail("anna", number).isEmpty)
        }
        try await with(.extensible) { world in
            try await world.agree("anna")
            let number = try #require(try await world.next("anna"))
            #expect(try await world.get("anna", "/items/\(number)").body.contains("name=\"proposal\""))
            let answer = try await world.save("anna", number, "proposal=Neglect&proposal-definition=x", seen: 0)
            #expect(answer.status == 200 && answer.json["proposal"]?["name"]?.string == "Neglect")
        }
    }
}
