import AnswerStore
import Foundation
import HTTPTypes
import Study
import Testing
import Text
import Workbench

@Suite("An annotator's link") struct ConsentTests {
    @Test func `leads to consent, and nothing is shown before`() async throws {
        try await AnnotateWorld.with { world in
            let start = "/annotate/\(try world.secret("anna"))"
            for path in ["", "/items/1", "/missing", "/guideline", "/done"] {
                let answer = try await world.get("anna", path)
                #expect(answer.status == 303 && answer.place == start + "/consent", "\(path)")
            }
            #expect(try await world.post("anna", "/next", "").place == start + "/consent")
            let refused = try await world.post("anna", "/items/1", "item=x&seen=0", script: true)
            #expect(refused.status == 403 && refused.json["error"]?.string?.contains("not agreed") == true)
            let page = try await world.get("anna", "/consent")
            #expect(page.status == 200 && page.body.contains("Taking part is voluntary"))
            #expect(!page.body.contains("I go alone"))
            #expect(try await world.post("anna", "/consent", "country=France").status == 422)
            #expect(try await world.post("anna", "/consent", "agree=1&country=").status == 422)
            #expect(try world.project.consents().isEmpty)
        }
    }

    @Test func `keeps what somebody says of themselves, each time they say something else`() async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            try await world.agree("anna")
            let answer = try await world.post(
                "anna", "/consent", "agree=1&country=other&other=%3Cb%3ENarnia%0A&years=300&languages=ur%2C+en")
            #expect(answer.place == "/annotate/\(try world.secret("anna"))")
            let labels = try world.store.labels(
                of: Consent.item(of: world.project.record), criterion: Consent.criterion)
            #expect(labels.count == 2 && labels.last?.undoes == labels.first?.id)
            let anna = try #require(world.people["anna"]).judge
            let consent = try world.project.consents()[anna]
            #expect(consent == Consent(isGiven: true, country: "<b>Narnia", languages: "ur, en"))
            let page = try await world.get("anna", "/consent").body
            #expect(page.contains("&lt;b&gt;Narnia") && !page.contains("<b>Narnia"))
        }
    }

    @Test(arguments: [("keep", 4), ("drop", 0)])
    func `can be withdrawn, and what was judged counts or does not, as they say`(
        answers: String, count: Int
    ) async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            let number = try #require(try await world.next("anna"))
            try await world.judge("anna", number)
            #expect(try StandingJudgements(world.project).entries.count == 4)
            #expect(try await world.post("anna", "/withdraw", "answers=\(answers)").status == 303)
            let standing = try StandingJudgements(world.project)
            #expect(standing.entries.count == count)
            #expect(standing.leftOut[.withdrawn] == (count == 0 ? 4 : nil))
            #expect(try await world.get("anna", "/items/1").status == 303)
            #expect(try await world.save("anna", 1, "note=x", seen: 0).status == 403)
            #expect(try await world.get("anna", "/consent").body.contains("taken your consent back"))
            try await world.agree("anna")
            #expect(try await world.get("anna", "/items/1").status == 200)
        }
    }

    @Test func `that nobody has says nothing, and no page holds a secret beside the own`() async throws {
        try await AnnotateWorld.with { world in
            let wrong = "ffffffffffffffffffffffffffffffff"
            var bodies: Set<String> = []
            for path in ["", "/consent", "/items/1", "/items/x", "/missing", "/done", "/guideline"] {
                let answer = try await world.ask("/annotate/\(wrong)\(path)", .get, [:], "")
                #expect(answer.status == 404)
                #expect(!answer.body.contains(wrong) && !answer.body.contains("first"))
                bodies.insert(answer.body)
            }
            #expect(bodies.count == 1)
            let elsewhere = try await world.get("anna", "/elsewhere")
            #expect(elsewhere.status == 404)
            #expect(!elsewhere.body.contains(try world.secret("anna")))
            let own = try await world.get("anna", "/consent")
            let policy = try #require(HTTPField.Name("Referrer-Policy"))
            #expect(own.headers[policy] == "no-referrer")
            let other = try world.secret("ben")
            #expect(!own.body.contains(other) && !own.body.contains(AnnotateWorld.token))
        }
    }

    @Test func `opens nothing else of the explorer, nor does the lead's token open a link`() async throws {
        try await AnnotateWorld.with { world in
            for path in ["/", "/words", "/runs/1", "/live"] {
                let answer = try await world.ask(path, .get, [:], "")
                #expect(answer.status == 401 && answer.body.contains("must not see what others do"), "\(path)")
            }
            let answer = try await world.ask("/annotate/x?token=\(AnnotateWorld.token)", .get, [:], "")
            #expect(answer.status == 404 && answer.headers[.setCookie] == nil)
        }
    }

    @Test func `takes forms of its own pages alone`() async throws {
        try await AnnotateWorld.with { world in
            let site = try #require(HTTPField.Name("Sec-Fetch-Site")), origin = HTTPField.Name.origin
            let form = "application/x-www-form-urlencoded"
            let address = "/annotate/\(try world.secret("anna"))/consent"
            func status(_ fields: HTTPFields) async throws -> Int {
                try await world.ask(address, .post, fields, "agree=1&country=Philippines").status
            }
            #expect(try await status([.contentType: form]) == 403)
            #expect(try await status([.contentType: form, origin: "null"]) == 403)
            #expect(try await status([.contentType: form, site: "cross-site", origin: "null"]) == 403)
            #expect(try await status([.contentType: "text/plain", site: "same-origin"]) == 415)
            // A page that tells nobody where it is from sends this with its own forms.
            #expect(try await status([.contentType: form, site: "same-origin", origin: "null"]) == 303)
        }
    }
}
