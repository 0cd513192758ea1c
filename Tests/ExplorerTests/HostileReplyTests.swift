import AnswerStore
import Foundation
import Reports
import Study
import Testing
import Text
import Workbench

/// What others wrote is shown as text, wherever it stands on the pages of a cell and of a reply.
@Suite("Hostile replies") struct HostileReplyTests {
    static let attacks = [
        "</div></details><script>alert(1)</script>", "<svg onload=alert(1)><title>x</title></svg>",
        "\" onmouseover=\"alert(1)", "javascript:alert(1)", "'\u{301}\"\u{301}><img src=x onerror=alert(1)>",
        "\u{202E}txet desrever\u{2066}", "\u{1B}]8;;http://evil\u{7}link\u{1B}]8;;\u{7}\u{9B}31m",
        "```html\n~~~\n\\`<b>\r\n    <b>indented</b>", "url(javascript:alert(1))", "\u{0}\u{FFFE}\r\u{2028}",
    ]

    private static func hostile(_ text: String) -> (Question) -> ReplyRecord? {
        { question in
            guard var reply = CellStore.plain(question) else { return nil }
            (reply.text, reply.reasoning, reply.finishReason) = (text, text, text)
            (reply.model, reply.provider, reply.fingerprint) = (text, text, text)
            (reply.request, reply.response) = (Data(text.utf8), Data(text.utf8))
            reply.omittedSettings = [text]
            return reply
        }
    }

    @Test(arguments: attacks)
    func `are text in every place of both pages`(attack: String) async throws {
        try await CellStore.with(reply: Self.hostile(attack)) { world in
            let id = try world.question(.acted, 0).id
            _ = try await Overruling(world.run, question: id, of: world.study, in: world.store).keep(
                Overruling.Form(by: "me " + attack, why: "because " + attack, state: "refused"), at: Date())
            for address in [world.address, "/reply/\(id)", "/reply/\(id)?run=1"] {
                let (status, body) = try await world.get(address)
                #expect(status == 200)
                let own = body.replacing(#"<script src="/assets/explorer.js" defer></script>"#, with: "")
                #expect(!own.contains("<script") && !own.contains("<svg onload") && !own.contains("<img"))
                #expect(!own.contains("<b>"))
                #expect(!own.contains("=\"javascript:") && !own.contains(" onmouseover=\"alert"))
                #expect(!own.contains("style=\""))
                let steering = own.unicodeScalars.filter { Plain.isSteering($0) && $0 != "\n" && $0 != "\t" }
                #expect(steering.isEmpty)
                #expect(own.elements < 5000)
            }
        }
    }

    @Test func `names of a study that are hostile are found by their address and shown as text`() async throws {
        try await CellStore.with { world in
            let (status, body) = try await world.get(
                "/runs/1/cell?country=%3Cscript%3E&topic=%22%3E&value=%E2%80%AE")
            #expect(status == 404)
            #expect(!body.contains("<script>") && body.contains("&lt;script&gt;"))
        }
    }

    @Test func `a word of 1 MB and an answer of 10,000 ratings stay small pages`() async throws {
        let reply: (Question) -> ReplyRecord? = { question in
            var reply = CellStore.plain(question)
            reply?.text = String(repeating: "w", count: 1_000_000)
            if question.task == .stated {
                reply?.reading.content = (0..<10_000).map { "\($0 % 4 + 1)" }.joined(separator: ",")
            }
            return reply
        }
        try await CellStore.with(reply: reply) { world in
            let (status, body) = try await world.get(world.address)
            #expect(status == 200)
            #expect(body.utf8.count < 500_000)
            #expect(body.elements < 5000)
            let (_, page) = try await world.get("/reply/\(try world.question(.stated, 0).id)")
            #expect(page.utf8.count < 700_000)
            #expect(page.elements < 5000)
        }
    }

    @Test func `an explanation of 1 MB and actions of markup stay a small page of text`() async throws {
        let hostile = Action(
            text: "I <img src=x onerror=alert(1)> act, وأنا أختار",
            attributions: ["<img src=x onerror=alert(1)>", "أختار", "not there <b>"],
            explanation: String(repeating: "<b>why</b>!", count: 95_000))
        let pair = ActionPair(agree: hostile, disagree: Action(text: "no", attributions: [], explanation: ""))
        try await CellStore.with(actions: pair) { world in
            let (status, body) = try await world.get(world.address)
            #expect(status == 200)
            #expect(body.contains("<mark>&lt;img src=x onerror=alert(1)&gt;</mark> act, وأنا <mark>أختار</mark>"))
            #expect(body.contains("Attributed, but not in the action word by word: “not there &lt;b&gt;”"))
            #expect(body.contains("This is a part of 1,045,000 bytes."))
            #expect(!body.contains("<img") && !body.contains("<b>"))
            #expect(body.utf8.count < 400_000)
            #expect(body.elements < 5000)
        }
    }

    @Test func `are read in their own direction of writing`() async throws {
        let texts = [
            "أختار الخيار 1 لأن العائلة أهم.", "میں پہلا انتخاب کرتا ہوں۔", "אני בוחר באפשרות 2.",
            "I choose العائلة (family).",
        ]
        let reply: (Question) -> ReplyRecord? = { question in
            var reply = CellStore.plain(question)
            reply?.text = texts[question.variant.index % texts.count]
            return reply
        }
        try await CellStore.with(reply: reply) { world in
            let (_, body) = try await world.get(world.address)
            for text in texts { #expect(body.contains("<div class=\"said\" dir=\"auto\">\(text)</div>")) }
        }
    }
}
