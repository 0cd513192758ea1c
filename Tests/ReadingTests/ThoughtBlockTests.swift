import Reading
import TestSupport
import Testing

/// Thoughts in other clothes: marks with blanks or escapes, fences, elements of HTML, headings.
@Suite("Thoughts in other clothes are no answer")
struct ThoughtBlockTests {
    private static let pairs: [(String, String)] = [
        ("<think >", "</think >"), ("< think>", "</ think>"), ("<think\n>", "</think\n>"),
        ("&lt;think&gt;", "&lt;/think&gt;"), ("&#60;think&#62;", "&#x3c;/think&#x3E;"),
        (#"\<think\>"#, #"\</think\>"#), (#"\u003cthink\u003e"#, #"\u003c/think\u003e"#), ("<think>", #"<\/think>"#),
        ("<|inner_prefix|>", "<|inner_suffix|>"), ("<plan>", "</plan>"), ("<planning>", "</planning>"),
        ("<rationale>", "</rationale>"), ("<Scratchpad >", "</Scratchpad>"), ("<analysis >", "</analysis>"),
        ("```thinking\n", "\n```\n"), ("```reasoning\n", "\n```\n\n"), ("~~~thought\n", "\n~~~\n"),
        ("``` Thinking\n```json\n{}\n```\n", "\n```\n"),
        ("<details type=\"reasoning\">", "</details>"),
        ("<details type=\"reasoning\" done=\"true\">\n", "\n</details>\n"),
        ("<details><summary>Thought for 3 seconds</summary>", "</details>"),
        ("<details>\n<summary>💭 Reasoning</summary>\n<details><summary>more</summary>x</details>", "</details>"),
        ("<div class=\"thinking\">a<div>b</div>", "</div>"),
        ("Thinking...\n", "\n...done thinking.\n\n"), ("Thinking...\n", "\n…done thinking.\n"),
        ("analysis We must choose. ", " assistantfinal "),
    ]
    private static let answers = [
        "Option 1", #"{"action": "Option 1"}"#, "```json\n{\"action\": \"Option 1\"}\n```", "\nI choose Option 1.",
    ]
    private let reader = ReplyReader()

    @Test(arguments: pairs)
    func `whatever they wear`(opening: String, closing: String) {
        for answer in Self.answers {
            let reply = "\(opening)Option 2 it is. I choose Option 2. {\"action\": \"Option 2\"}\(closing)\(answer)"
            #expect(reader.choice(in: reply) == .answered(1), "\(reply)")
            let split = SplitReply(reply)
            #expect(split.thoughts?.contains("I choose Option 2.") == true, "\(reply)")
            #expect(reader.choice(in: split.answer) == .answered(1), "\(split.answer)")
        }
        let rated = "\(opening)Equality: 4\n\(closing){\"Equality\": 1}"
        #expect(ReaderFixture.ratings(rated) == [nil, 1, nil, nil, nil])
    }

    @Test(arguments: pairs)
    func `nor where they are cut, or all there is`(opening: String, closing: String) {
        guard !opening.hasPrefix("analysis ") else { return }
        let thoughts = "\(opening)Option 2 it is. I choose Option 2. {\"action\": \"Option 2\"} Equality: 2"
        #expect(reader.choice(in: thoughts) == .unreadable(.truncated), "\(thoughts)")
        #expect(ReaderFixture.ratingsReading(thoughts) == .unreadable(.truncated))
        #expect(SplitReply(thoughts).thoughts == nil)
        #expect(reader.choice(in: thoughts + closing) == .unreadable(.empty), "\(thoughts + closing)")
        #expect(reader.choice(in: thoughts + closing, truncated: true) == .unreadable(.truncated))
        let rest = SplitReply(thoughts + closing).answer.filter { !$0.isWhitespace }
        #expect(rest.isEmpty)
    }

    @Test(
        arguments: [
            "**Thinking:** I choose Option 2. {\"action\": \"Option 2\"}\n\n**Final answer:** Option 1",
            "Thought process: Option 2? I choose Option 2.\nAnswer: Option 1",
            "## Thinking\nI choose Option 2.\n\n## Final Answer\nOption 1",
            "Reasoning: {\"action\": \"Option 2\"}\n**Final Answer:** {\"action\": \"Option 1\"}",
            "analysisOption 2?assistantfinal json{\"action\": \"Option 1\"}",
            "analysisOption 2?assistantfinaljson {\"action\": \"Option 1\"}",
        ])
    func `nor under a heading of their own`(reply: String) {
        #expect(reader.choice(in: reply) == .answered(1))
        #expect(reader.choice(in: SplitReply(reply).answer) == .answered(1))
    }

    @Test
    func `nor under a heading that none for the answer follows, where the reply was cut`() {
        for heading in ["**Thinking:** ", "Thought process:\n", "# Thoughts\n"] {
            let reply = heading + "I choose Option 2. {\"action\": \"Option 2\"} Equality: 2\n"
            #expect(reader.choice(in: reply, truncated: true) == .unreadable(.truncated), "\(reply)")
            #expect(ReaderFixture.ratingsReading(reply, truncated: true) == .unreadable(.truncated))
            #expect(reader.choice(in: reply) == .answered(2))
        }
    }

    @Test
    func `Thoughts that begin again and end once may have been cut`() {
        let reply = "<think>a <think>I choose Option 2.</think> so, Option 1"
        #expect(reader.choice(in: reply) == .answered(1))
        #expect(reader.choice(in: reply, truncated: true) == .unreadable(.truncated))
        #expect(SplitReply(reply).answer == reply)
        #expect(reader.choice(in: "<think>a <think>b</think> c, Option 2</think>Option 1") == .answered(1))
        #expect(reader.choice(in: "<think>\n<think>b</think>Option 1", truncated: true) == .answered(1))
    }

    @Test(
        arguments: [
            "Thinking about it, I choose Option 1.", "Thinking it over... I choose Option 1.",
            "Option 1\n<details><summary>Why</summary>It is cheaper.</details>", "<div class=\"answer\">Option 1</div>",
            "<p>Option 1</p>", "```text\nOption 1\n```", "```\nOption 1\n```", "Analysis: I choose Option 1.",
            "Reasoning: it is cheaper.\nAnswer: Option 1", "My plan is simple: I choose Option 1.",
            "As 3 < 4 and s > 2, I choose Option 1.", "I choose Option 1 &amp; that is all.",
        ])
    func `but an ordinary reply is left whole`(reply: String) {
        #expect(reader.choice(in: reply) == .answered(1))
        #expect(SplitReply(reply).thoughts == nil)
        #expect(SplitReply(reply).answer == reply)
    }

    @Test(
        arguments: [
            "Plan A", "[Plan A]", "**Plan A**", "I choose Plan A.", #"{"action": "Plan A"}"#, "<answer>Plan A</answer>",
        ])
    func `and plans may be the options`(reply: String) {
        #expect(reader.choice(in: reply, labels: ("Plan A", "Plan B")) == .answered(1))
        #expect(SplitReply(reply).thoughts == nil)
    }

    @Test
    func `and any pile of blocks is read in linear time, without a crash`() {
        let pieces = [
            "```thinking\n", "\n```\n", "<details type=\"reasoning\">", "</details>", "&lt;think&gt;", "\\<", "x ",
        ]
        var random = SeededRandom(seed: 11)
        for _ in 0..<200 {
            let text = (0..<Int(random.next() % 20)).map { _ in pieces[Int(random.next() % 7)] }.joined()
            _ = reader.choice(in: text)
            _ = SplitReply(text)
        }
        for piece in pieces { _ = reader.choice(in: String(repeating: piece, count: 5000)) }
    }
}
