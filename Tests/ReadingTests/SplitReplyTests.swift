import Reading
import Testing

struct SplitReplyTests {
    @Test(
        arguments: [
            ("<think>hm, hm</think>Option 1", "hm, hm", "Option 1"),
            ("<think>\nhm\n</think>\n\nOption 2\n", "hm", "Option 2\n"),
            ("  <THINK>a</THINK> <think>b</think> Option 1", "a</THINK> <think>b", "Option 1"),
            ("<thinking>so</thinking>{\"action\": \"Option 1\"}", "so", "{\"action\": \"Option 1\"}"),
            ("cut at its start</think>Option 1", "cut at its start", "Option 1"),
            ("<think></think>Option 1", "", "Option 1"),
            ("<think>only thoughts</think>", "only thoughts", ""),
        ])
    func `thoughts that end stand apart`(text: String, thoughts: String, answer: String) {
        let split = SplitReply(text)
        #expect(split.thoughts == thoughts)
        #expect(split.answer == answer)
    }

    @Test(
        arguments: [
            "Option 1", "", "<think>never ends Option 1", "{\"action\": \"</think>\"}", "a < b and c > d",
            "[\"<think>x</think>\"]",
        ])
    func `any other text is left whole`(text: String) {
        let split = SplitReply(text)
        #expect(split.thoughts == nil)
        #expect(split.answer == text)
    }

    @Test func `what is split off changes no reading`() {
        let reader = ReplyReader()
        for text in [
            "<think>Option 1?</think>{\"action\": \"Option 2\"}", "so, Option 1</think> I choose Option 2.",
            "<think>Option 1", "Option 2",
        ] {
            #expect(reader.choice(in: SplitReply(text).answer) == reader.choice(in: text))
        }
    }
}
