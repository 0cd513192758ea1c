import AnswerStore
import Measures
import Reports
import Study
import Text

/// The texts in which something was found, as a page shows them.
struct FoundTexts {
    let store: AnswerStore
    let query: SearchQuery
    let study: StudyDefinition
    let axes: Axes

    /// A cell shows so many of them, and so do replies of Task 1.
    static let mostOfCell = 10, mostOfScenarios = 20

    /// Away from whoever serves other pages meanwhile.
    @concurrent func add(_ hits: [(SearchIndex.Hit, MatrixPlace)], to findings: inout SearchFindings) async throws {
        var tokenizer = SearchTokenizer()
        // What was written of a cell comes before what was answered.
        for (hit, place) in hits.sorted(by: { $0.0.rank < $1.0.rank }) {
            switch place {
            case .cell(let cell):
                guard findings.snippets[cell, default: []].count < Self.mostOfCell,
                    let found = try text(of: hit, cell: cell, &tokenizer)
                else { continue }
                findings.snippets[cell, default: []].append(found)
            case .scenario:
                guard findings.scenarioSnippets.count < Self.mostOfScenarios,
                    let found = try reply(hit, &tokenizer)
                else { continue }
                findings.scenarioSnippets.append(found)
            case .stranger: continue
            }
        }
    }

    private func text(
        of hit: SearchIndex.Hit, cell: Int, _ tokenizer: inout SearchTokenizer
    ) throws -> FoundText? {
        guard hit.part == .action || hit.part == .explanation else { return try reply(hit, &tokenizer) }
        let place = axes.position(ofCell: cell)
        let key = Cell(
            scenario: Scenario(country: axes.countries[place.country], topic: axes.topics[place.topic]),
            value: axes.values[place.value])
        guard let (generator, side) = CellSide.parts(of: Int(hit.reply)),
            let action = study.pair(of: key, variant: generator * study.actedWordings)?[side]
        else { return nil }
        let by = study.generators.isEmpty ? "" : " by \(study.generators[generator])"
        let what = (side == .agree ? "action that shows the value" : "action against the value") + by
        return FoundText(
            label: hit.part == .action ? "The \(what)" : "The explanation of the \(what)", question: nil,
            snippet: SearchSnippet(
                of: hit.part == .action ? action.text : action.explanation, for: query, tokenizer: &tokenizer))
    }

    private func reply(_ hit: SearchIndex.Hit, _ tokenizer: inout SearchTokenizer) throws -> FoundText? {
        guard let reply = try store.foundReply(hit.reply) else { return nil }
        let task = reply.kind == StudyTask.stated.rawValue ? "Task 1" : "Task 2"
        let again = reply.replicate > 0 ? ", replicate \(reply.replicate)" : ""
        return FoundText(
            label: "\(hit.part == .thoughts ? "Thoughts" : "Reply"), \(task), variant \(reply.variant)\(again)",
            question: reply.question,
            snippet: SearchSnippet(
                of: hit.part == .thoughts ? reply.reasoning ?? "" : reply.text, for: query, tokenizer: &tokenizer))
    }
}

/// How the index numbers a cell's actions: those of the first generator 0 and 1, of the second 2 and 3, and so on.
enum CellSide {
    static func number(generator: Int, _ side: Inclination) -> Int { 2 * generator + Int(side.code) }

    static func parts(of number: Int) -> (generator: Int, side: Inclination)? {
        number < 0 ? nil : (number / 2, number.isMultiple(of: 2) ? .agree : .disagree)
    }
}

extension SearchIndex.Hit {
    fileprivate var rank: (Int, Int64, Int) {
        let kind = part == .action ? 0 : part == .explanation ? 1 : 2
        return (kind, reply, part.rawValue)
    }
}
