package import AnswerStore
import Foundation
package import Measures
import Reading
package import Study

/// A run as an observer looks at it: what was chosen in each cell, with what was said there.
package struct ObservedRun: Sendable {
    /// A cell that both tasks have read.
    package struct Place: Sendable {
        /// Its number in the study's full cross, and where it lies.
        package let number: Int
        package let cell: Cell
        /// The group of its value.
        package let group: String
        /// Both scores in [0, 1], 0 = agree.
        package let stated, acted: Double
        /// The standard deviation of the stated readings over the prompt variants; `nil` with fewer than two.
        package let spread: Double?
        /// What is known of the choice; its action is empty where neither was chosen more often, or its text is not known.
        package let evidence: PredictionEvidence

        /// Whether both sides are decided: neither score is one half.
        package var isDecided: Bool { abs(stated - 0.5) > 1e-12 && abs(acted - 0.5) > 1e-12 }
        /// What was said, and what was chosen; of a decided cell.
        package var statesAgree: Bool { stated < 0.5 }
        package var actsAgree: Bool { acted < 0.5 }
    }

    /// The run.
    package let run: RunRecord
    /// The part of its study that was asked, with its actions.
    package let study: StudyDefinition
    /// The hash of the whole study, as stored.
    package let protocolHash: String
    /// Cells with a reading of both tasks, in the order of the study.
    package let places: [Place]

    /// An observer sees no more characters of an explanation, a reason or thoughts.
    package static let longestText = 4000

    /// Looks at a stored run.
    ///
    /// - Parameters:
    ///   - explanation: whose explanation counts.
    ///   - wantsThoughts: whether the reasoning that is stored with the choices is looked for, which takes a read a cell.
    package init(
        _ run: RunRecord, in store: AnswerStore, scoring: Scoring = .strict, explanation: ExplanationSource,
        wantsThoughts: Bool
    ) throws {
        self.run = run
        let asked = try LoadedStudy(ofRun: run.id, in: store)
        protocolHash = asked.protocolHash
        let study = try RunSelection.part(of: try asked.joined(with: store).definition, askedBy: run)
        self.study = study
        let collector = try MeasuredRun.collect(run, store, study, scoring, RunExtents(of: run, store))
        let (stated, acted) = (collector.stated.scores, collector.acted.scores)
        let variants = study.variants(of: .acted).count
        let spread = StatedSpread(collector.stated, run, study)
        var places: [Place] = []
        for number in 0..<study.cellCount {
            guard let cell = study.cell(at: number), let word = stated[number], let deed = acted[number] else {
                continue
            }
            let chosen: Inclination? = abs(deed - 0.5) > 1e-12 ? (deed < 0.5 ? .agree : .disagree) : nil
            let action = chosen.flatMap { side in
                study.pair(of: cell, chosen: side, number: number, collector.acted, variants: variants)?[side]
            }
            var evidence = PredictionEvidence(
                action: Self.cut(action?.text ?? ""), attributions: (action?.attributions ?? []).map(Self.cut),
                explanation: Self.cut(action?.explanation ?? ""))
            if let chosen, explanation == .own || wantsThoughts {
                let said = try Self.said(chosen, cell: number, collector, store, explanation, wantsThoughts)
                if explanation == .own { evidence.explanation = said.reason }
                evidence.thoughts = said.thoughts
            }
            let value = number % study.theory.values.count
            places.append(
                Place(
                    number: number, cell: cell,
                    group: collector.axes.groups[collector.axes.groupOfValue[value]], stated: word, acted: deed,
                    spread: spread.of(number), evidence: evidence))
        }
        self.places = places
    }

    /// The reason and the thoughts in the first replies of a cell that made this choice and have them.
    private static func said(
        _ choice: Inclination, cell: Int, _ collector: ReadingCollector, _ store: AnswerStore,
        _ explanation: ExplanationSource, _ wantsThoughts: Bool
    ) throws -> (reason: String, thoughts: String) {
        var (reason, thoughts) = ("", "")
        for asking in 0..<collector.acted.askings
        where collector.acted.option(cell: cell, asking: asking) == Int(choice.code) {
            guard let reply = collector.reply(ofCell: cell, asking: asking) else { continue }
            let text = try store.text(ofReply: reply)
            if reason.isEmpty, explanation == .own { reason = cut(ChoiceReason.text(in: text) ?? "") }
            if thoughts.isEmpty, wantsThoughts {
                let apart = try store.bytes(of: .reasoning, reply: reply, from: 0, count: 8 * longestText)
                thoughts = cut(
                    [String(decoding: apart, as: UTF8.self), SplitReply(text).thoughts ?? ""].joined(separator: "\n"))
            }
            if explanation != .own || !reason.isEmpty, !wantsThoughts || !thoughts.isEmpty { break }
        }
        return (reason, thoughts)
    }

    private static func cut(_ text: String) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.utf8.count > longestText, text.count > longestText else { return text }
        return text.prefix(longestText) + " […]"
    }
}
