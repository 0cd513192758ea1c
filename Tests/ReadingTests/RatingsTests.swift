import Reading
import Testing

@Suite("Ratings are read from a Task 1 reply")
struct RatingsTests {
    @Test(
        arguments: [
            #"{"Independent (relying on myself)": 1, "Helpful (lending a hand, so that others fare well)": 2}"#,
            #"{"Independent: relying on myself": 1, "HELPFUL – lending a hand so that others fare well": 2}"#,
            "Independent (relying on myself): 1\nHelpful (lending a hand so that others fare well): 2",
            #"[{"value": "Independent (relying on myself)", "rating": 1}, {"value": "Helpful", "rating": 2}]"#,
        ])
    func `values may be named as the prompt lists them, with their gloss`(reply: String) {
        let values = ValueIndex(
            names: ["Independent", "Helpful"], aliases: [],
            listed: [["Independent relying on myself"], ["Helpful lending a hand so that others fare well"]])
        #expect(ReaderFixture.reader.ratings(in: reply, values: values).answer?.options == [1, 2])
    }

    @Test(
        arguments: [
            "Equality\t2\nHealthy\t4", "Value\tRating\n1\tEquality\t2\n2\tHealthy\t4\n", "\tEquality: 2\n\tHealthy: 4",
            "Equality\t2\tagree\nHealthy\t4\tbecause it matters",
        ])
    func `tabs set cells off`(reply: String) { #expect(ReaderFixture.ratings(reply) == [nil, 2, nil, nil, 4]) }

    @Test(arguments: [" or ", "\nor\n", " / ", " OR "])
    func `objects that "or" joins correct nothing`(joiner: String) {
        let (one, two) = (#"{"Equality": 1, "Healthy": 2}"#, #"{"Equality": 2, "Healthy": 2}"#)
        #expect(ReaderFixture.ratings(one + joiner + two) == [nil, nil, nil, nil, 2])
        #expect(ReaderFixture.ratings(one + "\nNo, rather:\n" + two) == [nil, 2, nil, nil, 2])
        let (first, second) = (#"{"action": "Option 1"}"#, #"{"action": "Option 2"}"#)
        #expect(ReaderFixture.reader.choice(in: first + joiner + second) == .unreadable(.ambiguous))
    }

    @Test(
        arguments: [
            #"{"Social Power": "3", "Equality": "1", "Broad-Minded": 2, "Healthy": "2: agree"}"#,
            "```json\n{\"Social Power\": \"3\", \"Equality\": \"1\", \"Broad-Minded\": 2, \"Healthy\": 2}\n```",
            "Sure!\n```\n{\"Social Power\": 3, \"Equality\": 1, \"Broad-Minded\": 2, \"Healthy\": 2}\n```\nHope it helps.",
            "{'Social Power': '3', 'Equality': '1', 'Broad-Minded': 2, 'Healthy': 'agree'}",
            "My ratings: {\"Social Power\": 3, \"Equality\": 1, \"Broad-Minded\": 2, \"Healthy\": 2} and that is all.",
            "\"Social Power\": \"3\",\n\"Equality\": \"1\",\n\"Broad-Minded\": \"2\",\n\"Healthy\": \"2\"",
            "{\"Social Power\": \"3\"\n\"Equality\": \"1\"\n\"Broad-Minded\": \"2\",\n“Healthy\": \"2\",}",
            "{\"ratings\": {\"Social Power\": \"disagree\", \"Equality\": \"Strongly agree\", \"Broad-Minded\": "
                + "\"Agree\", \"Healthy\": \"agree\"}}",
            #"[{"value": "Social Power", "rating": 3}, {"value": "Equality", "rating": 1}, "#
                + #"{"value": "Broad-Minded", "rating": 2}, {"value": "Healthy", "rating": 2}]"#,
            #"{"Social Power": {"rating": 3, "reason": "no"}, "Equality": {"rating": "1"}, "#
                + #""Broad-Minded": {"rating": 2, "label": "agree"}, "Healthy": {"score": 2}}"#,
            "Social Power: 3\nEquality: 1\nBroad-Minded: 2\nHealthy: 2",
            "1. **Social Power** - disagree\n2. **Equality** - strongly agree\n3. Broad-Minded – agree\n4. Healthy (2)",
            "| Value | Rating |\n|---|---|\n| Social Power | 3 |\n| **Equality** | 1 | \n| broad minded | 2 | agree |\n"
                + "| Healthy | like me |",
            "Social Power: 3, Equality: 1, Broad-Minded: 2, Healthy: 2",
            "- SOCIAL POWER: not like me\n- equality: very much like me\n- BroadMinded: like me\n- healthy = 2",
            "<think>Equality: 4? No.</think>{\"Social Power\": 3, \"Equality\": 1, \"Broad-Minded\": 2, \"Healthy\": 2}",
        ])
    func `in every notation a model uses`(reply: String) {
        #expect(ReaderFixture.ratings(reply) == [3, 1, 2, nil, 2])
    }

    @Test
    func `by names in any case and with their aliases`() {
        #expect(ReaderFixture.ratings(#"{"honoring parents & elders": 1, "HEALTHY": 2}"#) == [nil, nil, nil, 1, 2])
        #expect(ReaderFixture.ratings(#"{"Honoring of Parents and Elders": 1}"#) == [nil, nil, nil, 1, nil])
        #expect(ReaderFixture.ratings("Healthiness: 2\nEquality: 1") == [nil, 1, nil, nil, nil])
    }

    @Test(
        arguments: [
            ("2", 2), ("2: agree", 2), ("2 - Agree", 2), ("agree", 2), ("Strongly agree", 1), ("strongly disagree", 4),
            ("Not like me at all", 4), ("4: Not like me at all", 4), ("agree (2)", 2), ("Option 2", 2), ("(2)", 2),
            ("2/4", 2), ("2 out of 4", 2), ("**2**", 2), ("I agree", 2), ("This is very much like me.", 1),
            ("2: agree, because people agree on it", 2), ("2.0", 2), ("Rating: 3", 3), ("agree.", 2),
            ("2 (agree), since 3 of my friends do", 2),
        ] as [(String, UInt8)])
    func `as a number, a label, or both`(text: String, option: UInt8) {
        #expect(ReaderFixture.ratings("{\"Equality\": \"\(text)\"}")?[1] == option)
    }

    @Test(
        arguments: ["1: disagree", "disagree (1)", "2 or 3", "2-3", "agree or disagree", "between 2 and 3", "1, 2"])
    func `but not where number and label contradict, or two options stand`(text: String) {
        #expect(ReaderFixture.ratingsReading("{\"Equality\": \"\(text)\"}") == .unreadable(.ambiguous))
    }

    @Test
    func `and what is no option is counted, never rounded`() {
        let reading = ReaderFixture.ratingsReading(
            #"{"Equality": "5", "Social Power": "not applicable", "Healthy": 2, "Broad-Minded": "2.5"}"#)
        let expected = Ratings(options: [nil, nil, nil, nil, 2], outOfRange: 2, ambiguous: 0, unrecognised: 1)
        #expect(reading == .answered(expected))
        #expect(ReaderFixture.ratingsReading(#"{"Equality": "0"}"#) == .unreadable(.notAnOption))
        #expect(ReaderFixture.ratingsReading(#"{"Equality": "-1"}"#) == .unreadable(.notAnOption))
        #expect(ReaderFixture.ratingsReading(#"{"Equality": "somewhat agree"}"#) == .unreadable(.notAnOption))
    }

    @Test
    func `with the options of the study's own wording`() {
        let options = zip(UInt8(1)..., ["yes, fully", "rather yes", "undecided", "rather no", "not at all"])
            .map { RatingOption(number: $0, label: $1) }
        #expect(
            ReaderFixture.ratings(
                #"{"Equality": "5", "Healthy": "rather no", "Social Power": "1: Yes, fully", "Broad-Minded": 6}"#,
                options: options) == [1, 5, nil, nil, 4])
    }

    @Test
    func `with a second rating only where a later, complete object corrects the first`() {
        #expect(
            ReaderFixture.ratings(#"{"Equality": 2, "Healthy": 1} Correction: {"Equality": 3}"#) == [
                nil, 3, nil, nil, 1,
            ])
        #expect(ReaderFixture.ratings(#"{"Equality": 2, "Equality": 3, "Healthy": 1}"#) == [nil, nil, nil, nil, 1])
        #expect(ReaderFixture.ratings(#"{"Equality": 2, "equality": 2}"#) == [nil, 2, nil, nil, nil])
        #expect(ReaderFixture.ratings(#"{"Equality": 2, "Healthy": 1} {"Equality": 3, "#) == [nil, nil, nil, nil, 1])
        #expect(ReaderFixture.ratings("{\"Equality\": 2, \"Healthy\": 1}\nEquality: 3") == [nil, nil, nil, nil, 1])
        #expect(
            ReaderFixture.ratings("{\"Equality\": 2, \"Healthy\": 1}\nEquality: 2, as said") == [nil, 2, nil, nil, 1])
    }

    @Test
    func `without a rating that the end of the reply cuts off`() {
        let reply = #"{"Social Power": "3", "Equality": "1: stro"#
        #expect(ReaderFixture.ratings(reply) == [3, nil, nil, nil, nil])
        #expect(
            ReaderFixture.ratings(#"{"Social Power": 3, "Equality": 1"#, truncated: true) == [3, nil, nil, nil, nil])
        #expect(ReaderFixture.ratings(#"{"Social Power": 3, "Equality": 1"#) == [3, 1, nil, nil, nil])
        #expect(ReaderFixture.ratings("Social Power: 3\nEquality: 1", truncated: true) == [3, nil, nil, nil, nil])
        #expect(ReaderFixture.ratingsReading(#"{"Soc"#) == .unreadable(.truncated))
        #expect(ReaderFixture.ratingsReading("<think>Equality: 1") == .unreadable(.truncated))
    }

    @Test
    func `but not from a sentence about a value`() {
        #expect(ReaderFixture.ratingsReading("Equality matters to 2 of us.") == .unreadable(.noAnswer))
        #expect(ReaderFixture.ratingsReading("Equality: it matters.") == .unreadable(.noAnswer))
        #expect(ReaderFixture.ratingsReading(" \n ") == .unreadable(.empty))
    }

    @Test(
        arguments: [
            "I'm sorry, but I can't help with that.", "As an AI, I don’t have personal values.",
            "I cannot rate these values for a whole country.", "Unfortunately, I am not able to do this.",
            "I would rather not.",
        ])
    func `and a refusal is a refusal only where nothing is rated`(reply: String) {
        #expect(ReaderFixture.ratingsReading(reply) == .refused)
        #expect(ReaderFixture.ratings(reply + "\nEquality: 2") == [nil, 2, nil, nil, nil])
        let quoted = "\"" + reply.replacing("\"", with: "'") + "\""
        #expect(ReaderFixture.ratingsReading("{\"response\": \(quoted)}") == .refused)
        #expect(ReaderFixture.ratingsReading("{\"Equality\": \(quoted), \"Healthy\": \(quoted)}") == .refused)
        #expect(ReaderFixture.ratings("{\"Equality\": \(quoted), \"Healthy\": 2}") == [nil, nil, nil, nil, 2])
    }
}
