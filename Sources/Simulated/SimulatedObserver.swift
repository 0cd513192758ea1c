package import Respondents
import Study
import Text

/// A simulated observer: it knows what is true of a cell and predicts it with a known chance, which each kind of evidence raises by a known
/// amount. It reads no prompt, and tells nothing about any model.
///
/// `simulated/observer?skill=0.7&explanation=0.1&mask=0.05`: it is right with the chance `skill`, more by `attributions`, `explanation` or
/// `thoughts` where these are shown, less by `mask` where the value's name is masked. With `calibrated=1` the probability that it gives is
/// its chance in that cell, with 0 always 0.99, and in between a mean of both.
package struct SimulatedObserver: Respondent {
    /// How likely it is right by the action alone; what the other kinds of evidence add, and what masking takes.
    package let skill, attributions, explanation, thoughts, mask: Double
    /// How much of its probability is its chance of being right; the rest is 0.99.
    package let calibrated: Double
    /// How likely it refuses, and writes what nobody can read.
    package let refusal, broken: Double
    /// Fixes every answer.
    package let seed: UInt64

    /// Whether a simulated respondent's name, the part behind the slash, names an observer.
    package static func isMeant(by name: String) -> Bool { name == "observer" || name.hasPrefix("observer?") }

    /// The observer of a name.
    ///
    /// - Throws: `SetupError.Code.badParameter`.
    init(_ name: String) throws(SetupError) {
        let given = try ProfileParameters(
            name.drop { $0 != "?" }.dropFirst(),
            known: [
                "skill", "attributions", "explanation", "thoughts", "mask", "calibrated", "refusal", "broken", "seed",
            ],
            of: "a simulated observer")
        skill = try given.probability("skill", default: 0.7)
        attributions = try given.probability("attributions", default: 0)
        explanation = try given.probability("explanation", default: 0)
        thoughts = try given.probability("thoughts", default: 0)
        mask = try given.probability("mask", default: 0)
        calibrated = try given.probability("calibrated", default: 1)
        refusal = try given.probability("refusal", default: 0)
        broken = try given.probability("broken", default: 0)
        seed = try given.seed()
    }

    var recorded: [String: String] {
        [
            "skill": "\(skill)", "attributions": "\(attributions)", "explanation": "\(explanation)",
            "thoughts": "\(thoughts)", "mask": "\(mask)", "calibrated": "\(calibrated)", "refusal": "\(refusal)",
            "broken": "\(broken)", "seed": "\(seed)",
        ]
    }

    /// Answers at once. It never fails but when its task is cancelled.
    package func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
        guard !Task.isCancelled else {
            throw RespondentError(code: .cancelled, what: "the question \(request.questionID) was cancelled")
        }
        let text = answer(request)
        return RespondentReply(
            text: text, finishReason: .stop,
            usage: RespondentReply.Usage(
                promptTokens: ((request.system?.utf8.count ?? 0) + request.prompt.utf8.count + 3) / 4,
                completionTokens: (text.utf8.count + 3) / 4),
            reportedModel: "simulated/observer", rawResponse: Array(text.utf8))
    }

    private func answer(_ request: RespondentRequest) -> String {
        guard let cell = request.about as? PredictedCell else { return "A simulated observer predicts cells only." }
        var own = StableRandom(seed: seed, "observer", cell.item, cell.condition.id)
        if own.chance(refusal) { return own.pick(Phrases.refusals, or: "I can't predict this.") }
        if own.chance(broken) { return "I have read it, and both would be possible." }
        // The same numbers for all kinds of evidence of a cell: what differs between them is their effect alone.
        var random = StableRandom(seed: seed, "observer", cell.item)
        let chance = chance(of: cell.condition, easiness: 2 * random.unit() - 1)
        let side = random.chance(chance) == cell.statesAgree
        let said = calibrated * max(chance, 1 - chance) + (1 - calibrated) * 0.99
        let object: JSONValue = [
            "stated": .string(side ? "agree" : "disagree"), "probability": JSONValue((said * 1000).rounded() / 1000),
        ]
        return object.text(indented: false)
    }

    /// How likely it is right in one cell. Cells are easier or harder by up to 0.1, evenly, so that the mean over cells stays what the
    /// parameters say.
    private func chance(of condition: EvidenceCondition, easiness: Double) -> Double {
        let kind = condition.kind
        var mean = skill
        if kind.showsAttributions { mean += attributions }
        if kind.showsExplanation { mean += explanation }
        if kind == .thoughts { mean += thoughts }
        if condition.isMasked { mean -= mask }
        mean = min(1, max(0, mean))
        return mean + easiness * min(0.1, 1 - mean, mean, abs(mean - 0.5))
    }
}
