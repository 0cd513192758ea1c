import TestSupport
import Testing
import Text

struct JSONTextTests {
    private static let document: JSONValue = [
        "b\"\\": .string("line\nend\r\t\u{1}é<\u{2028}/"), "a": [.number(0.1), -3, .null, true, .written("2.50")],
        "lists": [[1], []], "empty": .object([]), "none": .array([]),
    ]

    @Test func `a file keeps the order of members and escapes what a page could take for its own`() {
        #expect(
            Self.document.text(indented: false)
                == #"{"b\"\\": "line\nend\r\t\u0001é\u003c\u2028/", "a": [0.1, -3, null, true, 2.5], "#
                + #""lists": [[1], []], "empty": {}, "none": []}"#)
        #expect(
            Self.document.text() == #"""
                {
                  "b\"\\": "line\nend\r\t\u0001é\u003c\u2028/",
                  "a": [0.1, -3, null, true, 2.5],
                  "lists": [
                    [1],
                    []
                  ],
                  "empty": {},
                  "none": []
                }

                """#)
    }

    @Test func `what is sent has no blanks, and nothing escaped that needs not be`() {
        #expect(
            String(decoding: JSONText.bytes(of: Self.document), as: UTF8.self)
                == #"{"b\"\\":"line\nend\u000d\u0009\u0001é<"# + "\u{2028}" + #"/","a":[0.1,-3,null,true,2.5],"#
                + #""lists":[[1],[]],"empty":{},"none":[]}"#)
    }

    @Test(
        arguments: [
            (4096, "4096", "4096"), (0.1, "0.1", "0.1"), (-0.0, "0", "-0"), (1e300, "1e+300", "1e+300"),
            (.nan, "null", "null"), (-.infinity, "null", "null"), (5e-324, "5e-324", "5e-324"),
            (9_007_199_254_740_992, "9007199254740992.0", "9007199254740992"),
        ] as [(Double, String, String)])
    func `numbers are written as they always were`(number: Double, sent: String, filed: String) {
        #expect(String(decoding: JSONText.bytes(of: .number(number)), as: UTF8.self) == sent)
        #expect(JSONValue.number(number).text(indented: false) == filed)
    }

    @Test func `what is written is read back, whatever it is`() {
        var random = SeededRandom(seed: 9)
        for _ in 0..<300 {
            let value = Self.value(depth: 0, &random)
            for bytes in [JSONText.bytes(of: value), Array(value.text().utf8), Array(value.text(indented: false).utf8)]
            {
                #expect(JSONReader.read(bytes, manner: .exact).map(Self.plain) == Self.plain(value))
            }
        }
    }

    @Test func `members are set in their place, added behind, and merged in turn`() {
        var value: JSONValue = ["a": 1, "b": ["c": 2]]
        value["a"] = 3
        value["d"] = "x"
        value["e"] = nil
        #expect(value == ["a": 3, "b": ["c": 2], "d": "x"])
        let other: JSONValue = ["b": ["f": 4, "c": 5], "a": ["g": 6]]
        #expect(value.merging(other.members) == ["a": ["g": 6], "b": ["c": 5, "f": 4], "d": "x"])
    }

    private static func value(depth: Int, _ random: inout SeededRandom) -> JSONValue {
        switch Int.random(in: 0..<(depth < 4 ? 8 : 6), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .integer(.random(in: -1_000_000...1_000_000, using: &random))
        case 3: return .number(Double.random(in: -1...1, using: &random))
        case 4, 5: return .string(text(&random))
        case 6: return .array((0..<3).map { _ in value(depth: depth + 1, &random) })
        default: return .object((0..<3).map { _ in .init(text(&random), value(depth: depth + 1, &random)) })
        }
    }

    private static func text(_ random: inout SeededRandom) -> String {
        let scalars = (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0...(Bool.random(using: &random) ? 0x7F : 0x10FFFF), using: &random))
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// With each number as a double and each text in scalars, which alone tell "é" from "e" with an accent.
    private static func plain(_ value: JSONValue) -> String {
        switch value {
        case .integer, .number, .written: "\(value.double.map { $0 + 0 } ?? .nan)"
        case .string(let text): "\(text.unicodeScalars.map(\.value))"
        case .array(let items): "\(items.map(plain))"
        case .object(let members): "\(members.map { ($0.name.unicodeScalars.map(\.value), plain($0.value)) })"
        default: "\(value)"
        }
    }
}
