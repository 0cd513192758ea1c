import Testing
import Text

/// How texts of any script are cut into the words by which they are found.
@Suite("Words that are searched")
struct SearchTokenTests {
    private func words(_ text: String) -> [String] {
        var tokenizer = SearchTokenizer()
        return tokenizer.tokens(of: text).map(\.text)
    }

    @Test(arguments: [
        ("I volunteer, at the Café’s door.", ["i", "volunteer", "at", "the", "cafe", "s", "door"]),
        ("ÉCOLE école E\u{301}cole", ["ecole", "ecole", "ecole"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("Øre, Łódź, İstanbul", ["ore", "lodz", "istanbul"]),
        ("ὈΔΥΣΣΕΎΣ Οδυσσεύς", ["οδυσσευσ", "οδυσσευσ"]),
        ("Ёлка", ["елка"]),
        ("٢ ２ ② २", ["2", "2", "2", "2"]),
        ("ｗｉｄｅ ﬁne", ["wide", "fine"]),
        ("a\u{0}b\tc\u{1B}[31m", ["a", "b", "c", "31m"]),
        ("🙂 — … «»", []),
    ])
    func `are folded alike however they are written`(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(arguments: [
        ("我重视平等。", ["我", "重", "视", "平", "等"]),
        ("GDP增长2倍", ["gdp", "增", "长", "2", "倍"]),
        ("ガラス", ["カ\u{3099}", "ラ", "ス"]),
        ("ｶﾞﾗｽ", ["カ\u{3099}", "ラ", "ス"]),
        ("ทำดี", ["ท", "า", "ด\u{E35}"]),
    ])
    func `are single signs in scripts without spaces`(text: String, expected: [String]) {
        #expect(words(text).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
    }

    @Test func `lose the vowel points and the tatweel of Arabic, and keep the vowels of Hindi`() {
        #expect(words("السَّلَامُ الســلام") == ["السلام", "السلام"])
        #expect(words("آمن أمن إمن ٱمن") == ["امن", "امن", "امن", "امن"])
        #expect(words("کتاب كتاب") == ["كتاب", "كتاب"])
        #expect(words("שָׁלוֹם שלום") == ["שלום", "שלום"])
        #expect(words("की कू").count == 2 && words("की") != words("कू"))
    }

    @Test func `know where they stand, in bytes`() {
        var tokenizer = SearchTokenizer()
        let text = "Un café, 平等"
        let bytes = Array(text.utf8)
        let shown = tokenizer.tokens(of: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(shown == ["Un", "café", "平", "等"])
    }

    @Test func `are bounded where a text is one word of a megabyte`() {
        let words = words(String(repeating: "x", count: 1_000_000))
        #expect(words == [String(repeating: "x", count: SearchTokenizer.longest)])
    }
}

/// What people type, and what becomes of it.
@Suite("What is typed into a search")
struct SearchQueryTests {
    private func shown(_ typed: String) -> [String] {
        SearchQuery(typed).terms.map {
            ($0.isExcluded ? "-" : "") + $0.words.joined(separator: "+") + ($0.isBeginning ? "*" : "")
        }
    }

    @Test(arguments: [
        ("honest neighbour", ["honest", "neighbour"]),
        ("\"my neighbour\" -gossip", ["my+neighbour", "-gossip"]),
        ("-\"white lie\" commun*", ["-white+lie", "commun*"]),
        ("“good will”* «bon gré»", ["good+will*", "bon+gre"]),
        ("平等 自由", ["平+等", "自+由"]),
        ("short-term −x", ["short+term", "-x"]),
        ("twice Twice TWICE", ["twice"]),
        ("\"never closed", ["never+closed"]),
    ])
    func `is words, phrases, exclusions and beginnings`(typed: String, expected: [String]) {
        #expect(shown(typed) == expected)
    }

    @Test(arguments: [
        "NEAR(a b, 5)", "a OR b", "scope : r1", "{text} : x", "^start", "a + b", "\"\"\"", "*", "- -", "( ) AND NOT",
        "a\u{0}b",
        "'; DROP TABLE words; --", "many brackets", "many words",
    ])
    func `is never a command of the index`(typed: String) {
        let query = SearchQuery(
            typed.replacing("many brackets", with: String(repeating: "(", count: 10_000))
                .replacing("many words", with: String(repeating: "word ", count: 3000)))
        let expression = query.expression(column: "text", scope: "scope : r1") ?? ""
        // Outside of quotation marks stands only what the program itself puts there.
        let outside = expression.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
        let ours: Set<String> = ["scope", "r1", "text", "AND", "NOT", "OR"]
        let words = outside.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        #expect(Set(words).isSubset(of: ours), "\(expression)")
        #expect(query.terms.count <= SearchQuery.mostTerms)
    }

    @Test func `says when it is too much`() {
        #expect(SearchQuery(String(repeating: "a", count: 500)).isCut)
        #expect(SearchQuery((0..<60).map { "w\($0)" }.joined(separator: " ")).isCut)
        #expect(!SearchQuery("a few words").isCut)
        #expect(SearchQuery("* ! \"\"").isEmpty)
        #expect(SearchQuery("?!").expression(column: "text", scope: "scope : r1") == nil)
    }

    @Test func `becomes one expression`() {
        #expect(
            SearchQuery("be kind* -\"to foes\"").expression(column: "text", scope: "scope : (r3)")
                == "((scope : (r3)) AND (text : \"be\") AND (text : \"kind\" *)) NOT (text : (\"to foes\"))")
    }
}

@Suite("A piece of a text around what was found")
struct SearchSnippetTests {
    private func shown(_ text: String, _ typed: String) -> String {
        var tokenizer = SearchTokenizer()
        return SearchSnippet(of: text, for: SearchQuery(typed), tokenizer: &tokenizer).parts
            .map { $0.isHit ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test(arguments: [
        ("I help my neighbours.", "neighb*", "I help my [neighbours]."),
        ("Kind words, KIND deeds", "kind", "[Kind] words, [KIND] deeds"),
        ("我重视平等和自由", "平等", "我重视[平等]和自由"),
        ("أنا أُقدِّر العدالة", "اقدر", "أنا [أُقدِّر] العدالة"),
        ("no such thing", "other", "no such thing"),
        ("", "x", ""),
        ("a b a b", "\"a b\"", "[a b] [a b]"),
    ])
    func `marks every hit`(text: String, typed: String, expected: String) {
        #expect(shown(text, typed) == expected)
    }

    @Test func `is short, and begins and ends with whole characters`() {
        let long = String(repeating: "slow words ", count: 50) + "NEEDLE " + String(repeating: "é", count: 500)
        let piece = shown(long, "needle")
        #expect(piece.hasPrefix("… ") && piece.hasSuffix(" …") && piece.contains("[NEEDLE]"))
        #expect(piece.utf8.count < 300 && !piece.contains("\u{FFFD}"))
        let word = shown(String(repeating: "很", count: 100_000), "没")
        #expect(word.utf8.count < 300 && !word.contains("\u{FFFD}"))
    }
}
