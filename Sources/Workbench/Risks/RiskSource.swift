import AnswerStore
package import Measures
import Study
import Text

/// A project of gaps with all that was coded in it, as figures of risks are computed from it.
package struct RiskSource: Sendable {
    /// The project.
    package let project: AnnotationProject
    /// Its gaps, those that are gaps still, in the order of ``CodedCells/cells``.
    package let items: [ActionItem]
    /// What coders said of them.
    package let cells: CodedCells
    /// Final labels by one person alone, which count only where they were asked for.
    package let single: Int
    /// Gaps whose coders differ on some code, and nobody decided.
    package let open: Int
    let standing: StandingJudgements
    /// The store's numbers of the coders, in their order.
    let coderNumbers: [Int64]

    /// Reads a project.
    ///
    /// - Parameters:
    ///   - countsSingle: whether what one person alone said counts as what people make of a cell.
    ///   - run: the only run whose gaps count, as ``CodedGap/run``; `nil` for all.
    /// - Throws: ``RiskError`` where it holds no gaps, or its codebook no codes; `StoreError`.
    package init(_ project: AnnotationProject, countsSingle: Bool = false, run: String? = nil) throws {
        self.project = project
        let book = project.codebook
        guard let coding = book.coding else {
            throw RiskError.noCodes(project: project.record.name, codebook: book.name)
        }
        let populations = project.definition.gaps ?? []
        let noLonger = Set(populations.flatMap { $0.noLonger ?? [] })
        let all = try project.items()
        items = all.filter { item in
            guard let gap = item.gap, !noLonger.contains(item.hash) else { return false }
            return run.map { $0 == gap.run } ?? true
        }
        guard !items.isEmpty else { throw RiskError.noGaps(project: project.record.name) }
        standing = try StandingJudgements(project, items: items)
        let levels = Dictionary(coding.levels.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let codes = book.criteria.map { code in
            CodedCells.Code(
                id: code.id, name: code.name, level: code.level ?? "",
                levelName: code.level.flatMap { levels[$0] } ?? "")
        }
        let table = CoderTable(standing, items: items, codebook: book)
        coderNumbers = table.numbers
        let final = FinalLabels(standing, items: items, codebook: book)
        let reference = ReferenceTable(final, items: items, codebook: book, countsSingle: countsSingle)
        (single, open) = (reference.single, reference.open)
        let names = RespondentNames(populations)
        let groups = project.definition.groups ?? [:]
        let cells = items.compactMap { item -> CodedCells.Cell? in
            guard let gap = item.gap else { return nil }
            let cell = item.line.cell
            return CodedCells.Cell(
                id: item.hash, country: cell.scenario.country, topic: cell.scenario.topic, value: cell.value,
                group: groups[cell.value] ?? "", respondent: names.name(of: gap), statesAgree: gap.stated < 0.5)
        }
        var misaligned = cells.reduce(into: [String: Int]()) { $0[$1.respondent, default: 0] += 1 }
        for population in populations {
            let name = names.name(respondent: population.respondent, run: population.run)
            if let here = misaligned[name] { misaligned[name] = max(here, population.misaligned) }
        }
        self.cells = CodedCells(
            cells: cells, codes: codes, coders: table.coders, labels: table.labels, reference: reference.labels,
            misaligned: misaligned)
    }
}
