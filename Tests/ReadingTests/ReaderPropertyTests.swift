import Reading
import TestSupport
import Testing

@Suite("The reader holds for any reply")
struct ReaderPropertyTests {
    private let reader = ReplyReader()

    private func readAll(_ bytes: [UInt8], truncated: Bool = false) {
        _ = reader.action(in: bytes, truncated: truncated)
        _ = reader.choice(in: bytes, actions: (first: "I go to vote.", second: "I stay at home."), truncated: truncated)
        let ratings = reader.ratings(in: bytes, values: ReaderFixture.values, truncated: truncated)
        if let answer = ratings.answer {
            #expect(answer.options.count == ReaderFixture.values.count)
            #expect(answer.options.allSatisfy { $0.map { (1...4).contains($0) } ?? true })
        }
        _ = LegacyReader().ratings(in: bytes, names: ReaderFixture.values.names)
    }

    @Test
    func `random bytes are read without a crash`() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<500 {
            let count = Int(random.next() % 200)
            readAll((0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) })
        }
    }

    @Test
    func `random structure is read without a crash, and only to options that exist`() {
        let pieces = [
            "{", "}", "[", "]", "\"", "'", "\\", ":", ",", "\n", "```", "```json\n", "“", "’", "Equality", "Option 1",
            "Option 2", "2", "action", "Human Action", "<think>", "</think>", " ", "I choose ", "|", "- ", "\\u12",
            "or",
            "not", "None", "é", "\u{0}", "actually", "Healthy: 3",
        ]
        var random = SeededRandom(seed: 2)
        for round in 0..<1000 {
            let count = Int(random.next() % 40)
            let text = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
            readAll(Array(text.utf8), truncated: round.isMultiple(of: 2))
        }
    }

    @Test
    func `a real-looking reply with any bytes changed, cut or doubled is read without a crash`() {
        let reply = Array(
            """
            Sure! ```json
            {"Human Action": "I don't “hide” it.", 'Feature Attributions': ['a', "b"], "Equality": "2: agree",
             "action": "Option 2", "Natural Language Explanation": "It's \\"fair\\", isn't it?"}
            ``` Hope so.
            """.utf8)
        var random = SeededRandom(seed: 3)
        for _ in 0..<500 {
            var bytes = reply
            for _ in 0..<(1 + random.next() % 4) {
                let at = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + 3))
                default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 9)], at: at)
                }
                if bytes.isEmpty { bytes = [0] }
            }
            readAll(bytes)
        }
    }

    @Test(
        arguments: [
            "{", "[", "\"", "'", "\\", "`", "```", "{\"", "\",\"", "',' ", "[\"", "{'a':", "{\"a\":[", "}", "<think>",
            "{a", "“", "'a' 'b", "\"k\": \"v\"\n", "{} ", "[[\"", "{\"a\": \"b\", ", "' : ", "```{", "{\"a\\", "\n\"a",
            "{\"a\":1}{", "```json\n{\"a\": 'b' c'}\n", "Option 1 ", "I choose Option 1. ", "Equality: 2, ",
        ])
    func `the work grows in step with the length`(piece: String) {
        let counts = [2000, 20000].map { length in
            let bytes = Array(String(repeating: piece, count: length / piece.utf8.count).utf8)
            return bytes.withUnsafeBufferPointer { LooseReply($0, 0..<$0.count, mayBeCut: false).work }
        }
        #expect(counts[1] <= 11 * counts[0] + 4096)
        // No reply is allowed more steps than 32 for each of its bytes, whatever it holds.
        #expect(counts[1] <= 64 * 20000 + 4096)
    }

    @Test(arguments: ReplyWriter.Style.allCases)
    func `ratings in any notation are read as written`(style: ReplyWriter.Style) {
        var writer = ReplyWriter(random: SeededRandom(seed: 4))
        let texts: [[String]] = (1...4).map { number in
            [
                "\(number)", "\(number): \(RatingOption.direct[number - 1].label)",
                RatingOption.portrait[number - 1].label,
            ]
        }
        for _ in 0..<50 {
            let options = ReaderFixture.values.names.map { _ in UInt8(1 + writer.random.next() % 4) }
            var fields: [(String, String)] = []
            for (name, option) in zip(ReaderFixture.values.names, options) {
                fields.append((writer.pick([name, name.lowercased()]), writer.pick(texts[Int(option) - 1])))
            }
            let reply = writer.object(fields, style: style)
            let read = reader.ratings(in: reply, values: ReaderFixture.values)
            #expect(read == .answered(Ratings(options: options)), "\(reply)")
        }
    }

    @Test(arguments: ReplyWriter.Style.allCases)
    func `a choice in any notation is read as written`(style: ReplyWriter.Style) {
        var writer = ReplyWriter(random: SeededRandom(seed: 5))
        for _ in 0..<50 {
            let option = 1 + Int(writer.random.next() % 2)
            let reason = writer.pick(["It's my parents' way, unlike Option 1.", "Option 2 is no use, I'd say.", "Yes."])
            let answer = ("action", writer.pick(["Option \(option)", "\(option)"]))
            let fields = writer.pick([[("explanation", reason), answer], [answer, ("explanation", reason)], [answer]])
            let reply = writer.object(fields, style: style)
            #expect(reader.choice(in: reply) == .answered(option), "\(reply)")
        }
    }
}
