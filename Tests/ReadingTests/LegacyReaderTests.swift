import Reading
import Testing

@Suite("The legacy reading does what the released notebooks do")
struct LegacyReaderTests {
    private let reader = LegacyReader()
    private let names = ["Wealth", "Equality", "Healthy"]

    @Test
    func `a rating is the first character once the portrait's phrases are digits`() {
        let reply = #"{"Healthy": "4: Not like me at all", "Equality": "Very much like me", "Wealth": 3}"#
        #expect(reader.ratings(in: reply, names: names) == [3, 1, 4])
        #expect(
            reader.ratings(in: #"{"Wealth": "9", "Equality": "like me", "Healthy": "NOT LIKE ME"}"#, names: names)
                == [9, 2, 3])
    }

    @Test
    func `a rating that is absent, differently named or no number shifts the later ones to the left`() {
        #expect(reader.ratings(in: #"{"wealth": "1", "Equality": "2", "Healthy": "3"}"#, names: names) == [2, 3])
        #expect(reader.ratings(in: #"{"Wealth": "agree", "Equality": "2", "Healthy": null}"#, names: names) == [2])
    }

    @Test
    func `the reply is cut out of its fence and must be JSON`() {
        #expect(reader.ratings(in: "Hi ```json\n{\"Wealth\": \"1\"}\n``` ```{}```", names: names) == [1])
        #expect(reader.ratings(in: "Hi ```\n{\"Wealth\": \"1\"}\n```", names: names) == [1])
        #expect(reader.ratings(in: "```python\n{\"Wealth\": \"1\"}\n```", names: names) == nil)
        #expect(reader.ratings(in: "{'Wealth': '1'}", names: names) == nil)
        #expect(reader.ratings(in: "Here: {\"Wealth\": \"1\"}", names: names) == nil)
        #expect(reader.ratings(in: #"{"Wealth": "1", "Wealth": "2"}"#, names: names) == [2])
    }

    @Test
    func `a choice is 1 where a 1 stands anywhere, else 2`() {
        #expect(reader.choice(in: "{'explanation': 'unlike Option 1', 'action': 'Option 2'}") == 1)
        #expect(reader.choice(in: "{'action': 'Both'}") == 2)
    }

    @Test
    func `an action's field names may stand in single quotes, its texts may not`() {
        let texts = #""act", 'Feature Attributions': ["a", "ct"], 'Natural Language Explanation': "why"}"#
        let action = WrittenAction(text: "act", attributions: ["a", "ct"], explanation: "why")
        #expect(reader.action(in: "{'Human Action': " + texts) == action)
        #expect(reader.action(in: "```json\n{\"Human Action\": " + texts + "\n```") == action)
        #expect(reader.action(in: "{'Human Action': " + texts.replacing("\"act\"", with: "'act'")) == nil)
        #expect(reader.action(in: "{'Human Action': " + texts.replacing("[\"a\", \"ct\"]", with: "\"act\"")) == nil)
    }

    @Test
    func `a prediction is the second word between single spaces`() {
        #expect(reader.prediction(in: "Label: True \n Reason: False") == true)
        #expect(reader.prediction(in: "Label: False") == false)
        #expect(reader.prediction(in: "Label:  True") == nil)
        #expect(reader.prediction(in: "Label: True\nReason") == nil)
        #expect(reader.prediction(in: "True") == nil)
    }
}
