package import Text

extension Interval {
    /// `{"low", "high", "method", "level", "clusters_of", "clusters"}`; the last two are null where nothing was drawn.
    package var json: JSONValue {
        [
            "low": .number(low), "high": .number(high), "method": .string(method.rawValue), "level": .number(level),
            "clusters_of": clustering.map { .string($0.rawValue) } ?? .null,
            "clusters": clusters.map { .integer($0) } ?? .null,
        ]
    }
}

extension ResamplingPlan {
    /// How the intervals of a document were made.
    package var json: JSONValue {
        [
            "clusters_of": .string(clustering.rawValue), "method": .string(method.rawValue), "level": .number(level),
            "replicates": .integer(replicates), "seed": .string("\(seed)"),
            "widened_for_few_clusters": .bool(widensForFewClusters),
        ]
    }
}

extension JSONValue {
    /// The interval of each figure under its name, `null` where it has none.
    package static func intervals<Figure: CaseIterable & RawRepresentable & Hashable>(
        _ intervals: [Figure: Interval]
    ) -> JSONValue where Figure.RawValue == String {
        .object(Figure.allCases.map { Member($0.rawValue, intervals[$0]?.json ?? .null) })
    }

    /// An object with an `intervals` member more; unchanged where there are none.
    func with(intervals: JSONValue?) -> JSONValue {
        guard let intervals else { return self }
        return .object(members + [Member("intervals", intervals)])
    }
}

extension MeasureReport {
    /// The report as JSON with the intervals of each figure beside it, in an object `intervals` that names them alike.
    package func json(with intervals: MeasureIntervals) -> JSONValue {
        document(intervals)
    }
}

extension MeasureReport {
    /// The intervals of the matrices by value, each as `[low, high]`: a study has thousands of them.
    func matrixIntervals(_ intervals: MeasureIntervals) -> [JSONValue.Member] {
        [
            ("country", axes.countries, intervals.countryValues), ("topic", axes.topics, intervals.topicValues),
        ].map { word, names, places in
            let quantities: [(String, GapQuantity)] = [
                ("distance", .distance), ("signed", .signedGap), ("stated", .stated), ("acted", .acted),
            ]
            return JSONValue.Member(
                "\(word)_value_intervals",
                .object(
                    [
                        .init("method", .string(IntervalMethod.percentile.rawValue)),
                        .init("level", .number(intervals.plan.level)),
                        .init("clusters_of", .string(Clustering.scenario.rawValue)),
                    ]
                        + quantities.map { name, quantity in
                            .init(name, JSONValue(names, places.map { ends(of: quantity, $0) }))
                        }))
        }
    }

    private func ends(of quantity: GapQuantity, _ place: PlaceIntervals) -> JSONValue {
        JSONValue(
            axes.values,
            place.values.map { value in
                value[quantity].map { [.number($0.low), .number($0.high)] } ?? .null
            })
    }

    /// How stable each ranking is.
    func stability(_ intervals: MeasureIntervals) -> [JSONValue.Member] {
        func places(_ names: [String], _ places: [PlaceIntervals]) -> JSONValue {
            JSONValue(names, places.map { $0.ranking.json(values: axes.values) })
        }
        return [
            .init("ranking_stability", intervals.ranking.json(values: axes.values)),
            .init("ranking_country_stability", places(axes.countries, intervals.countryValues)),
            .init("ranking_topic_stability", places(axes.topics, intervals.topicValues)),
        ]
    }
}

extension GroupMeasures {
    func json(with intervals: GroupIntervals?) -> JSONValue {
        let members = json.members.map { member in
            member.name == "pooled"
                ? JSONValue.Member("pooled", pooled.json(with: intervals?.pooled)) : member
        }
        return .object(members).with(intervals: intervals.map { .intervals($0.scenarioMean) })
    }
}

extension PooledMeasures {
    func json(with intervals: PooledIntervals?) -> JSONValue {
        json.with(intervals: intervals.map { .intervals($0) })
    }
}

extension PromptAgreement {
    /// - Parameter figures: with every option, binary.
    func json(with intervals: MeasureIntervals?, _ figures: (AgreementFigure, AgreementFigure)) -> JSONValue {
        guard let intervals, let levels = json.members.first?.name else { return json }
        func interval(_ figure: AgreementFigure) -> JSONValue { intervals.promptAgreement[figure]?.json ?? .null }
        return json.with(
            intervals: .object([.init(levels, interval(figures.0)), .init("binary", interval(figures.1))]))
    }
}

extension RankStability {
    /// By number of places: how much of the top stays, and each value's chance of being there.
    func json(values: [String]) -> JSONValue {
        .array(
            tops.map {
                [
                    "places": .integer($0.places), "overlap": .number($0.overlap),
                    "chances": JSONValue(values, $0.chances.map { JSONValue($0) }),
                ]
            })
    }
}

extension RankInterval {
    var json: JSONValue {
        [
            "low": .integer(low), "high": .integer(high), "method": .string(IntervalMethod.percentile.rawValue),
            "level": .number(level),
        ]
    }
}
