package import AnswerStore
package import Foundation
import Measures
package import Reports
import Study
import Text

/// What pages that list a run's cells and actions are made of, kept from one to the next.
package actor RunBrowser {
    private let store: AnswerStore
    /// The search in its texts.
    package nonisolated let search: ReplySearch
    private let served: ServedCells
    private var cells: [Int64: (made: StoredCounts, cells: [GapCell], marks: ServedCells.Marks)] = [:]
    private var actions: [Int64: (source: String, input: Task<DataInput, any Error>)] = [:]

    /// Lists of so many runs, and actions of so many, are in memory at most.
    private static let mostCells = 6, mostActions = 2

    /// A browser of a store's runs.
    ///
    /// - Parameter temporary: where the index of words lies if not beside the store.
    package init(_ store: AnswerStore, temporary: URL = FileManager.default.temporaryDirectory) {
        self.store = store
        let places = ItemPlaces(store)
        served = ServedCells(store, places: places)
        search = ReplySearch(store, places: places, temporary: temporary)
    }

    /// Begins with what takes long: the search, and the actions of the latest run.
    package func warm() {
        Task {
            await search.begin()
            if let latest = try? store.runs().last { _ = try? await data(latest) }
        }
    }

    // MARK: - Cells

    /// A list of a run's cells. Where something is sought, what was found stands beside the cells that are shown.
    package func view(_ address: GapsAddress, _ run: RunRecord, _ figures: RunFigures) async throws -> GapsView {
        var input = GapsInput(
            run: Int(run.id),
            respondent: RespondentSummary(
                name: run.respondent, isSimulated: run.respondent.hasPrefix("simulated/"),
                isImported: run.origin == .imported),
            study: try store.studyName(ofRun: run.id), version: Release.version)
        input.failure = figures.failure
        guard let measured = figures.measured else { return GapsView(address, input) }
        input.isCurrent = figures.isCurrent
        let (cells, marks) = try await cells(of: measured)
        let axes = measured.measures.axes
        input.cells = cells
        (input.countries, input.topics, input.values) = (axes.countries, axes.topics, axes.values)
        (input.groups, input.variants) = (axes.groups, Self.variants(measured))
        (input.providers, input.stops) = (marks.providers, marks.stops)
        guard let sought = address.sought else { return GapsView(address, input) }
        var (findings, places) = try await search.find(SearchQuery(sought), in: measured)
        input.search = findings
        var view = GapsView(address, input)
        try await search.addSnippets(to: &findings, cells: view.shown.map(\.cell), of: places, in: measured)
        view.show(findings)
        return view
    }

    /// Makes a list ready before somebody looks at it.
    package func prepare(_ measured: MeasuredRun) async { _ = try? await cells(of: measured) }

    private func cells(of measured: MeasuredRun) async throws -> ([GapCell], ServedCells.Marks) {
        let run = measured.run.id
        if let kept = cells[run], kept.made == measured.counts { return (kept.cells, kept.marks) }
        let marks = try await served.marks(of: measured)
        let made = await Self.made(measured, marks)
        if cells.count >= Self.mostCells { cells.removeAll() }
        cells[run] = (measured.counts, made, marks)
        return (made, marks)
    }

    @concurrent private static func made(_ measured: MeasuredRun, _ marks: ServedCells.Marks) async -> [GapCell] {
        GapCell.all(of: measured, marks)
    }

    private static func variants(_ measured: MeasuredRun) -> [GapsInput.Variant] {
        let sides = VariantSides(measured)
        func list(_ task: StudyTask, _ count: Int) -> [GapsInput.Variant] {
            let known = measured.run.knowsWording ? measured.study.variants(of: task) : []
            return (0..<count).map { index in
                GapsInput.Variant(
                    task: task == .stated ? 1 : 2, index: index,
                    words: known.indices.contains(index) ? known[index].words : "")
            }
        }
        return list(.stated, sides.stated) + list(.acted, sides.acted)
    }

    // MARK: - Actions

    /// What the page of a run's actions is made of.
    package func data(_ run: RunRecord) async throws -> DataInput {
        let source = "\(try store.protocolHash(ofRun: run.id)) \(try store.datasetDigest(named: Dataset.via) ?? "")"
        if let kept = actions[run.id], kept.source == source { return try await kept.input.value }
        // Who asks while it is made waits for the same.
        let made = Task { [store] in try await Self.actions(of: run, store) }
        if actions.count >= Self.mostActions { actions.removeAll() }
        actions[run.id] = (source, made)
        do {
            return try await made.value
        } catch {
            actions[run.id] = nil
            throw error
        }
    }

    @concurrent private static func actions(of run: RunRecord, _ store: AnswerStore) async throws -> DataInput {
        let study = try LoadedStudy(ofRun: run.id, in: store).joined(with: store).definition
        return DataInput(
            run: Int(run.id), study: study.title, pairs: FlaggedPair.all(of: study), countries: study.countries,
            topics: study.topics, values: study.theory.values.map(\.name), groups: study.theory.groups.map(\.name),
            version: Release.version)
    }
}
