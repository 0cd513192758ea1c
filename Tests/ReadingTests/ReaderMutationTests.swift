import Reading
import TestSupport
import Testing

/// What a damaged reply is read as: what it said, nothing, or what the damage made it say; never what stands nowhere in it.
struct ReaderMutationTests {
    private static let rounds = 150
    private let reader = ReplyReader()

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).lowercased() }

    @Test(arguments: ReplyWriter.Style.allCases)
    func `a damaged choice is the one made, none, or one that the text names`(style: ReplyWriter.Style) {
        var writer = ReplyWriter(random: SeededRandom(seed: 11))
        var mutation = ReplyMutation(random: SeededRandom(seed: 12))
        var changed = 0
        for _ in 0..<Self.rounds {
            let option = 1 + Int(writer.random.next() % 2)
            // The reasons name no option, so that the other one stands in the text by the damage alone.
            let reason = writer.pick(["It's my parents' way, I'd say.", "This is \"right\".", "Yes."])
            let answer = ("action", writer.pick(["Option \(option)", "\(option)"]))
            let fields = writer.pick([[("explanation", reason), answer], [answer, ("explanation", reason)], [answer]])
            let reply = mutation.damaged(writer.object(fields, style: style))
            for truncated in [false, true] {
                guard case .answered(let read) = reader.choice(in: reply, truncated: truncated) else { continue }
                #expect((1...2).contains(read))
                guard read != option else { continue }
                changed += 1
                // The damage may have written a digit, or "a" or "b" for a word of its own.
                let words = text(reply).split { !$0.isLetter && !$0.isNumber }
                let stands = reply.contains(UInt8(48 + read)) || words.contains(read == 1 ? "a" : "b")
                #expect(stands, "\(text(reply)) was \(option)")
            }
        }
        #expect(changed < Self.rounds)
    }

    @Test(arguments: ReplyWriter.Style.allCases)
    func `damaged ratings are those given, none, or ones that the text names`(style: ReplyWriter.Style) {
        var writer = ReplyWriter(random: SeededRandom(seed: 13))
        var mutation = ReplyMutation(random: SeededRandom(seed: 14))
        for _ in 0..<Self.rounds {
            // One rating for all values: any other one stands in the text by the damage alone.
            let option = Int(writer.random.next() % 4)
            let label = RatingOption.direct[option].label
            let words = ["\(option + 1)", "\(option + 1): \(label)", label, RatingOption.portrait[option].label]
            let fields = ReaderFixture.values.names.map { ($0, writer.pick(words)) }
            let reply = mutation.damaged(writer.object(fields, style: style))
            let reading = reader.ratings(in: reply, values: ReaderFixture.values)
            guard case .answered(let ratings) = reading else { continue }
            #expect(ratings.options.count == ReaderFixture.values.count)
            for read in ratings.options.compactMap({ $0.map(Int.init) }) where read != option + 1 {
                #expect((1...4).contains(read))
                let labels = [RatingOption.direct, RatingOption.portrait].map { $0[read - 1].label }
                let stands = reply.contains(UInt8(48 + read)) || labels.contains { text(reply).contains($0) }
                #expect(stands, "\(text(reply)) was \(option + 1), is \(read)")
            }
        }
    }

    @Test(arguments: ReplyWriter.Style.allCases)
    func `a damaged action is in the reply's own words`(style: ReplyWriter.Style) {
        var writer = ReplyWriter(random: SeededRandom(seed: 15))
        var mutation = ReplyMutation(random: SeededRandom(seed: 16))
        let fields = [
            ("Human Action", "I carry my neighbours' bags home."),
            ("Feature Attributions", "carry my neighbours' bags"),
            ("Natural Language Explanation", "Help is given without being asked for."),
        ]
        for _ in 0..<Self.rounds {
            let reply = mutation.damaged(writer.object(fields, style: style))
            guard case .answered(let read) = reader.action(in: reply) else { continue }
            #expect(!read.action.text.isEmpty && !read.action.attributions.isEmpty && !read.action.explanation.isEmpty)
            let whole = text(reply)
            for part in [read.action.text, read.action.explanation] + read.action.attributions {
                for word in part.lowercased().split(whereSeparator: { !$0.isASCII || !$0.isLetter })
                where word.count > 1 {
                    #expect(whole.contains(word), "\(whole) has no \(word)")
                }
            }
        }
    }

    @Test func `a reply that is cut off anywhere says what it said or nothing`() {
        var writer = ReplyWriter(random: SeededRandom(seed: 17))
        for style in ReplyWriter.Style.allCases {
            let reply = Array(
                writer.object([("action", "Option 2"), ("explanation", "I'd say so.")], style: style).utf8)
            for length in 0..<reply.count {
                let reading = reader.choice(in: reply[..<length], truncated: true)
                let cut = text(Array(reply[..<length]))
                #expect(reading.answer == nil || reading == .answered(2), "\(cut)")
            }
        }
    }

    @Test func `options that were made ready read as those that weren't`() {
        let actions = (first: "I carry my neighbours' bags home.", second: "I leave them to carry their own bags.")
        let ready = reader.prepare(labels: ("A", "B"))
        for reply in ["A", "I choose B.", #"{"action": "B"}"#, actions.second, "both", ""] {
            #expect(reader.choice(in: reply.utf8, options: ready) == reader.choice(in: reply, labels: ("A", "B")))
            #expect(
                reader.choice(in: reply.utf8, options: ready.naming(actions: actions))
                    == reader.choice(in: reply, labels: ("A", "B"), actions: actions))
        }
        let scale = RatingScale(RatingOption.direct)
        let reply = #"{"Equality": "agree", "Healthy": 4}"#
        #expect(
            reader.ratings(in: reply.utf8, values: ReaderFixture.values, scale: scale)
                == reader.ratings(in: reply, values: ReaderFixture.values, options: RatingOption.direct))
    }
}
