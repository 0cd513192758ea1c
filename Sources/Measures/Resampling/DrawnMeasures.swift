/// The figures of one draw of a run: what a replicate is made of.
package struct DrawnMeasures: Sendable {
    private let layout: FigureLayout
    private let figures: [Double]

    /// A mean over scenarios, `nil` where it is undefined and for values, which have none.
    package subscript(_ place: ClusterPlace, _ figure: ScenarioFigure) -> Double? {
        place.isGroup ? number(at: layout.first(of: place) + figure.offset) : nil
    }

    /// A figure of pooled cells, `nil` where it is undefined.
    package subscript(_ place: ClusterPlace, _ figure: PooledFigure) -> Double? {
        number(at: layout.first(of: place) + (place.isGroup ? ScenarioFigure.allCases.count : 0) + figure.offset)
    }

    private func number(at place: Int) -> Double? {
        figures[place].isNaN ? nil : figures[place]
    }
}

extension DrawnMeasures {
    /// The figures of a report's run for the given weights.
    ///
    /// - Parameter weights: of values, then of scenarios, or of countries and of topics, as `clustering` draws them (see
    ///   `Clustering.resampler`).
    package init(of report: MeasureReport, weights: ClusterWeights, clustering: Clustering) {
        let run = RunFigures(report, clustering: clustering)
        layout = run.layout
        figures = run.figures(weights)
    }
}

extension FigureLayout {
    /// Where the figures of a part of the run begin.
    func first(of place: ClusterPlace) -> Int {
        switch place {
        case .run: group(0)
        case .country(let index): group(1 + index)
        case .topic(let index): group(1 + countries + index)
        case .value(let index): pool(index)
        case .valueGroup(let index): pool(values + index)
        }
    }
}
