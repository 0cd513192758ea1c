package import Respondents
import Study
import Text

/// A simulated judge: it knows what is right of an item and errs with known probabilities. It reads no prompt, and tells nothing about any
/// model.
///
/// Right are the gold answers; without them the first answer of each criterion, and of a code what ``applies(_:to:prevalence:)`` says, which
/// hangs on no seed: judges of different seeds err about one truth.
///
/// `simulated/judge?sensitivity=0.9&specificity=0.8&prevalence=0.15&refusal=0.05&broken=0.05&seed=1`; `accuracy` sets the first two.
package struct SimulatedJudge: Respondent {
    /// How likely it says the first answer where that is right, and any other where the first is wrong; how likely it refuses, and writes
    /// what nobody can read.
    package let sensitivity, specificity, refusal, broken: Double
    /// The share of items to which a code applies.
    package let prevalence: Double
    /// Fixes every answer.
    package let seed: UInt64

    /// Whether a simulated respondent's name, the part behind the slash, names a judge.
    static func isMeant(by name: String) -> Bool { name == "judge" || name.hasPrefix("judge?") }

    /// The judge of a name.
    ///
    /// - Throws: `SetupError.Code.badParameter`.
    init(_ name: String) throws(SetupError) {
        let text = name.drop { $0 != "?" }.dropFirst()
        let given = try ProfileParameters(
            text, known: ["accuracy", "sensitivity", "specificity", "prevalence", "refusal", "broken", "seed"],
            of: "a simulated judge")
        let accuracy = try given.probability("accuracy", default: 0.9)
        sensitivity = try given.probability("sensitivity", default: accuracy)
        specificity = try given.probability("specificity", default: accuracy)
        refusal = try given.probability("refusal", default: 0)
        prevalence = try given.probability("prevalence", default: Self.usualPrevalence)
        broken = try given.probability("broken", default: 0)
        seed = try given.seed()
    }

    package static let usualPrevalence = 0.15

    /// Whether a code truly applies to an item, in the simulation: the same for every judge.
    package static func applies(_ code: String, to item: String, prevalence: Double = usualPrevalence) -> Bool {
        var random = StableRandom(seed: 0, "code", item, code)
        return random.chance(prevalence)
    }

    /// The prevalence stands there only where it was chosen: runs of before it was known go on as they were.
    var recorded: [String: String] {
        var recorded = [
            "sensitivity": "\(sensitivity)", "specificity": "\(specificity)", "refusal": "\(refusal)",
            "broken": "\(broken)", "seed": "\(seed)",
        ]
        if prevalence != Self.usualPrevalence { recorded["prevalence"] = "\(prevalence)" }
        return recorded
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
                promptTokens: (request.prompt.utf8.count + 3) / 4, completionTokens: (text.utf8.count + 3) / 4),
            reportedModel: "simulated/judge", rawResponse: Array(text.utf8))
    }

    private func truth(_ criterion: Criterion, _ item: String, _ first: String, _ second: String) -> String {
        guard criterion.level != nil else { return first }
        return Self.applies(criterion.id, to: item, prevalence: prevalence) ? first : second
    }

    private func answer(_ request: RespondentRequest) -> String {
        guard let action = request.about as? JudgedAction else { return "A simulated judge judges actions only." }
        var random = StableRandom(seed: seed, "judge", action.item)
        let (refuses, breaks) = (random.chance(refusal), random.chance(broken))
        if refuses { return random.pick(Phrases.refusals, or: "I can't judge this.") }
        if breaks { return "I have read it, and it is well written." }
        let members = action.criteria.compactMap { criterion -> JSONValue.Member? in
            guard let first = criterion.answers.first?.id, let second = criterion.answers.dropFirst().first?.id else {
                return nil
            }
            let right = action.gold[criterion.id] ?? truth(criterion, action.item, first, second)
            let isRight = random.chance(right == first ? sensitivity : specificity)
            let wrong = right == first ? second : first
            return .init(criterion.id, .string(isRight ? right : wrong))
        }
        return JSONValue.object(members).text(indented: false)
    }
}
