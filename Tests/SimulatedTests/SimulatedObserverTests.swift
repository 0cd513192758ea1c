import Respondents
import Simulated
import Study
import Testing
import Text

/// A simulated observer is right as often as its parameters say, for each kind of evidence.
struct SimulatedObserverTests {
    private func respondent(_ parameters: String) throws -> RespondentSpecification {
        try RespondentSpecification.named(ModelName("simulated/observer" + parameters))
    }

    /// Of 3,000 cells: how often it is right, and what it says of that on average.
    private func asked(_ parameters: String, _ condition: EvidenceCondition) async throws -> (
        right: Double, said: Double
    ) {
        var (right, said, count) = (0, 0.0, 0)
        let replies = try await respondent(parameters).withRespondent { respondent -> [(Bool, String)] in
            var replies: [(Bool, String)] = []
            for cell in 0..<3000 {
                let truth = cell.isMultiple(of: 3)
                let about = PredictedCell(item: "cell \(cell)", statesAgree: truth, condition: condition)
                let request = RespondentRequest(questionID: "\(cell)", system: nil, prompt: "", about: about)
                guard let reply = try? await respondent.reply(to: request) else { continue }
                replies.append((truth, reply.text))
            }
            return replies
        }
        for (truth, text) in replies {
            guard let object = JSONReader.read(Array(text.utf8), manner: .strict) else { continue }
            right += object["stated"]?.string == (truth ? "agree" : "disagree") ? 1 : 0
            said += object["probability"]?.double ?? .nan
            count += 1
        }
        #expect(count == 3000)
        return (Double(right) / Double(count), said / Double(count))
    }

    @Test func `each kind of evidence has the effect that it was given, and masking takes its own`() async throws {
        let parameters = "?skill=0.6&attributions=0.05&explanation=0.15&thoughts=0.2&mask=0.1&seed=3"
        let expected: [(EvidenceKind, Double)] = [
            (.action, 0.6), (.attributions, 0.65), (.explanation, 0.75), (.both, 0.8), (.thoughts, 0.8),
        ]
        for (kind, chance) in expected {
            for isMasked in [false, true] {
                let found = try await asked(parameters, EvidenceCondition(kind, isMasked: isMasked))
                #expect(abs(found.right - chance + (isMasked ? 0.1 : 0)) < 0.03, "\(kind) \(isMasked): \(found)")
            }
        }
    }

    @Test func `calibrated it says its chances, else it is always sure`() async throws {
        let calibrated = try await asked("?skill=0.7", EvidenceCondition(.action))
        #expect(abs(calibrated.said - calibrated.right) < 0.03)
        let sure = try await asked("?skill=0.7&calibrated=0", EvidenceCondition(.action))
        #expect(abs(sure.said - 0.99) < 1e-9 && abs(sure.right - 0.7) < 0.03)
        // The side does not hang on what it says of it.
        #expect(sure.right == calibrated.right)
    }

    @Test func `unknown and impossible parameters are told`() throws {
        #expect(throws: SetupError.self) { try respondent("?skil=0.7") }
        let error = #expect(throws: SetupError.self) { try respondent("?skill=1.2") }
        #expect(error?.description.contains("skill=1.2 is not a probability: give a number from 0 to 1") == true)
    }
}
