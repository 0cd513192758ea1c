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

    @Test
    func `are marked where they stand in it literally`() throws {
        let page = try page(action: "I keep the minutes.", spans: ["keep the minutes"])
        #expect(page.contains("I <mark>keep the minutes</mark>."))
        #expect(!page.contains("not in the action word by word"))
    }

    @Test
    func `become one mark where they overlap or touch`() throws {
        #expect(try page(action: "abcdef", spans: ["bc", "cd", "e"]).contains("a<mark>bcde</mark>f"))
    }

    @Test
    func `are marked at every place where they stand`() throws {
        #expect(
            try page(action: "no, and no", spans: ["no", "no"]).contains("<mark>no</mark>, and <mark>no</mark>"))
    }

    @Test
    func `are listed apart, each once, where they do not stand in it`() throws {
        let page = try page(action: "I wait.", spans: ["waiting", " waiting ", "", "  "])
        #expect(page.contains("class=\"chosen\">I wait.</blockquote>"))
        #expect(page.contains("word by word: “waiting”</p>"))
    }

    @Test
    func `leave the action's text as it is, also where it must be escaped`() throws {
        let page = try page(action: "a < b & “c”", spans: ["< b &"])
        #expect(page.contains("a <mark>&lt; b &amp;</mark> “c”"))
    }

    @Test
    func `may be longer than the action, or all of it`() throws {
        #expect(try page(action: "ab", spans: ["abc"]).contains("class=\"chosen\">ab</blockquote>"))
        #expect(try page(action: "ab", spans: ["ab"]).contains("<mark>ab</mark></blockquote>"))
        #expect(try !page(action: "", spans: ["x"]).contains("class=\"chosen\""))
    }
}
