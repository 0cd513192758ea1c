import AnswerStore
import Study
import Text
import Workbench

/// What a list of words found, with what it is worth.
struct RiskLexiconWords {
    private let coding: LexiconCoding
    private let outcome: LexiconCoding.Outcome
    private let store: StoreOption

    init(_ coding: LexiconCoding, _ outcome: LexiconCoding.Outcome, store: StoreOption) {
        (self.coding, self.outcome, self.store) = (coding, outcome, store)
    }

    private var project: String { coding.project.record.name }
    private var list: String { "\(coding.words.name)@\(coding.words.version)" }

    /// What stands on every output of a list.
    static let caution =
        "For triage only: a list finds words, not risks, and understands neither denials nor context. None of these counts is a "
        + "finding until people have coded the same gaps."

    /// For people.
    var text: String {
        var lines = [
            "'\(Plain.line(project))': \(outcome.read) gaps read by the words of \(list) (\(coding.words.hash.prefix(8))), "
                + "\(outcome.added) labels new"
        ]
        let width = outcome.found.map(\.name.count).max() ?? 0
        for found in outcome.found {
            let most = found.patterns.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4)
                .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            let name = found.name.padding(width)
            lines.append("  \(name)  \(String(found.gaps).leading(5))\(most.isEmpty ? "" : "   \(most)")")
        }
        lines.append("  \("no word of any".padding(width))  \(String(outcome.without).leading(5))")
        for (language, count) in outcome.otherLanguage.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "  \(count) gaps in '\(Plain.line(language))' are not coded: the list has no words of that language")
        }
        let rest = RiskNext.options(project: project, store: store.store)
        lines += [Terminal.output.wrapped(Self.caution), "next:", "  vlens annotate\(rest)"]
        lines.append("  vlens risks\(rest) --by \(list)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// One document, for programs.
    var json: JSONValue {
        let codes = outcome.found.map { found -> JSONValue in
            let words = found.patterns.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return [
                "code": .string(found.code), "name": .string(found.name), "gaps": .integer(found.gaps),
                "words": .object(words.map { .init($0.key, .integer($0.value)) }),
            ]
        }
        return [
            "project": .string(project), "words": .string(list), "hash": .string(coding.words.hash), "use": "triage",
            "caution": .string(Self.caution), "read": .integer(outcome.read), "added": .integer(outcome.added),
            "without": .integer(outcome.without),
            "other_language": .object(
                outcome.otherLanguage.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }),
            "codes": .array(codes),
        ]
    }
}

extension String {
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
    fileprivate func leading(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
