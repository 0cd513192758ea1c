package import AnswerStore
import Foundation
import Measures
package import Reports
import Study
package import Text

/// Searching the replies and actions of a store: the index is made and brought up to date beside everything else, and whoever searches is
/// told how far it came.
package actor ReplySearch {
    let store: AnswerStore
    let places: ItemPlaces
    private let temporary: URL
    private(set) var opened: Result<SearchIndex, SearchIndex.Absence>?
    private var isUpdating = false
    /// Sets of actions that are in the index.
    private var sources: Set<String> = []
    /// Where their cells lie.
    var cellPlaces: [Int64: [String]] = [:]
    private var hindrance: String?

    /// Between two looks at whether there is something new.
    private static let pause = Duration.seconds(2)
    /// Until it is tried again where the index could not be written.
    private static let patience = Duration.seconds(30)

    init(_ store: AnswerStore, places: ItemPlaces, temporary: URL = FileManager.default.temporaryDirectory) {
        (self.store, self.places, self.temporary) = (store, places, temporary)
    }

    /// Begins to bring the index up to date, and goes on with it as long as somebody has this value.
    package func begin() {
        guard !isUpdating else { return }
        isUpdating = true
        Task(priority: .utility) { [weak self] in
            while true {
                guard let next = await self?.step() else { return }
                if next > .zero { try? await Task.sleep(for: next) } else { await Task.yield() }
            }
        }
    }

    /// Takes in all that there is; for tests, and whoever has to wait for it.
    package func update() async {
        while await step() == .zero {}
    }

    /// - Returns: how long to wait until the next step.
    private func step() async -> Duration {
        do {
            let index = try index()
            if try await addActions(to: index) { return .zero }
            let isMore = try await index.advance(from: store)
            hindrance = nil
            return isMore ? .zero : Self.pause
        } catch {
            // A message of SQLite's may name a place on this machine.
            hindrance = (error as? SearchIndex.Absence)?.description ?? "the index of words can’t be written just now"
            if case .failure = opened { opened = nil }
            return Self.patience
        }
    }

    private func index() throws(SearchIndex.Absence) -> SearchIndex {
        if let opened { return try opened.get() }
        let opened = Result { () throws(SearchIndex.Absence) in try SearchIndex(beside: store, temporary: temporary) }
        self.opened = opened
        return try opened.get()
    }

    // MARK: - Actions

    /// What names the set of actions of a study: its hash, and the dataset that may have been joined to it.
    func source(_ protocolHash: String) throws -> String {
        "\(protocolHash) \(try store.datasetDigest(named: Dataset.via) ?? "")"
    }

    /// - Returns: whether one was added.
    private func addActions(to index: SearchIndex) async throws -> Bool {
        for run in try store.runs() {
            let source = try source(store.protocolHash(ofRun: run.id))
            if sources.contains(source) { continue }
            if try await !index.has(source: source) {
                let texts = try await Self.texts(ofRun: run.id, store)
                try await index.add(source: source, texts: texts)
            }
            sources.insert(source)
            return true
        }
        return false
    }

    @concurrent private static func texts(ofRun run: Int64, _ store: AnswerStore) async throws -> [SearchIndex.CellText]
    {
        let study = try LoadedStudy(ofRun: run, in: store).joined(with: store).definition
        var texts: [SearchIndex.CellText] = []
        for number in 0..<study.cellCount {
            guard let cell = study.cell(at: number) else { continue }
            for (generator, set) in study.actionSets.enumerated() {
                guard let pair = set.pairs[cell] else { continue }
                texts += Inclination.allCases.flatMap { Self.texts(pair[$0], $0, of: cell, generator: generator) }
            }
        }
        return texts
    }

    private static func texts(
        _ action: Action, _ side: Inclination, of cell: Cell, generator: Int
    ) -> [SearchIndex.CellText] {
        [(SearchIndex.Part.action, action.text), (.explanation, action.explanation)].map { part, text in
            SearchIndex.CellText(
                country: cell.scenario.country, topic: cell.scenario.topic, value: cell.value, part: part,
                side: CellSide.number(generator: generator, side), text: text)
        }
    }

    // MARK: - Searching

    /// In how many texts of each cell of a run something stands.
    package func find(
        _ query: SearchQuery, in measured: MeasuredRun
    ) async throws -> (findings: SearchFindings, places: FoundPlaces) {
        begin()
        var known = FoundPlaces()
        var findings = SearchFindings(query: query)
        findings.replies = measured.counts.replied
        do {
            let index = try index()
            let run = measured.run.id
            findings.searched = min(try await index.replies(ofRun: run), findings.replies)
            findings.hindrance = hindrance
            guard query.isSeeking else { return (findings, known) }
            let counts = try await index.counts(query, run: run, source: try source(measured.protocolHash))
            findings.isPartial = counts.reduce(0) { $0 + $1.texts } >= SearchIndex.mostFound
            let places = try await placed(counts, measured, index)
            known.places = places
            for count in counts {
                switch places[Key(count.part, count.item)] {
                case .cell(let cell): findings.texts[cell, default: 0] += count.texts
                case .scenario: findings.scenarioReplies += count.texts
                default: break
                }
            }
        } catch let absence as SearchIndex.Absence {
            findings.hindrance = absence.description
        }
        return (findings, known)
    }
}
