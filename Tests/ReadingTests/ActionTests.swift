import Reading
import Testing

@Suite("An action is read from a generated reply")
struct ActionTests {
    private let reader = ReplyReader()
    private let expected = WrittenAction(
        text: "I sort my parents' papers.", attributions: ["sort", "my parents' papers"], explanation: "It's care.")

    @Test(
        arguments: [
            (
                #"{"Human Action": "I sort my parents' papers.", "Feature Attributions": ["sort", "my parents' papers"], "#
                    + #""Natural Language Explanation": "It's care."}"#, .strict
            ),
            (
                "```json\n{\"Human Action\": \"I sort my parents' papers.\", \"Feature Attributions\": [\"sort\", "
                    + "\"my parents' papers\"], \"Natural Language Explanation\": \"It\\u2019s care.\"}\n```", .fenced
            ),
            (
                "{'Human Action': \"I sort my parents' papers.\", 'Feature Attributions': ['sort', "
                    + "'my parents\\' papers',], 'Natural Language Explanation': 'It\\'s care.'}", .literal
            ),
            (
                "```python\n{'Human Action': \"I sort my parents' papers.\", 'Feature Attributions': ('sort', "
                    + "'my parents\\' papers'), 'Natural Language Explanation': \"It's \" 'care.'}\n```", .literal
            ),
            (
                "{\n 'Human Action': 'I sort my parents' papers.',\n 'Feature Attributions': ['sort', "
                    + "'my parents' papers'],\n 'Natural Language Explanation': 'It's care.'\n}", .repaired
            ),
            (
                "Here: {\"Human Action\": \"I sort my parents' papers.\" \"Feature Attributions\": [\"sort\"\n"
                    + "\"my parents' papers\"], \"Natural Language Explanation\": \"It's care.\"", .repaired
            ),
            (
                "{“human_action”: “I sort my parents' papers.”, “feature_attributions”: [“sort”, “my parents' papers”],"
                    + " “explanation”: “It's care.”}", .repaired
            ),
            (
                "\"Human Action\": \"I sort my parents' papers.\",\n\"Feature Attributions\": [\"sort\", "
                    + "\"my parents' papers\"],\n\"Natural Language Explanation\": \"It's care.\"", .repaired
            ),
        ] as [(String, Notation)])
    func `in every notation, and the notation is said`(reply: String, notation: Notation) throws {
        let read = try #require(reader.action(in: reply).answer)
        #expect(read.notation == notation)
        #expect(read.action.text == expected.text)
        #expect(read.action.attributions == expected.attributions)
        #expect(read.action.explanation.replacing("’", with: "'") == expected.explanation)
    }

    @Test
    func `with quotes inside its texts kept, where only the structure behind a quote ends a text`() throws {
        let reply = """
            {
              'Human Action': 'I call it 'duty', not chance, and don't hide it.',
              'Feature Attributions': ['call it duty', 'don\\'t hide'],
              'Natural Language Explanation': 'It shows 'A Varied Life', because it's others' choice too, or 'face.''
            }
            """
        let read = try #require(reader.action(in: reply).answer)
        #expect(read.notation == .repaired)
        #expect(read.action.text == "I call it 'duty', not chance, and don't hide it.")
        #expect(read.action.attributions == ["call it duty", "don't hide"])
        #expect(read.action.explanation == "It shows 'A Varied Life', because it's others' choice too, or 'face.'")
    }

    @Test
    func `with a curly quote where a straight one was meant, and raw line breaks`() throws {
        let reply =
            "{'Human Action': 'I wait.', 'Feature Attributions': 'wait', "
            + "'Natural Language Explanation': 'Two\nlines with others.’  \n}"
        let read = try #require(reader.action(in: reply).answer)
        #expect(
            read.action
                == WrittenAction(text: "I wait.", attributions: ["wait"], explanation: "Two\nlines with others."))
    }

    @Test
    func `as the last of several objects, but not of several in one list`() {
        func object(_ text: String) -> String {
            #"{"Human Action": "\#(text)", "Feature Attributions": ["a"], "Natural Language Explanation": "e"}"#
        }
        #expect(reader.action(in: object("I go.") + "\nBetter:\n" + object("I run.")).answer?.action.text == "I run.")
        #expect(reader.action(in: "[\(object("I go.")), \(object("I run."))]") == .unreadable(.ambiguous))
        #expect(reader.action(in: "{\"answer\": \(object("I go."))}").answer?.action.text == "I go.")
    }

    @Test
    func `but not where the end of a text is uncertain`() {
        let swallowed =
            "{\"Human Action\": \"I go,\n \"Feature Attributions\": [\"go\"], "
            + "\"Natural Language Explanation\": \"e\"}"
        #expect(reader.action(in: swallowed).answer == nil)
        let list =
            "{'Human Action': 'I'd go', 'Feature Attributions': ['say 'a', 'b' and go', 'x'], "
            + "'Natural Language Explanation': 'e'}"
        #expect(reader.action(in: list) == .unreadable(.ambiguous))
    }

    @Test
    func `but not where a part is missing or cut off`() {
        #expect(reader.action(in: #"{"Human Action": "I go."}"#) == .unreadable(.incomplete))
        #expect(
            reader.action(
                in: #"{"Human Action": "I go.", "Feature Attributions": [], "Natural Language Explanation": "e"}"#)
                == .unreadable(.incomplete))
        #expect(
            reader.action(in: #"{"Human Action": "I go.", "Feature Attributions": ["go", "no"#)
                == .unreadable(.truncated))
        #expect(reader.action(in: "I go home.") == .unreadable(.noAnswer))
        #expect(reader.action(in: "") == .unreadable(.empty))
        #expect(reader.action(in: "Sorry, but I can’t assist with that.") == .refused)
    }

    @Test
    func `unless it is larger than 1 MiB`() {
        let filler = String(repeating: " ", count: ReplyReader.sizeLimit)
        #expect(reader.action(in: "{}" + filler) == .unreadable(.tooLarge))
        #expect(reader.choice(in: "1" + filler.dropLast()) == .answered(1))
        #expect(reader.choice(in: Array(("1" + filler).utf8).lazy.map { $0 }) == .unreadable(.tooLarge))
    }
}
