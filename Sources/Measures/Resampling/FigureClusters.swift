/// From which clusters each figure of a layout is drawn, and on how many of them it rests in truth.
struct FigureClusters: Sendable {
    /// What is behind one figure.
    struct Behind: Sendable {
        /// What the plan draws for it.
        var clustering: Clustering
        /// Which kinds of the draw bear on it, by their numbers in the resampler.
        var kinds: [Int]
        /// The clusters with a counted cell, of several kinds the fewest.
        var count: Int
        var basis: FigureBasis
    }

    private var figures: [Behind] = []

    /// What is behind the figures of one run, or of the differences of two over the same cells.
    init(_ run: RunFigures, against other: RunFigures? = nil) {
        let (layout, clustering) = (run.layout, run.clustering)
        let numbers = run.clusterNumbers
        var bases = run.bases(numbers)
        if let other {
            bases = zip(bases, other.bases(other.clusterNumbers)).map { FigureBasis(differenceOf: $0, $1) }
        }
        figures.reserveCapacity(layout.count)
        for (place, numbers) in zip(layout.places, numbers) {
            let kinds = place.kinds(clustering).compactMap(clustering.kinds.firstIndex(of:))
            let width = place.isGroup ? FigureLayout.groupWidth : FigureLayout.pooledWidth
            for _ in 0..<width {
                figures.append(
                    Behind(
                        clustering: place.drawn(clustering), kinds: kinds, count: numbers.counted,
                        basis: bases[figures.count]))
            }
        }
        // Prompt agreements concern the whole run; ranks are those of values.
        let agreement = FigureBasis.mean(0...1)
        var ofRun = figures[0]
        ofRun.basis = other == nil ? agreement : FigureBasis(differenceOf: agreement, agreement)
        figures += [Behind](repeating: ofRun, count: AgreementFigure.allCases.count)
        var ofRanks = figures[layout.pool(0)]
        ofRanks.basis = .unknown
        figures += [Behind](repeating: ofRanks, count: layout.values)
    }

    /// The clusters behind the figure at a place of the layout.
    func behind(_ figure: Int) -> Behind { figures[figure] }
}

extension RunFigures {
    /// By part of the run, in the order of the layout.
    var clusterNumbers: [ClusterNumbers] {
        let kinds = layout.places.map { $0.kinds(clustering) }
        var sums = kinds.map { $0.map { [PooledSums](repeating: PooledSums(), count: $0.count(in: axes)) } }
        for (cell, own) in cellSums.enumerated() where own.n > 0 {
            let at = axes.position(ofCell: cell)
            let places = layout.places(
                country: at.country, topic: at.topic, value: at.value, group: axes.groupOfValue[at.value])
            for place in places {
                for (number, kind) in kinds[place].enumerated() {
                    sums[place][number][kind.cluster(ofCell: cell, axes: axes)].add(own, weight: 1)
                }
            }
        }
        return sums.map(ClusterNumbers.init)
    }

    /// What each figure before the agreements rests on.
    func bases(_ numbers: [ClusterNumbers]) -> [FigureBasis] {
        let observed = figures(.observed)
        var bases: [FigureBasis] = []
        for (place, numbers) in zip(layout.places, numbers) {
            if place.isGroup {
                let first = bases.count
                bases += ScenarioFigure.allCases.map { figure in
                    figure.basis(numbers) { observed[first + $0.offset] }
                }
            }
            let first = bases.count
            bases += PooledFigure.allCases.map { figure in figure.basis(numbers) { observed[first + $0.offset] } }
        }
        return bases
    }
}

extension CaseIterable where Self: Equatable, AllCases.Index == Int {
    /// The case's number among all.
    var offset: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
