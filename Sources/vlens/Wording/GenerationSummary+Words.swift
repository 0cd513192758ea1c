import Study
import Text
import Workbench

extension GenerationSummary {
    /// What came of it, a line for each thing.
    var table: String {
        let rows: [(String, String)] = [
            ("actions", "\(lines.count) of \(planned) written; \(pairs.whole) of \(pairs.planned) pairs whole"),
            (
                "rounds",
                "\(rounds.asked) of at most \(rounds.most); "
                    + counted(again.values.reduce(0, +), "asked again", words(again))
            ),
            (
                "spans",
                "\(manners.values.reduce(0, +)) found, "
                    + counted(
                        repaired, "repaired",
                        manners.filter { $0.key != .literal }.mapKeys { "differing in \($0.words)" })
            ),
            ("refused", "\(refused.count)"), ("given up", counted(givenUp.count, "", words(reasons))),
            ("no reply", "\(missing.count)"),
            ("leaks", "\(leaks) \(leaks == 1 ? "action names its" : "actions name their") value"),
        ]
        return rows.map { name, text in name + String(repeating: " ", count: 10 - name.count) + text + "\n" }.joined()
    }

    private func words(_ counts: [FormProblem: Int]) -> [String: Int] { counts.mapKeys(\.words) }

    /// "12 asked again (8 too long, 4 in two sentences)".
    private func counted(_ count: Int, _ what: String, _ parts: [String: Int]) -> String {
        let head = what.isEmpty ? "\(count)" : "\(count) \(what)"
        let sorted = parts.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !sorted.isEmpty else { return head }
        return head + " (" + sorted.map { "\($0.value) \($0.key)" }.joined(separator: ", ") + ")"
    }

    /// Each action that was declined or given up, on a line.
    var listed: String {
        let all =
            refused.map { ($0, "refused") }
            + givenUp.map { ($0, "given up: " + $0.problems.map(\.words).joined(separator: ", ")) }
        return all.map { gap, why in
            let place = [gap.cell.scenario.country, gap.cell.scenario.topic, gap.cell.value].joined(separator: ", ")
            let written = gap.written.isEmpty ? "" : "\n    " + Plain.line(String(gap.written.prefix(300)))
            return "\(Plain.line(place)) (\(gap.inclination.rawValue), variant \(gap.variant)): \(why)\(written)\n"
        }.joined()
    }

    /// What is missing, in words; `nil` where nothing is.
    var lacking: String? {
        let lacking = planned - lines.count
        guard lacking > 0 else { return nil }
        let parts = [
            (refused.count, "refused"),
            (givenUp.count, "given up after \(rounds.asked) \(rounds.asked == 1 ? "round" : "rounds")"),
            (missing.count, "without a reply"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return
            "\(lacking) of \(planned) actions are missing: \(parts.joined(separator: ", ")). The same command with --list "
            + "names them; more --rounds ask for what was given up again, --retry-refusals for what was refused"
    }
}

extension Dictionary {
    fileprivate func mapKeys<Other: Hashable>(_ transform: (Key) -> Other) -> [Other: Value] where Value == Int {
        reduce(into: [:]) { $0[transform($1.key), default: 0] += $1.value }
    }
}

extension FormProblem {
    /// As tables and lists name it.
    var words: String {
        switch self {
        case .noObject: "without an object"
        case .cutOff: "cut off"
        case .missingParts: "with a part missing"
        case .tooLong: "too long"
        case .severalSentences: "in several sentences"
        case .notFirstPerson: "not in the first person"
        case .otherLanguage: "in another language"
        case .marks: "with markup"
        case .spanElsewhere: "with an attribution that stands elsewhere"
        case .duplicate: "that say what another says"
        }
    }
}

extension SpanFinder.Manner {
    /// In what a span differs from what was quoted.
    var words: String {
        switch self {
        case .literal: "nothing"
        case .letterCase: "case"
        case .quotes: "quotation marks"
        case .marks: "punctuation"
        case .inflection: "endings"
        }
    }
}
