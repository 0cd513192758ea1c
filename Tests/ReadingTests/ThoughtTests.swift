import Reading
import TestSupport
import Testing

/// Thoughts in the marks of whatever template, where the server has not split them off.
@Suite("Thoughts are no answer")
struct ThoughtTests {
    private static let pairs: [(String, String)] = [
        ("<think>", "</think>"), ("<THINK>", "</THINK>"), ("<thinking>", "</thinking>"), ("[THINK]", "[/THINK]"),
        ("<thought>", "</thought>"), ("<Thought>", "</Thought>"), ("<thoughts>", "</thoughts>"),
        ("<reasoning>", "</reasoning>"), ("<REASONING>", "</REASONING>"), ("<reflection>", "</reflection>"),
        ("<seed:think>", "</seed:think>"), ("◁think▷", "◁/think▷"), ("<|think|>", "<|/think|>"),
        ("<|begin_of_thought|>", "<|end_of_thought|>"), ("<|START_THINKING|>", "<|END_THINKING|>"),
        ("<|thinking_start|>", "<|thinking_end|>"), ("<start_of_thought>", "<end_of_thought>"),
        ("<think_fast>", "</think_fast>"), ("<think_faster>", "</think_faster>"), ("<scratchpad>", "</scratchpad>"),
        ("<analysis>", "</analysis>"), ("<inner_monologue>", "</inner_monologue>"), ("[REASONING]", "[/REASONING]"),
        ("<think type=\"deep\">", "</think>"), ("<|channel>thought\n", "<channel|>"),
        ("<unused94>thought\n", "<unused95>"), ("<｜begin▁of▁thinking｜>", "<｜end▁of▁thinking｜>"),
        ("<chain-of-thought>", "</chain-of-thought>"), ("<my.reasoning>", "</my.reasoning>"),
        ("<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"),
        (
            "<|start|>assistant<|channel|>analysis<|message|>",
            "<|end|><|start|>assistant<|channel|>final <|constrain|>json<|message|>"
        ),
        ("analysisWe must choose. ", "assistantfinal"), ("analysis\nWe must choose.\n", "\nassistant\nfinal\n"),
        ("commentaryHm. ", "assistantfinal"),
        ("Here is my thought process:\n", "\nHere is my response:\n"),
        ("<think>", "<answer>"), ("<thinking>", "</think>"), ("<think>\n<think>", "</think>"),
        ("<thinking>first <reflection>no, Option 2</reflection> so ", "</thinking>"),
        ("[THINK]", "[/THINK]<answer>"), ("<think>", "</think><|begin_of_box|>"),
    ]
    private static let answers = [
        "Option 1", #"{"action": "Option 1"}"#, "```json\n{\"action\": \"Option 1\"}\n```", "I choose Option 1.",
    ]
    private let reader = ReplyReader()

    @Test(arguments: pairs)
    func `whatever their marks`(opening: String, closing: String) {
        for answer in Self.answers {
            let reply = "\(opening)Option 2 it is. I choose Option 2. {\"action\": \"Option 2\"}\(closing)\(answer)"
            #expect(reader.choice(in: reply) == .answered(1), "\(reply)")
            #expect(reader.choice(in: "\n\(opening)\(closing)\n\n\(answer)\n") == .answered(1))
            let split = SplitReply(reply)
            #expect(split.thoughts?.contains("I choose Option 2.") == true, "\(reply)")
            #expect(reader.choice(in: split.answer) == .answered(1))
        }
        let rated = "\(opening)Equality: 4\n\(closing){\"Equality\": 1}"
        #expect(ReaderFixture.ratings(rated) == [nil, 1, nil, nil, nil])
    }

    @Test(arguments: pairs.map(\.0))
    func `and where they never end, the answer was never begun`(opening: String) {
        guard opening != "analysis\nWe must choose.\n" else { return }
        let reply = "\(opening)Option 2 it is. I choose Option 2. Equality: 2"
        #expect(reader.choice(in: reply) == .unreadable(.truncated), "\(reply)")
        #expect(ReaderFixture.ratingsReading(reply) == .unreadable(.truncated))
        #expect(SplitReply(reply).thoughts == nil)
        #expect(SplitReply(reply).answer == reply)
    }

    @Test(
        arguments: [
            "</think>", "</thinking>", "[/THINK]", "</seed:think>", "◁/think▷", "<|end_of_thought|>",
            "<|END_THINKING|>",
            "<channel|>", "assistantfinal", "<|end|><|start|>assistant<|channel|>final<|message|>", "</thought>",
            "\n[BEGIN FINAL RESPONSE]\n",
        ])
    func `nor where the server has cut their beginning off`(closing: String) {
        #expect(reader.choice(in: "So Option 2. I choose Option 2.\(closing)Option 1") == .answered(1))
    }

    @Test
    func `nor behind the answer, or between its parts`() {
        for reply in [
            "Option 1\n<reasoning>I choose Option 2.</reasoning>",
            "Option 1\n<reason>Option 2 is colder, I choose Option 2",
            "{\"action\": \"Option 1\"}<think>I choose Option 2.</think>",
            "<answer>Option 1</answer><reflection>I choose Option 2.</reflection>",
            "<think>a</think>Option 1<think>I choose Option 2.</think>",
        ] { #expect(reader.choice(in: reply) == .answered(1), "\(reply)") }
        #expect(reader.choice(in: "Option 1 <think>so I choose Option 2") == .unreadable(.truncated))
        #expect(reader.choice(in: "Option 1 <think>hm</think> Option 2") != .answered(2))
    }

    @Test(
        arguments: [
            "<answer>Option 1</answer>", "<final>Option 1</final>", "<|begin_of_box|>Option 1<|end_of_box|>",
            "<|begin_of_solution|>Option 1<|end_of_solution|>", "<|START_RESPONSE|>Option 1<|END_RESPONSE|>",
            "[ANSWER]Option 1[/ANSWER]", "Option 2 has its merits. <answer>Option 1</answer>",
            "I choose Option 2? No. <answer>{\"action\": \"Option 1\"}</answer>", "Option 1<|im_end|>", "Option 1</s>",
            "Option 1<|return|>", "Option 1<end_of_turn>",
            "<|start|>assistant<|channel|>final<|message|>Option 1<|return|>",
        ])
    func `and the answer's own marks are passed over`(reply: String) {
        #expect(reader.choice(in: reply) == .answered(1))
    }

    @Test(
        arguments: [
            (#"{"action": "Option 1", "explanation": "as in <think> and </think>"}"#, 1),
            ("I choose Option 1 [reason](https://example.org) today.", 1), ("As 3 < 4 > 2, I choose Option 2.", 2),
        ])
    func `but a mark inside a string, a link or a comparison is no mark`(reply: String, option: Int) {
        #expect(reader.choice(in: reply) == .answered(option))
        #expect(SplitReply(reply).answer == reply)
    }

    @Test
    func `The analysis of a sentence is a sentence, and a thought without any answer leaves nothing`() {
        #expect(reader.choice(in: "analysis: I choose Option 1.") == .answered(1))
        #expect(reader.choice(in: "<think>Option 1</think>") == .unreadable(.empty))
        #expect(reader.choice(in: "<answer>Option 1</answer> or <answer>Option 2</answer>").answer == nil)
        #expect(reader.choice(in: "<|channel|>analysis<|message|>Option 1<|end|>") == .unreadable(.truncated))
    }

    @Test
    func `and any pile of marks is read in linear time, without a crash`() {
        let pieces = [
            "<think>", "</think>", "[THINK]", "<answer>", "<|channel|>", "<|message|>", "final", "x ", "<", "◁",
        ]
        var random = SeededRandom(seed: 9)
        for _ in 0..<300 {
            let text = (0..<Int(random.next() % 30)).map { _ in pieces[Int(random.next() % 10)] }.joined()
            _ = reader.choice(in: text)
            _ = SplitReply(text)
        }
        let deep = String(repeating: "<think><reflection>", count: 20_000) + "</think>Option 1"
        #expect(reader.choice(in: deep) == .answered(1))
    }
}
