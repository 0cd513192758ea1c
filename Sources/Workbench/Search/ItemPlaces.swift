import AnswerStore
import Measures

/// Where the items of a run's questions lie on its axes. An item never changes, so that each is looked up once.
actor ItemPlaces {
    private let store: AnswerStore
    private var items: [Int64: ItemRecord] = [:]
    private var placed: [Int64: (axes: Axes, places: [Int64: MatrixPlace])] = [:]

    init(_ store: AnswerStore) { self.store = store }

    /// The places of some items for a run with these axes.
    func places(_ ids: some Collection<Int64> & Sendable, run: Int64, axes: Axes) throws -> [Int64: MatrixPlace] {
        var known = placed[run]?.axes == axes ? placed[run]?.places ?? [:] : [:]
        let new = ids.filter { known[$0] == nil }
        guard !new.isEmpty else { return known }
        let unknown = new.filter { items[$0] == nil }
        if !unknown.isEmpty { items.merge(try store.items(unknown)) { first, _ in first } }
        let names = AxisNames(axes)
        for id in new { known[id] = items[id].map(names.place) ?? .stranger }
        if placed.count >= RunLibrary.mostKept { placed.removeAll() }
        placed[run] = (axes, known)
        return known
    }
}

/// Names of countries, topics and values, to be looked up.
struct AxisNames {
    private let axes: Axes
    private let countries, topics, values: [String: Int]

    init(_ axes: Axes) {
        func numbers(_ names: [String]) -> [String: Int] {
            Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        self.axes = axes
        (countries, topics, values) = (numbers(axes.countries), numbers(axes.topics), numbers(axes.values))
    }

    func place(of item: ItemRecord) -> MatrixPlace {
        place(item["country"] ?? "", item["topic"] ?? "", item["value"])
    }

    func place(_ country: String, _ topic: String, _ value: String?) -> MatrixPlace {
        guard let country = countries[country], let topic = topics[topic] else { return .stranger }
        guard let value else { return .scenario(axes.scenario(country: country, topic: topic)) }
        return values[value].map { .cell(axes.cell(country: country, topic: topic, value: $0)) } ?? .stranger
    }
}
