import TestSupport
import Testing
import Text

@Suite("JSON is read as RFC 8259 has it")
struct JSONReaderTests {
    private func json(_ text: String) -> JSONValue? {
        Array(text.utf8).withUnsafeBufferPointer { JSONReader.whole($0, 0..<$0.count) }
    }

    @Test(
        arguments: [
            "{}", "[]", " [1, -0, 0.5, 1e3, -2E-7] ", "\"\"", "true", "null", "12", "{\"a\": {\"b\": [null, false]}}",
            "\"\\u00e9\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\\\\\"\"", "\"é\u{7f}\"", "[[[[1]]]]",
        ])
    func `what RFC 8259 allows is JSON`(text: String) {
        #expect(json(text) != nil)
    }

    @Test(
        arguments: [
            "", "{", "[1,]", "{\"a\": 1,}", "{a: 1}", "{'a': 1}", "[1 2]", "01", "1.", ".5", "+1", "1e", "NaN", "tru",
            "\"\n\"", "\"\t\"", "\"\\x41\"", "\"\\u12\"", "\"a", "1 2", "\"\\'\"", "[1]]", "// c\n1", "{\"a\" 1}",
        ])
    func `what RFC 8259 forbids is not`(text: String) {
        #expect(json(text) == nil)
    }

    @Test
    func `JSON's bytes must be UTF-8`() {
        let bytes: [UInt8] = [0x22, 0xFF, 0x22]
        #expect(bytes.withUnsafeBufferPointer { JSONReader.whole($0, 0..<3) } == nil)
    }

    @Test
    func `escapes are resolved, fields keep their order and their repetitions`() {
        #expect(
            json(#"{"b": "\u00e9\ud83d\ude00\n", "a": 2.50, "b": [true, null]}"#)
                == .object([
                    JSONValue.Member("b", .string("é😀\n")), JSONValue.Member("a", .written("2.50")),
                    JSONValue.Member("b", .array([.bool(true), .null])),
                ]))
        #expect(json(#""\ud83d""#) == .string("\u{FFFD}"))
    }

    private func read(_ text: String, _ manner: JSONReader.Manner) -> JSONValue? {
        JSONReader.read(Array(text.utf8), manner: manner)
    }

    @Test(
        arguments: [
            JSONReader.Manner.strict, .exact, .ofServers,
        ])
    func `nesting is read down to 64 levels and no deeper, in every manner`(manner: JSONReader.Manner) {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(read(nested(64), manner) != nil)
        #expect(read(nested(65), manner) == nil)
        #expect(read(String(repeating: "[", count: 1 << 20), manner) == nil)
        #expect(read(String(repeating: #"{"a":"#, count: 1 << 18), manner) == nil)
    }

    @Test
    func `a number keeps its text, however large, and is read as the nearest double`() {
        #expect(read("123456789012345678901234567890", .strict) == .written("123456789012345678901234567890"))
        #expect(read("1e999", .strict)?.double == .infinity)
        #expect(read("1e999", .strict)?.integer == nil)
        #expect(read("9007199254740993", .strict)?.double == 9_007_199_254_740_992)
        #expect(read("-0.5", .strict)?.double == -0.5)
        #expect(read("3.0", .strict)?.integer == 3)
        let long = String(repeating: "9", count: 1 << 16)
        #expect(read(long, .strict) == .written(long))
    }

    @Test
    func `a name that is repeated stands twice, and the last one is found by it`() {
        let value = read(#"{"a": 1, "b": 2, "a": 3, "c": null}"#, .strict)
        #expect(value?.members.map(\.name) == ["a", "b", "a", "c"])
        #expect(value?["a"]?.integer == 3)
        #expect(value?["c"] == nil)
        #expect(value?["d"] == nil)
    }

    @Test
    func `half of a surrogate pair becomes U+FFFD, and is refused where a file is to be put right`() {
        for half in [#""\ud83d""#, #""\ude00""#, #""\ud83d\ud83d\ude00""#, #""\ud83dx""#, #""\ude00\ud83d""#] {
            #expect(read(half, .strict)?.string?.contains("\u{FFFD}") == true)
            #expect(read(half, .ofServers)?.string?.contains("\u{FFFD}") == true)
            #expect(read(half, .exact) == nil, "\(half)")
        }
        for manner in [JSONReader.Manner.strict, .exact, .ofServers] {
            #expect(read(#""\uD83D\uDE00\u00e9""#, manner) == .string("😀é"))
        }
    }

    @Test
    func `a NUL may stand in a string by its escape alone`() {
        #expect(read(#""a\u0000b""#, .exact) == .string("a\0b"))
        for manner in [JSONReader.Manner.strict, .exact, .ofServers] {
            #expect(read("\"a\0b\"", manner) == nil)
            #expect(read("\0", manner) == nil)
            #expect(read("[1]\0", manner) == nil)
        }
    }

    @Test
    func `servers may send line breaks in strings, bytes that are no UTF-8, and odd numbers`() {
        #expect(read("\"a\r\n\tb\\n\"", .ofServers) == .string("a\r\n\tb\n"))
        #expect(JSONReader.read([0x22, 0xFF, 0x61, 0x22], manner: .ofServers) == .string("\u{FFFD}a"))
        #expect(JSONReader.read([0x22, 0x5C, 0x6E, 0xFF, 0x22], manner: .ofServers) == .string("\n\u{FFFD}"))
        #expect(read("[1., +1, .5]", .ofServers)?.array?.map(\.double) == [1, 1, 0.5])
        #expect(read("\"a\u{1}\"", .ofServers) == nil)
        for text in ["[1.2.3]", "[-]", "nul", "[1", "{\"a\": }", "\"a", "1 2"] {
            #expect(read(text, .ofServers) == nil)
        }
    }

    @Test
    func `programs write numbers that are none, and only where that is let pass`() {
        let text = #"{"a": NaN, "b": [Infinity, -Infinity, -1], "c": "NaN"}"#
        let document = read(text, .ofPrograms)
        #expect(document?["a"]?.double?.isNaN == true)
        #expect(document?["b"]?.array?.map(\.double) == [.infinity, -.infinity, -1])
        #expect(document?["c"]?.string == "NaN")
        for manner in [JSONReader.Manner.strict, .exact, .ofServers] { #expect(read(text, manner) == nil) }
        for text in ["Na", "[Infinit]", "-Inf", "nan"] { #expect(read(text, .ofPrograms) == nil) }
    }

    @Test
    func `a byte-order mark may stand before a document, and nowhere else`() {
        #expect(read("\u{FEFF}[]", .strict) == .array([]))
        #expect(read("\u{FEFF}\u{FEFF}[]", .strict) == nil)
        #expect(read("[\u{FEFF}]", .ofServers) == nil)
    }

    @Test
    func `any bytes are read without a crash, and what is cut off is nothing`() {
        let whole = Array(#"{"a": [1, -2.5e3, "x\u00e9\ud83d\ude00", true, null], "b": {"c": "\\\""}}"#.utf8)
        for manner in [JSONReader.Manner.strict, .exact, .ofServers] {
            #expect(JSONReader.read(whole, manner: manner) != nil)
            for length in 0..<whole.count { #expect(JSONReader.read(Array(whole[..<length]), manner: manner) == nil) }
            var random = SeededRandom(seed: 8)
            for _ in 0..<2000 {
                var bytes = whole
                for _ in 0...2 {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
                }
                _ = JSONReader.read(bytes, manner: manner)
            }
        }
    }
}
