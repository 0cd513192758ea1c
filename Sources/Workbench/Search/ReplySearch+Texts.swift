import AnswerStore
import Measures
package import Reports
import Text

extension ReplySearch {
    /// Where all that was found lies.
    package struct FoundPlaces: Sendable {
        var places: [Key: MatrixPlace] = [:]
    }

    /// An item of the store, or a cell of the index's own.
    struct Key: Hashable {
        let isCellText: Bool
        let item: Int64

        init(_ part: SearchIndex.Part, _ item: Int64) {
            isCellText = part == .action || part == .explanation
            self.item = item
        }
    }

    func placed(
        _ counts: [SearchIndex.Count], _ measured: MeasuredRun, _ index: SearchIndex
    ) async throws -> [Key: MatrixPlace] {
        let keys = Set(counts.map { Key($0.part, $0.item) })
        let axes = measured.measures.axes
        let items = try await places.places(
            keys.filter { !$0.isCellText }.map(\.item), run: measured.run.id, axes: axes)
        let new = keys.filter { $0.isCellText && cellPlaces[$0.item] == nil }.map(\.item)
        if !new.isEmpty { cellPlaces.merge(try await index.places(new)) { first, _ in first } }
        let names = AxisNames(axes)
        var placed: [Key: MatrixPlace] = [:]
        for key in keys {
            placed[key] =
                key.isCellText
                ? cellPlaces[key.item].map { names.place($0[0], $0[1], $0[2]) } ?? .stranger : items[key.item]
        }
        return placed
    }

    /// Adds what was found in the texts of some cells, and in replies to Task 1.
    ///
    /// - Parameter found: where all of it lies, as ``find(_:in:)`` gave it.
    package func addSnippets(
        to findings: inout SearchFindings, cells: [Int], of found: FoundPlaces, in measured: MeasuredRun
    ) async throws {
        guard case .success(let index)? = opened, !findings.query.isEmpty else { return }
        let source = try source(measured.protocolHash)
        let wanted = Set(cells)
        let placed = found.places.filter { _, place in
            switch place {
            case .cell(let cell): wanted.contains(cell)
            case .scenario: true
            case .stranger: false
            }
        }
        let hits = try await index.hits(
            findings.query, run: measured.run.id, source: source,
            items: Set(placed.keys.filter { !$0.isCellText }.map(\.item)),
            cells: Set(placed.keys.filter(\.isCellText).map(\.item)), most: FoundTexts.mostOfCell)
        try await FoundTexts(store: store, query: findings.query, study: measured.study, axes: measured.measures.axes)
            .add(hits.map { ($0, placed[Key($0.part, $0.item)] ?? .stranger) }, to: &findings)
    }
}
