package import AnswerStore
package import Measures
package import Reading
package import Study

extension ModelPrediction {
    /// What came of the questions.
    package struct Outcome: Sendable {
        /// One for each condition, in the design's order.
        package let sets: [PredictionSet]
        /// By condition: predictions without a probability, and why.
        package let faults: [String: [StatedPrediction.ProbabilityFault: Int]]
        /// By condition: unreadable replies, and why.
        package let unreadable: [String: [String: Int]]

        /// Cells of all conditions without a prediction: refused, unreadable, without a reply.
        package func count(_ absence: PredictionSet.Absence) -> Int {
            sets.reduce(0) { $0 + $1.cases.count { $0.predicted == nil && $0.absence == absence } }
        }

        /// Cells of all conditions.
        package var all: Int { sets.reduce(0) { $0 + $1.cases.count } }
    }

    /// The predictions that a store has.
    package func outcome(_ run: RunRecord, in store: AnswerStore) async throws -> Outcome {
        let readings = try await readings(of: questions.allIDs, run, store)
        let clusters = plan.clusters
        var sets: [PredictionSet] = []
        var faults: [String: [StatedPrediction.ProbabilityFault: Int]] = [:]
        var unreadable: [String: [String: Int]] = [:]
        for condition in plan.design.conditions {
            guard let part = plan.parts.first(where: { $0.kind == condition.kind }) else { continue }
            let cases = part.tests.map { member -> PredictionSet.Case in
                var made = PredictionSet.Case(
                    cell: member.number, cluster: clusters[member.number] ?? 0, statesAgree: member.statesAgree,
                    actsAgree: plan.place(member.number)?.actsAgree, predicted: nil)
                let reading = questions.id(ofCell: member.number, condition).flatMap { readings[$0] }
                switch reading?.state {
                case nil: made.absence = .missing
                case "refused": made.absence = .refused
                default:
                    guard reading?.state == "answered",
                        let prediction = PredictionReader.prediction(reading?.content ?? "")
                    else {
                        made.absence = .unreadable
                        unreadable[condition.id, default: [:]][reading?.reason ?? "noAnswer", default: 0] += 1
                        break
                    }
                    (made.predicted, made.probability) = (prediction.agrees, prediction.agreeProbability)
                    if let fault = prediction.fault { faults[condition.id, default: [:]][fault, default: 0] += 1 }
                }
                return made
            }
            sets.append(
                PredictionSet(id: condition.id, name: condition.kind.name, isMasked: condition.isMasked, cases: cases))
        }
        return Outcome(sets: sets, faults: faults, unreadable: unreadable)
    }
}

extension PredictionQuestions {
    /// Of all questions, in order.
    var allIDs: [String] { (0..<count).map { id(at: $0) } }
}
