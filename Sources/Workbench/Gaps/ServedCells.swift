import AnswerStore
import Measures

/// Which cells have replies from which provider, and which stopped for which reason. Replies are only added, so that each is looked at once.
actor ServedCells {
    private let store: AnswerStore
    private let places: ItemPlaces
    private var kept: [Int64: Seen] = [:]

    /// What was seen of a run so far.
    private struct Seen {
        var last: Int64 = 0
        /// How many of its replies had been set aside: one more, and something that was seen does not stand.
        var askedAgain = 0
        /// By what served them: the items.
        var items: [Int64: Set<Int64>] = [:]
    }

    /// So many replies are looked at in one view of the store.
    private static let page = 20_000
    /// Names of more are left out; a cell has a bit for each.
    private static let mostNames = 64

    init(_ store: AnswerStore, places: ItemPlaces) { (self.store, self.places) = (store, places) }

    /// Names, and by cell a bit for each.
    struct Marks: Sendable {
        var providers: [String] = [], stops: [String] = []
        var providersOfCell: [UInt64], stopsOfCell: [UInt64]
    }

    func marks(of measured: MeasuredRun) async throws -> Marks {
        let (run, axes) = (measured.run.id, measured.measures.axes)
        let served = try store.servedNumbers(run: run)
        var marks = Marks(
            providersOfCell: [UInt64](repeating: 0, count: axes.cellCount),
            stopsOfCell: [UInt64](repeating: 0, count: axes.cellCount))
        marks.providers = Array(Set(served.compactMap(\.provider)).sorted().prefix(Self.mostNames))
        marks.stops = Array(Set(served.compactMap(\.finishReason)).sorted().prefix(Self.mostNames))
        guard !marks.providers.isEmpty || !marks.stops.isEmpty else { return marks }
        let seen = try look(at: measured, run)
        let places = try await places.places(
            seen.items.values.reduce(into: Set()) { $0.formUnion($1) }, run: run, axes: axes)
        for number in served {
            let (provider, stop) = (
                Self.bit(number.provider, marks.providers), Self.bit(number.finishReason, marks.stops)
            )
            for item in seen.items[number.id] ?? [] {
                for cell in places[item]?.cells(axes) ?? 0..<0 {
                    marks.providersOfCell[cell] |= provider
                    marks.stopsOfCell[cell] |= stop
                }
            }
        }
        return marks
    }

    private static func bit(_ name: String?, _ names: [String]) -> UInt64 {
        name.flatMap { names.firstIndex(of: $0) }.map { 1 << UInt64($0) } ?? 0
    }

    private func look(at measured: MeasuredRun, _ run: Int64) throws -> Seen {
        var seen = kept[run] ?? Seen()
        if seen.askedAgain != measured.counts.askedAgain {
            seen = Seen(askedAgain: measured.counts.askedAgain)
        }
        while let last = try store.forEachServed(
            run: run, after: seen.last, limit: Self.page, { seen.items[$0, default: []].insert($1) })
        {
            seen.last = last
        }
        if kept.count >= RunLibrary.mostKept { kept.removeAll() }
        kept[run] = seen
        return seen
    }
}

extension MatrixPlace {
    /// Its cells: all values of a scenario, since a reply about it rates all of them.
    func cells(_ axes: Axes) -> Range<Int> {
        switch self {
        case .cell(let cell): cell..<cell + 1
        case .scenario(let scenario): scenario * axes.values.count..<(scenario + 1) * axes.values.count
        case .stranger: 0..<0
        }
    }
}
