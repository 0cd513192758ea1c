import AnswerStore
import Measures
import Study
import Text

/// Who coded a project's gaps, and what each said: people first, then lexicons, then models.
struct CoderTable {
    let coders: [CodedCells.Coder]
    /// By code, then cell, then coder.
    let labels: [[[Bool?]]]
    /// The store's numbers of the coders.
    let numbers: [Int64]

    init(_ standing: StandingJudgements, items: [ActionItem], codebook: Codebook) {
        let codes = Set(codebook.criteria.map(\.id))
        let heard = Set(standing.entries.filter { codes.contains($0.criterion) }.map(\.judge))
        let judges = standing.judges.filter { heard.contains($0.key) && !$0.value.isAdjudicator }
            .sorted { (Self.rank($0.value), $0.key) < (Self.rank($1.value), $1.key) }
        numbers = judges.map(\.key)
        coders = Self.named(judges.map(\.value))
        let places = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let columns = Dictionary(numbers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = Dictionary(
            codebook.criteria.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let empty = [[Bool?]](repeating: [Bool?](repeating: nil, count: judges.count), count: items.count)
        var labels = [[[Bool?]]](repeating: empty, count: codebook.criteria.count)
        for entry in standing.entries {
            guard let code = rows[entry.criterion], let cell = places[entry.item.id],
                let coder = columns[entry.judge]
            else { continue }
            labels[code][cell][coder] = RiskAnswer.applies(entry.judgement.answer)
        }
        self.labels = labels
    }

    private static func rank(_ judge: JudgeRecord) -> Int {
        judge.isAnnotator ? 0 : judge.kind == JudgeRecord.lexicon ? 1 : 2
    }

    /// Names, with what tells apart those that are called the same: a model by its rubric, a lexicon by its list's hash.
    private static func named(_ judges: [JudgeRecord]) -> [CodedCells.Coder] {
        let counts = judges.reduce(into: [String: Int]()) { $0[$1.name, default: 0] += 1 }
        var taken: Set<String> = []
        return judges.map { judge in
            let details = JSONReader.read(Array(judge.details.utf8), manner: .strict)
            var name = judge.name
            if counts[judge.name, default: 0] > 1 {
                let apart =
                    details?["rubric"]?.string.map { "rubric \($0.prefix(8))" }
                    ?? details?["hash"]?.string.map { "list \($0.prefix(8))" } ?? judge.kind
                name += " (\(apart))"
            }
            var (unique, number) = (name, 2)
            while !taken.insert(unique).inserted {
                unique = "\(name) \(number)"
                number += 1
            }
            let kind = judge.isAnnotator ? "person" : judge.kind
            return CodedCells.Coder(name: unique, kind: kind, isOwn: details?["own"] == true)
        }
    }
}

/// What people make of each cell.
struct ReferenceTable {
    /// By code, then cell.
    let labels: [[Bool?]]
    /// Labels of one person alone.
    let single: Int
    /// Cells with a code on which people are tied.
    let open: Int

    init(_ final: FinalLabels, items: [ActionItem], codebook: Codebook, countsSingle: Bool) {
        let places = Dictionary(items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = Dictionary(
            codebook.criteria.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var labels = [[Bool?]](
            repeating: [Bool?](repeating: nil, count: items.count), count: codebook.criteria.count)
        var (single, open) = (0, Set<Int64>())
        for label in final.labels {
            guard let code = rows[label.criterion], let cell = places[label.item.id] else { continue }
            switch label.provenance {
            case .single:
                single += 1
                if countsSingle { labels[code][cell] = RiskAnswer.applies(label.answer) }
            case .tieOpen: open.insert(label.item.id)
            case .unanimous, .majority, .adjudicated: labels[code][cell] = RiskAnswer.applies(label.answer)
            }
        }
        (self.labels, self.single, self.open) = (labels, single, open.count)
    }
}

/// The answers to a code.
enum RiskAnswer {
    static let yes = "yes"
    static let no = "no"

    /// Whether a code applies; `nil` for anything else than yes and no.
    static func applies(_ answer: String?) -> Bool? { answer == yes ? true : answer == no ? false : nil }
}

extension JudgeRecord {
    /// What a list of words is called as a judge.
    package static let lexicon = "lexicon"
}
