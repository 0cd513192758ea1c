import Study
import Testing

/// Where an attribution stands in its action, whatever was done to it.
struct SpanFinderTests {
    private typealias Manner = SpanFinder.Manner

    private func found(_ attribution: String, _ text: String) -> String? {
        SpanFinder.find(attribution, in: text).map {
            "\($0.manner.rawValue) \($0.span.start)-\($0.span.end) \($0.span.text)"
        }
    }

    @Test(arguments: [
        ("share my lunch", "I share my lunch with them.", "literal 2-16 share my lunch"),
        (" share my lunch\n", "I share my lunch with them.", "literal 2-16 share my lunch"),
        ("Share My lunch", "I share my lunch with them.", "case 2-16 share my lunch"),
        ("STRASSE", "Ich fege die Straße.", "marks 13-19 Straße"),
        ("my neighbour's dog", "I walk my neighbour’s dog.", "quotes 7-25 my neighbour’s dog"),
        ("“share my lunch”", "I share my lunch.", "quotes 2-16 share my lunch"),
        ("\"Share my lunch\"", "I share my lunch.", "quotes 2-16 share my lunch"),
        ("speak up - loudly.", "I speak up, loudly and often.", "marks 2-18 speak up, loudly"),
        ("hard  working", "I am hard-working.", "marks 5-17 hard-working"),
        ("sharing my lunches", "I share my lunch.", "inflection 2-16 share my lunch"),
        ("donating", "I donate blood.", "inflection 2-8 donate"),
        ("den Nachbarn helfen", "Ich helfe den Nachbarn.", nil),
        ("Nachbarinnen", "Ich frage die Nachbarin.", "inflection 14-23 Nachbarin"),
        ("steal", "I share my lunch.", nil), ("", "I share.", nil), (" ", "I share.", nil),
        ("I share more", "I share", nil),
    ])
    func `a span is found in the strictest manner that fits, at its scalars`(
        attribution: String, text: String, expected: String?
    ) {
        #expect(found(attribution, text) == expected)
    }

    @Test func `of several places the one of whole words counts`() {
        #expect(found("art", "I party where art hangs.") == "literal 14-17 art")
        #expect(found("art", "I party.") == "literal 3-6 art")
    }

    @Test func `a character of several scalars is never cut`() {
        // A family of four in seven scalars, then e with a combining accent.
        let family = "👨‍👩‍👧‍👦"
        #expect(found("👨", "I am \(family) here.") == nil)
        #expect(found(family, "I am \(family) here.") == "literal 5-12 \(family)")
        #expect(found("cafe", "The cafe\u{301} is mine.") == "marks 4-9 cafe\u{301}")
        #expect(found("caf\u{e9}", "The cafe\u{301} is mine.") == "marks 4-9 cafe\u{301}")
        #expect(found("👍", "I say 👍🏽 to it.") == nil)
        #expect(SpanFinder.find("🇩🇪", in: "I wave 🇩🇪 flags.")?.span.text == "🇩🇪")
    }

    @Test func `spans stand where scalars count, in scripts of all kinds`() {
        // "میں پڑوسیوں کی مدد کرتا ہوں۔" with a joiner in "می‌کنم": ZWNJ is one scalar.
        #expect(found("کمک می‌کنم", "من به همسایه کمک می‌کنم.")?.hasPrefix("literal") == true)
        #expect(found("کمک میکنم", "من به همسایه کمک می‌کنم.") == "marks 13-23 کمک می‌کنم")
        #expect(found("پڑوسیوں کی مدد", "میں پڑوسیوں کی مدد کرتا ہوں۔") == "literal 4-18 پڑوسیوں کی مدد")
        #expect(found("帮助邻居", "我每周帮助邻居。") == "literal 3-7 帮助邻居")
        #expect(found("「帮助邻居」", "我每周帮助邻居。") == "quotes 3-7 帮助邻居")
        #expect(found("पड़ोसी", "मैं पड़ोसी की मदद करता हूँ।")?.hasPrefix("literal") == true)
        #expect(found("أساعد", "كل يوم وأساعد جاري.") == "literal 8-13 أساعد")
        #expect(found("الجار", "أساعد جار أمي.") == "inflection 6-9 جار")
    }

    @Test func `a span that is stored stands in its text`() throws {
        let text = "I 👨‍👩‍👧‍👦 help my neighbour’s kids."
        let span = try #require(SpanFinder.find("Neighbour's kid", in: text)?.span)
        #expect(span.stands(in: text) && span.text == "neighbour’s kid")
    }

    @Test func `a megabyte is searched letter by letter, and without ado`() {
        let long = String(repeating: "a", count: 1_000_000)
        #expect(SpanFinder.find(String(repeating: "a", count: 5000) + "b", in: long) == nil)
        #expect(SpanFinder.find("aab", in: long + "b")?.manner == .literal)
    }
}
