package import AnswerStore
package import Foundation
import Reading
package import Study
package import Text

/// What came of asking for actions: the actions that were written, and why others were not.
package struct GenerationSummary: Sendable {
    /// One action that is not there, and why.
    package struct Gap: Sendable, Hashable {
        package let cell: Cell
        package let inclination: Inclination
        package let variant: Int
        /// How often it was asked for.
        package let rounds: Int
        /// What is wrong with the last answer; empty where there is none, and for a refusal.
        package let problems: [FormProblem]
        /// What was written last; empty where nothing is kept of it.
        package let written: String
    }

    /// The study's name, the model and the number of the run; 0 where none was begun.
    package let study: String, respondent: String, run: Int64
    /// How many actions were asked for.
    package let planned: Int
    /// Those that were written, in the order of the plan.
    package let lines: [DatasetAction]
    /// How many of them name their value.
    package let leaks: Int
    /// Attributions of the actions written, and how they were found.
    package let manners: [SpanFinder.Manner: Int]
    /// Answers that were not in order and were asked for again, by the first of their problems.
    package let again: [FormProblem: Int]
    /// Actions that were declined, given up, and have no reply yet.
    package let refused: [Gap], givenUp: [Gap], missing: [Gap]
    /// Cells with both actions in a variant, of so many.
    package let pairs: (whole: Int, planned: Int)
    /// Rounds that were asked, and how many there may be.
    package let rounds: (asked: Int, most: Int)

    /// What a state says.
    package init(_ planned: PlannedGeneration, _ state: GenerationRounds, run: RunRecord?) {
        (study, respondent) = (planned.study.definition.label, planned.respondent)
        self.run = run?.id ?? 0
        self.planned = state.standings.count
        var (lines, leaks, manners) = ([DatasetAction](), 0, [SpanFinder.Manner: Int]())
        var (refused, givenUp, missing) = ([Gap](), [Gap](), [Gap]())
        for one in state.standings {
            switch one.outcome {
            case .written(let answer):
                lines.append(Self.line(answer, one.question, by: planned.respondent))
                leaks += answer.namesValue ? 1 : 0
                for found in answer.spans { manners[found.manner, default: 0] += 1 }
            case .refused: refused.append(Gap(one, []))
            case .missing: missing.append(Gap(one, []))
            case .failed(let problems): givenUp.append(Gap(one, problems))
            }
        }
        (self.lines, self.leaks, self.manners, again) = (lines, leaks, manners, state.again)
        (self.refused, self.givenUp, self.missing) = (refused, givenUp, missing)
        var written: [Pair: Int] = [:]
        for line in lines { written[Pair(cell: line.cell, variant: line.variant), default: 0] += 1 }
        pairs = (written.values.count { $0 == 2 }, state.standings.count / 2)
        rounds = (state.round + 1, planned.selection.rounds)
    }

    private struct Pair: Hashable {
        let cell: Cell
        let variant: Int?
    }

    private static func line(
        _ answer: GeneratedAnswer, _ question: GenerationQuestion, by respondent: String
    ) -> DatasetAction {
        DatasetAction(
            cell: question.cell, inclination: question.inclination, action: answer.action,
            spans: answer.spans.map(\.span), generator: respondent, variant: question.variant.index,
            language: question.language.rawValue)
    }

    /// The actions as a file, one a line.
    package var text: String { lines.map { $0.json.text(indented: false) + "\n" }.joined() }

    /// How many attributions were found with help.
    package var repaired: Int { manners.filter { $0.key != .literal }.values.reduce(0, +) }
}

extension GenerationSummary.Gap {
    fileprivate init(_ standing: GenerationRounds.Standing, _ problems: [FormProblem]) {
        let question = standing.question
        self.init(
            cell: question.cell, inclination: question.inclination, variant: question.variant.index,
            rounds: question.round + 1, problems: problems, written: standing.answer)
    }

    /// Under the names that every output gives them.
    var json: JSONValue {
        [
            "country": .string(cell.scenario.country), "topic": .string(cell.scenario.topic),
            "value": .string(cell.value), "inclination": .string(inclination.rawValue),
            "prompt_variant": .integer(variant), "rounds": .integer(rounds),
            "problems": .array(problems.map { .string($0.rawValue) }), "written": .string(written),
        ]
    }
}

extension GenerationSummary {
    /// How often actions were given up for each problem; one may have several.
    package var reasons: [FormProblem: Int] {
        givenUp.reduce(into: [:]) { reasons, gap in
            for problem in gap.problems { reasons[problem, default: 0] += 1 }
        }
    }

    /// As an object, for programs.
    package var json: JSONValue {
        func counts<Key: RawRepresentable & CaseIterable & Hashable>(_ counts: [Key: Int]) -> JSONValue
        where Key.RawValue == String {
            .object(Key.allCases.map { .init($0.rawValue, .integer(counts[$0] ?? 0)) })
        }
        return [
            "study": .string(study), "generator": .string(respondent), "run": .integer(Int(run)),
            "actions_planned": .integer(planned), "actions_written": .integer(lines.count),
            "pairs_planned": .integer(pairs.planned), "pairs_whole": .integer(pairs.whole),
            "rounds_asked": .integer(rounds.asked), "rounds_most": .integer(rounds.most),
            "spans_found": counts(manners), "spans_repaired": .integer(repaired), "leaks": .integer(leaks),
            "asked_again_for": counts(again), "given_up_for": counts(reasons),
            "refused_actions": .array(refused.map(\.json)), "given_up_actions": .array(givenUp.map(\.json)),
            "missing_actions": .integer(missing.count),
        ]
    }

    /// Keeps the actions in a store under the generator's name; those of an earlier time are replaced.
    package func save(in store: AnswerStore, file: String, at now: Date) throws {
        var counts = json
        counts["refused_actions"] = .integer(refused.count)
        counts["given_up_actions"] = .integer(givenUp.count)
        try store.save(
            DatasetRecord(
                name: Self.name(of: respondent), origin: file, actions: text, summary: counts.text(indented: false)),
            at: now)
    }

    /// The name under which a store has a generator's actions.
    package static func name(of respondent: String) -> String { "generated:\(respondent)" }
}
