/// From how many clusters each figure is drawn, and of which kind.
struct FigureClusters: Sendable {
    private let layout: FigureLayout
    private let clustering: Clustering
    /// By group (overall, countries, topics): values and scenarios with a counted cell.
    private var ofGroups: [(values: Int, scenarios: Int)]
    /// By value, then group of values: scenarios with a counted cell.
    private var ofPools: [Int]

    init(axes: Axes, counts: (Int) -> Bool, clustering: Clustering) {
        layout = FigureLayout(axes)
        self.clustering = clustering
        var values = [Set<Int>](repeating: [], count: layout.groups)
        var scenarios = values
        var pools = [Set<Int>](repeating: [], count: layout.pools)
        for cell in 0..<axes.cellCount where counts(cell) {
            let (country, topic, value) = axes.position(ofCell: cell)
            let scenario = cell / layout.values
            for group in [0, 1 + country, 1 + layout.countries + topic] {
                values[group].insert(value)
                scenarios[group].insert(scenario)
            }
            pools[value].insert(scenario)
            pools[layout.values + axes.groupOfValue[value]].insert(scenario)
        }
        ofGroups = zip(values, scenarios).map { ($0.count, $1.count) }
        ofPools = pools.map(\.count)
    }

    /// The clusters behind the figure at a place of the layout. Ranks and prompt agreements concern the whole run.
    func behind(_ figure: Int) -> (clustering: Clustering, count: Int) {
        if figure >= layout.ranks { return (.scenario, ofGroups[0].scenarios) }
        if figure >= layout.pool(0), figure < layout.agreements {
            return (.scenario, ofPools[(figure - layout.pool(0)) / FigureLayout.pooledWidth])
        }
        let clusters = ofGroups[figure < layout.pool(0) ? figure / FigureLayout.groupWidth : 0]
        switch clustering {
        case .value: return (.value, clusters.values)
        case .scenario: return (.scenario, clusters.scenarios)
        case .both: return (.both, min(clusters.values, clusters.scenarios))
        }
    }
}
