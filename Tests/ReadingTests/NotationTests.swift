import Testing

@testable import Reading

@Suite("Notations are told apart exactly")
struct NotationTests {
    private func json(_ text: String) -> LooseValue? {
        Array(text.utf8).withUnsafeBufferPointer { StrictJSON.whole($0, 0..<$0.count) }
    }

    private func literal(_ text: String) -> LooseValue? {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var parser = PythonLiteral(bytes, from: 0, to: bytes.count)
            guard let value = parser.value(), parser.at == bytes.count else { return nil }
            return value
        }
    }

    @Test(
        "what RFC 8259 allows is JSON",
        arguments: [
            "{}", "[]", " [1, -0, 0.5, 1e3, -2E-7] ", "\"\"", "true", "null", "12", "{\"a\": {\"b\": [null, false]}}",
            "\"\\u00e9\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\\\\\"\"", "\"é\u{7f}\"", "[[[[1]]]]",
        ])
    func accepted(text: String) {
        #expect(json(text) != nil)
    }

    @Test(
        "what RFC 8259 forbids is not",
        arguments: [
            "", "{", "[1,]", "{\"a\": 1,}", "{a: 1}", "{'a': 1}", "[1 2]", "01", "1.", ".5", "+1", "1e", "NaN", "tru",
            "\"\n\"", "\"\t\"", "\"\\x41\"", "\"\\u12\"", "\"a", "1 2", "\"\\'\"", "[1]]", "// c\n1", "{\"a\" 1}",
        ])
    func refused(text: String) {
        #expect(json(text) == nil)
    }

    @Test("JSON's bytes must be UTF-8")
    func invalidUTF8() {
        let bytes: [UInt8] = [0x22, 0xFF, 0x22]
        #expect(bytes.withUnsafeBufferPointer { StrictJSON.whole($0, 0..<3) } == nil)
    }

    @Test("escapes are resolved, fields keep their order and their repetitions")
    func content() {
        #expect(
            json(#"{"b": "\u00e9\ud83d\ude00\n", "a": 2.50, "b": [true, null]}"#)
                == .object([
                    LooseField(key: "b", value: .string("é😀\n")), LooseField(key: "a", value: .number("2.50")),
                    LooseField(key: "b", value: .array([.bool(true), .null])),
                ]))
        #expect(json(#""\ud83d""#) == .string("\u{FFFD}"))
    }

    @Test("Python literals are read as Python reads them")
    func python() {
        #expect(
            literal("{'a': 'it\\'s', \"b\": (True, None, -1.5,), 2: '''x'y\nz'''}")
                == .object([
                    LooseField(key: "a", value: .string("it's")),
                    LooseField(key: "b", value: .array([.bool(true), .null, .number("-1.5")])),
                    LooseField(key: "2", value: .string("x'y\nz")),
                ]))
        #expect(literal(#"'a' "b""#) == .string("ab"))
        #expect(literal(#"'\d\x41\u00e9\t'"#) == .string("\\dA\u{e9}\t"))
        for text in ["{'a': 'x\ny'}", "{'a' 1}", "['a'", "{'a': true}", "'it's'", "{'a': 1, 'b'}", "Trues", "1x"] {
            #expect(literal(text) == nil, "\(text)")
        }
    }

    @Test("nesting is read down to 64 levels and no deeper")
    func depth() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(json(nested(64)) != nil)
        #expect(json(nested(65)) == nil)
        #expect(literal(nested(64)) != nil)
        #expect(literal(nested(65)) == nil)
    }
}
