import AnswerStore
package import Measures
package import Reports
import Study
import Text

extension RiskSource {
    /// What people are called where somebody says whose codes to count.
    package static let people = "people"

    /// Whose codes are counted where a name is given; without one people's, where there are any.
    ///
    /// - Throws: ``RiskError`` where nobody has coded anything, the name is unknown, or no name is given and no person has coded.
    package func basis(named name: String?) throws(RiskError) -> CodedCells.Basis {
        let hasPeople = cells.coders.contains { $0.kind == "person" } || cells.reference.joined().contains { $0 != nil }
        let coders = cells.coders.map(\.name)
        guard hasPeople || !coders.isEmpty else {
            throw .nothingCoded(project: project.record.name, leftOut: standing.leftOut.values.reduce(0, +))
        }
        guard let name, name.lowercased() != Self.people else {
            guard hasPeople else { throw .nobodyNamed(project: project.record.name, coders: coders) }
            return .reference
        }
        if let place = coders.firstIndex(of: name) { return .coder(place) }
        let alike = cells.coders.indices.filter {
            coders[$0].lowercased() == name.lowercased() || cells.coders[$0].kind == name.lowercased()
        }
        guard let only = alike.first, alike.count == 1 else {
            throw .unknownCoder(name, project: project.record.name, coders: coders)
        }
        return .coder(only)
    }

    /// Whose codes stand in a report that asks nobody: people's, else a model's, else a list's; `nil` where nothing is coded.
    package var usualBasis: CodedCells.Basis? {
        if let people = try? basis(named: nil) { return people }
        let places = cells.coders.indices
        return (places.first { cells.coders[$0].kind == "model" } ?? places.first).map(CodedCells.Basis.coder)
    }

    /// Everything that outputs of risks show.
    ///
    /// - Parameters:
    ///   - plan: how intervals are made; `nil` makes none.
    ///   - linksRuns: whether examples name their run's number in the store, for pages that lead there.
    /// - Throws: `MeasuresError`, `StoreError`.
    package func input(
        basis: CodedCells.Basis, plan: ResamplingPlan?, linksRuns: Bool = false,
        progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> RiskInput {
        let numbers = linksRuns ? try runNumbers() : [:]
        let book = project.codebook
        let report = try await RiskReport(of: cells, basis: basis, plan: plan, progress: progress)
        let definitions = zip(book.criteria, cells.codes).map { code, shown in
            RiskInput.Definition(
                id: code.id, name: code.name, level: shown.levelName, definition: code.definition,
                examples: code.examples ?? [], excludes: code.excludes ?? [])
        }
        return RiskInput(
            project: project.record.name, codebook: "\(book.name)@\(book.version)", definitions: definitions,
            report: report, examples: examples(basis, numbers),
            sampleSeed: project.definition.gaps?.lazy.compactMap(\.draw?.seed).first,
            version: Release.version)
    }

    /// Every coded gap with the codes that apply to it.
    private func examples(_ basis: CodedCells.Basis, _ runs: [String: Int]) -> [CodedExample] {
        let memos = memos(basis)
        return items.enumerated().compactMap { place, item in
            guard let gap = item.gap else { return nil }
            let said = cells.codes.indices.map { cells.applies($0, place, basis) }
            guard said.contains(where: { $0 != nil }) else { return nil }
            let line = item.line
            return CodedExample(
                cell: MisalignedCell(
                    country: line.cell.scenario.country, topic: line.cell.scenario.topic, value: line.cell.value,
                    stated: gap.stated, acted: gap.acted, action: line.action.text,
                    inclination: line.inclination == .agree ? .agree : .disagree,
                    attributions: line.action.attributions, explanation: line.action.explanation,
                    otherAction: gap.otherAction, justification: gap.reason),
                respondent: cells.cells[place].respondent,
                codes: cells.codes.indices.filter { said[$0] == true }.map { cells.codes[$0].name },
                memo: memos[item.id]
            ).served(in: runs[gap.run])
        }
    }

    /// The store's numbers of the runs whose gaps these are.
    private func runNumbers() throws -> [String: Int] {
        let runs = try project.store.runs().map { (CodedGap.runID(ofKey: $0.key), Int($0.id)) }
        return Dictionary(runs, uniquingKeysWith: { first, _ in first })
    }

    /// What coders noted of each gap: people's notes where people are counted, a coder's own else.
    private func memos(_ basis: CodedCells.Basis) -> [Int64: String] {
        let judge: Int64? = if case .coder(let place) = basis { coderNumbers[place] } else { nil }
        var memos: [Int64: [String]] = [:]
        for entry in standing.entries {
            guard let note = entry.judgement.note, !note.isEmpty, entry.criterion != Codebook.Extra.skip.rawValue,
                entry.criterion != Codebook.Extra.proposal.rawValue
            else { continue }
            let counts = judge.map { $0 == entry.judge } ?? (standing.judges[entry.judge]?.isPersonal ?? false)
            if counts { memos[entry.item.id, default: []].append(note) }
        }
        return memos.mapValues { $0.joined(separator: " · ") }
    }
}

extension JudgeRecord {
    /// Whether it is somebody, and no list or model.
    fileprivate var isPersonal: Bool { isAnnotator || isAdjudicator }
}
