package import AnswerStore
import Elicitation
package import Foundation
import Study

extension ModelJudging {
    /// What became of the questions, and of the labels made from the answers.
    package struct Outcome: Sendable, Hashable {
        /// Labels that were added now; labels that stood already are not added again.
        package var added = 0
        /// Items with an answer that was read.
        package var judged = 0
        /// Places of items whose reply refuses, in the project's order.
        package var refused: [Int] = []
        /// Places of items whose reply can't be read, with why.
        package var unreadable: [(position: Int, reason: String)] = []
        /// Places of items without a reply.
        package var missing: [Int] = []

        package static func == (left: Outcome, right: Outcome) -> Bool {
            left.added == right.added && left.judged == right.judged && left.refused == right.refused
                && left.missing == right.missing
                && left.unreadable.elementsEqual(right.unreadable) { $0 == $1 }
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(added)
            hasher.combine(judged)
        }
    }

    /// Makes labels of the run's answers. Done again it adds what is new and nothing twice.
    package func label(_ run: RunRecord, at date: Date) async throws -> Outcome {
        var outcome = Outcome()
        let number = try project.store.number(of: judge, at: date)
        for (position, item) in items.enumerated() {
            let question = questions.id(at: position)
            guard let reply = try project.store.replies(run: run.id, to: question).first(where: { $0.aside == nil })
            else {
                outcome.missing.append(position)
                continue
            }
            let reading = reply.readings.last
            switch reading?.state {
            case "answered":
                outcome.judged += 1
                outcome.added += try await save(JudgementReader.answers(reading?.content ?? ""), of: item, number, date)
            case "refused": outcome.refused.append(position)
            default: outcome.unreadable.append((position, reading?.reason ?? ""))
            }
        }
        return outcome
    }

    private func save(
        _ answers: [String: String], of item: ActionItem, _ judge: Int64, _ date: Date
    ) async throws -> Int {
        let changes = project.codebook.criteria.compactMap { criterion in
            answers[criterion.id].map { answer in
                AnswerStore.Change(
                    criterion: project.codebook.key(criterion.id),
                    content: Judgement(answer: answer, way: .model).content)
            }
        }
        let before = try project.store.labels(of: item.id, by: judge)
        _ = try await project.store.save(
            changes, of: item.id, by: judge, seen: before.last?.id ?? 0, at: date, isSame: Judgement.isSame)
        return try project.store.labels(of: item.id, by: judge).count - before.count
    }
}
