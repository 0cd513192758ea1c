import Reading
import Testing

/// What an observer predicts, in the forms in which models answer.
struct StatedPredictionTests {
    private func read(_ text: String, truncated: Bool = false) -> Reading<StatedPrediction> {
        ReplyReader().statedPrediction(in: text.utf8, truncated: truncated)
    }

    @Test(arguments: [
        (#"{"stated": "agree", "probability": 0.8}"#, true, 0.8),
        ("Sure!\n```json\n{\"stated\": \"Disagree\", \"probability\": \"80 %\"}\n```\nHope it helps.", false, 0.8),
        ("{'stated': 'disagree', 'probability': '0,75'}", false, 0.75),
        (#"{"prediction": {"stated": "agree", "probability": "95%"}}"#, true, 0.95),
        (#"{"label": true, "confidence": 1}"#, true, 1),
        ("Label: True\nProbability: 0.7", true, 0.7), ("Label: False. Confidence: 65 %.", false, 0.65),
        (#"{"stated": "somewhat agree", "probability": 0.5}"#, true, 0.5),
        (#"{"stated": "does not agree", "probability": 0.9}"#, false, 0.9),
        (
            "The text says {\"stated\": \"agree\"}. My answer:\n{\"stated\": \"disagree\", \"probability\": 0.6}",
            false, 0.6
        ),
        ("<think>{\"stated\": \"agree\"}</think>{\"stated\": \"disagree\", \"probability\": 0.9}", false, 0.9),
        ("I predict that they would disagree (probability 0.55).", false, 0.55),
    ])
    func `a side and its probability are read`(text: String, agrees: Bool, probability: Double) {
        #expect(read(text) == .answered(StatedPrediction(agrees: agrees, probability: probability)))
    }

    @Test(arguments: [
        (#"{"stated": "agree"}"#, StatedPrediction.ProbabilityFault.missing), ("agree", .missing),
        ("Disagree, because the action is against it.", .missing),
        (#"{"stated": "agree", "probability": 80}"#, .outOfRange),
        (#"{"stated": "agree", "probability": -0.1}"#, .outOfRange),
        (#"{"stated": "agree", "probability": "high"}"#, .outOfRange),
        (#"{"stated": "agree", "probability": "nan"}"#, .outOfRange),
        (#"{"stated": "agree", "probability": 1e400}"#, .outOfRange),
        (#"{"stated": "agree", "probability": "180%"}"#, .outOfRange),
        (#"{"stated": "disagree", "probability": 0.2}"#, .contradictory),
    ])
    func `a probability that can't be one is none, and the side counts`(
        text: String, fault: StatedPrediction.ProbabilityFault
    ) {
        let read = read(text).answer
        #expect(read?.probability == nil && read?.fault == fault, "\(String(describing: read))")
        #expect(read?.agreeProbability == nil)
    }

    @Test(arguments: [
        ("", UnreadableReason.empty), ("I have read it, and both would be possible.", .noAnswer),
        (#"{"stated": "agree or disagree"}"#, .notAnOption), (#"{"stated": "both"}"#, .notAnOption),
        (#"{"stated": "does not disagree"}"#, .notAnOption), (#"{"stated": 3}"#, .notAnOption),
        (#"[{"stated": "agree"}, {"stated": "disagree"}]"#, .ambiguous),
        ("Label: True\nLabel: False", .ambiguous), (#"{"value": "Loyal"}"#, .noAnswer),
    ])
    func `what names no side, or two, can't be read`(text: String, reason: UnreadableReason) {
        #expect(read(text) == .unreadable(reason))
    }

    @Test func `a refusal is one, and what was cut off is not guessed`() {
        #expect(read("I'm sorry, but I can't predict what this person believes.") == .refused)
        #expect(read("I think the answer is agr", truncated: true) == .unreadable(.truncated))
        #expect(read("Label: True", truncated: true) == .unreadable(.truncated))
    }

    @Test func `the probability of agreement is that of the side, or its rest`() {
        #expect(StatedPrediction(agrees: true, probability: 0.75).agreeProbability == 0.75)
        #expect(StatedPrediction(agrees: false, probability: 0.75).agreeProbability == 0.25)
    }
}
