import Reports
import Testing

@Suite("The attributions of a chosen action")
struct AttributionTests {
    private func page(action: String, spans: [String]) throws -> String {
        var input = Fixture.pilot
        input.misaligned = [
            MisalignedCell(
                country: "A", topic: "B", value: "C", stated: 0, acted: 1, action: action, inclination: .disagree,
                attributions: spans, explanation: "because")
        ]
        return try HTMLReport.page(input)
    }

    @Test("are marked where they stand in it literally")
    func literal() throws {
        let page = try page(action: "I keep the minutes.", spans: ["keep the minutes"])
        #expect(page.contains("I <mark>keep the minutes</mark>."))
        #expect(!page.contains("not in the action word by word"))
    }

    @Test("become one mark where they overlap or touch")
    func overlapping() throws {
        #expect(try page(action: "abcdef", spans: ["bc", "cd", "e"]).contains("a<mark>bcde</mark>f"))
    }

    @Test("are marked at every place where they stand")
    func repeated() throws {
        #expect(
            try page(action: "no, and no", spans: ["no", "no"]).contains("<mark>no</mark>, and <mark>no</mark>"))
    }

    @Test("are listed apart, each once, where they do not stand in it")
    func elsewhere() throws {
        let page = try page(action: "I wait.", spans: ["waiting", " waiting ", "", "  "])
        #expect(page.contains("<blockquote dir=\"auto\">I wait.</blockquote>"))
        #expect(page.contains("word by word: “waiting”</p>"))
    }

    @Test("leave the action's text as it is, also where it must be escaped")
    func escaped() throws {
        let page = try page(action: "a < b & “c”", spans: ["< b &"])
        #expect(page.contains("a <mark>&lt; b &amp;</mark> “c”"))
    }

    @Test("may be longer than the action, or all of it")
    func extremes() throws {
        #expect(try page(action: "ab", spans: ["abc"]).contains("<blockquote dir=\"auto\">ab</blockquote>"))
        #expect(try page(action: "ab", spans: ["ab"]).contains("<mark>ab</mark></blockquote>"))
        #expect(try page(action: "", spans: ["x"]).contains("<blockquote dir=\"auto\"></blockquote>"))
    }
}
