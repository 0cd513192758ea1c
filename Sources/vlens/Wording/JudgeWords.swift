import AnswerStore
import Measures
import Pages
import Study
import Text
import Workbench

/// What came of a model that judges, for people and programs.
struct JudgeWords {
    let judging: ModelJudging
    let outcome: ModelJudging.Outcome
    let agreement: [ModelAgreement]

    /// There is no such project.
    static func noProject(_ name: String, known: [String]) -> CommandFailure {
        let remedy =
            known.isEmpty
            ? "the store has none; 'vlens annotate' makes one"
            : "\(Suggestion.words(for: name, among: known))the store has \(known.map { "'\(Plain.line($0))'" }.joined(separator: ", "))"
        return CommandFailure("there is no project '\(Plain.line(name))': \(remedy)")
    }

    /// `--rubric`.
    static func rubric(_ rubric: Rubric) -> String { "rubric \(rubric.hash)\n\n\(Plain.text(rubric.text))\n" }

    /// What is to be known before the model is asked.
    static func notes(_ judging: ModelJudging) -> [String] {
        var notes: [String] = []
        if judging.ownActions > 0 {
            notes.append(
                judging.hasGaps
                    ? "note: the model codes \(judging.ownActions) gaps of its own; its labels are marked"
                    : "note: the model judges \(judging.ownActions) actions that it wrote itself; its labels are marked"
            )
        }
        let related = judging.relatedGenerators
        if !related.isEmpty {
            notes.append(
                "note: \(judging.hasGaps ? "some of the gaps are those of models of its own family" : "models of its own family wrote some of the actions") (\(Plain.line(related.joined(separator: ", ")))); a model may "
                    + "judge its family’s kindly")
        }
        return notes
    }

    /// "action" or "gap".
    private var noun: String { judging.hasGaps ? "gap" : "action" }

    private var own: [ModelAgreement] { agreement.filter { $0.judge == judging.judge } }

    /// Lines for people.
    var text: String {
        let all = judging.items.count
        var lines = [
            "\(Plain.line(judging.judge.title)) has judged \(outcome.judged) of \(all) \(noun)s: \(outcome.added) labels added, rubric "
                + judging.questions.rubric.hash.prefix(12)
        ]
        lines += list("refused", outcome.refused.map { ($0, "") })
        lines += list("not readable", outcome.unreadable.map { ($0.position, " (\($0.reason))") })
        if !outcome.missing.isEmpty { lines.append("without a reply: \(outcome.missing.count)") }
        lines += comparison
        return lines.map { Terminal.output.wrapped($0) + "\n" }.joined()
    }

    /// Which items, the first of them.
    private func list(_ what: String, _ places: [(position: Int, more: String)]) -> [String] {
        guard !places.isEmpty else { return [] }
        let shown = places.prefix(10).map { place, more in
            let line = judging.items[place].line
            return
                "\(line.cell.scenario.country), \(line.cell.scenario.topic), \(line.cell.value), \(line.inclination.rawValue)\(more)"
        }
        let rest = places.count > 10 ? "; and \(places.count - 10) more" : ""
        return ["\(what): \(places.count): \(Plain.line(shown.joined(separator: "; ")))\(rest)"]
    }

    private var comparison: [String] {
        guard let found = own.first, found.isCompared else {
            return ["not compared with people yet: no person has judged any of these \(noun)s"]
        }
        return ["agreement with people:"]
            + found.rows.map { row in
                let (kappa, percent) = (row.agreement.kappa, row.agreement.percent)
                guard row.agreement.items > 0 else { return "  \(row.criterion.name): not compared with people yet" }
                let interval = kappa?.interval.map {
                    " [\(Numerals.decimal($0.low)), \(Numerals.decimal($0.high))]"
                }
                let text = kappa.map { "kappa \(Numerals.decimal($0.value))\(interval ?? "")" }
                return "  \(row.criterion.name): \(text ?? "kappa undefined, all answers are one"), "
                    + "\(Numerals.percent(percent?.value)) alike, \(Numerals.count(row.agreement.items, noun, noun + "s"))"
            }
    }

    /// Every action has a judgement that was read, or this.
    var incompleteness: CommandFailure? {
        let without = outcome.refused.count + outcome.unreadable.count
        guard without > 0 else { return nil }
        return CommandFailure(
            "\(without) of \(judging.items.count) \(noun)s have no judgement: \(outcome.refused.count) refused, "
                + "\(outcome.unreadable.count) not readable", exitCode: CommandFailure.incomplete)
    }

    /// The same for programs.
    var json: String {
        func items(_ places: [Int]) -> JSONValue { .array(places.map { .string(judging.items[$0].hash) }) }
        let object: JSONValue = [
            "project": .string(judging.project.record.name), "model": .string(judging.model),
            "rubric": .string(judging.questions.rubric.hash), "own_judge": .bool(judging.ownActions > 0),
            "items": .integer(judging.items.count), "judged": .integer(outcome.judged),
            "labels_added": .integer(outcome.added), "refused": items(outcome.refused),
            "unreadable": items(outcome.unreadable.map(\.position)), "without_reply": items(outcome.missing),
            "agreement": own.first?.json ?? .null,
        ]
        return object.text()
    }
}
