import Reading
import Text
import Testing

@Suite("Notations are told apart exactly")
struct NotationTests {
    private func literal(_ text: String) -> JSONValue? {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var parser = PythonLiteral(bytes, from: 0, to: bytes.count)
            guard let value = parser.value(), parser.at == bytes.count else { return nil }
            return value
        }
    }

    @Test
    func `Python literals are read as Python reads them`() {
        #expect(
            literal("{'a': 'it\\'s', \"b\": (True, None, -1.5,), 2: '''x'y\nz'''}")
                == .object([
                    JSONValue.Member("a", .string("it's")),
                    JSONValue.Member("b", .array([.bool(true), .null, .written("-1.5")])),
                    JSONValue.Member("2", .string("x'y\nz")),
                ]))
        #expect(literal(#"'a' "b""#) == .string("ab"))
        #expect(literal(#"'\d\x41\u00e9\t'"#) == .string("\\dA\u{e9}\t"))
        for text in ["{'a': 'x\ny'}", "{'a' 1}", "['a'", "{'a': true}", "'it's'", "{'a': 1, 'b'}", "Trues", "1x"] {
            #expect(literal(text) == nil, "\(text)")
        }
    }

    @Test
    func `nesting is read down to 64 levels and no deeper`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(literal(nested(64)) != nil)
        #expect(literal(nested(65)) == nil)
    }
}
