import AnswerStore
package import Study
import Text

/// What became of every action that a plan asks for, worked out from stored readings alone: the same readings give the same state and
/// the same next requests, whoever looks and when.
///
/// In each round those are asked for again whose last answer was not in order, or says the same as another action of their variant; of
/// two that say the same, the one that was in order in an earlier round stands, else the first in the plan. A refusal is not asked
/// again.
package struct GenerationRounds: Sendable {
    /// What became of one action.
    package enum Outcome: Sendable, Hashable {
        /// There is no reply to the last request.
        case missing
        /// It was declined.
        case refused
        /// The last answer can't be used.
        case failed([FormProblem])
        /// It was written.
        case written(GeneratedAnswer)
    }

    /// One action as it stands.
    package struct Standing: Sendable, Hashable {
        /// The last request for it.
        package var question: GenerationQuestion
        /// What became of it.
        package var outcome: Outcome
        /// The text that was read last; empty where there is none.
        var answer: String
    }

    private let plan: GenerationPlan
    /// By the plan's order.
    package private(set) var standings: [Standing]
    /// The round that is being asked, from 0.
    package private(set) var round = 0
    /// Places in ``standings`` of the actions that this round asks for.
    package private(set) var asked: [Int]
    /// Answers that were not in order and were asked for again, by the first of their problems.
    package private(set) var again: [FormProblem: Int] = [:]

    /// The first round of a plan.
    package init(_ plan: GenerationPlan) {
        self.plan = plan
        standings = plan.slots.compactMap { plan.question($0) }.map {
            Standing(question: $0, outcome: .missing, answer: "")
        }
        asked = Array(standings.indices)
    }

    /// The requests of this round.
    package var questions: [GenerationQuestion] { asked.map { standings[$0].question } }

    /// Takes what was read in this round, request by request; `nil` where there is no reply yet.
    mutating func take(_ readings: [ReadingRecord?]) {
        for (place, reading) in zip(asked, readings) {
            standings[place].answer = GeneratedAnswer.written(reading?.content)
            standings[place].outcome = reading.map(Self.outcome) ?? .missing
        }
        for place in duplicates() { standings[place].outcome = .failed([.duplicate]) }
    }

    /// Goes on to the next round.
    ///
    /// - Returns: false where nothing is to be asked again.
    mutating func advance() -> Bool {
        var next: [Int] = []
        for place in standings.indices {
            guard case .failed(let problems) = standings[place].outcome,
                let question = plan.question(
                    standings[place].question.slot, round: round + 1,
                    after: .init(problems: problems, answer: standings[place].answer))
            else { continue }
            if let first = problems.first { again[first, default: 0] += 1 }
            standings[place].question = question
            next.append(place)
        }
        guard !next.isEmpty else { return false }
        for place in next { standings[place].outcome = .missing }
        (asked, round) = (next, round + 1)
        return true
    }

    private static func outcome(_ reading: ReadingRecord) -> Outcome {
        if reading.state == "refused" { return .refused }
        guard let answer = reading.content.flatMap(GeneratedAnswer.init) else {
            return .failed([problem(reading.reason)])
        }
        return answer.problems.isEmpty ? .written(answer) : .failed(answer.problems)
    }

    /// What a reader's reason means to who wrote the reply.
    private static func problem(_ reason: String?) -> FormProblem {
        switch reason {
        case "truncated": .cutOff
        case "incomplete": .missingParts
        default: reason.flatMap(FormProblem.init(rawValue:)) ?? .noObject
        }
    }
}

extension GenerationRounds {
    /// The places of written actions that say the same as one that stands before them.
    private func duplicates() -> [Int] {
        var tokenizer = SearchTokenizer()
        return Dictionary(grouping: standings.indices, by: { standings[$0].question.variant.index }).values.flatMap {
            places in
            let written = places.compactMap { place -> (place: Int, words: [String])? in
                guard case .written(let answer) = standings[place].outcome else { return nil }
                return (place, tokenizer.tokens(of: answer.action.text).map(\.text))
            }
            .sorted {
                (standings[$0.place].question.round, $0.place) < (standings[$1.place].question.round, $1.place)
            }
            let alike = NearDuplicates(words: written.map(\.words))
            return alike.groups.flatMap { $0.dropFirst().map { written[$0].place } }
        }
    }
}
