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
        _ intervals: FoundIntervals<Figure>
    ) -> JSONValue where Figure.RawValue == String {
        .object(Figure.allCases.map { Member($0.rawValue, intervals[$0]?.json ?? .null) })
    }

    /// Why figures have no interval, each under its name; `nil` where all have one.
    static func absences<Figure: CaseIterable & RawRepresentable & Hashable>(
        _ intervals: FoundIntervals<Figure>
    ) -> JSONValue? where Figure.RawValue == String {
        let members = Figure.allCases.compactMap { figure in
            intervals.absence(of: figure).map { Member(figure.rawValue, .string($0.rawValue)) }
        }
        return members.isEmpty ? nil : .object(members)
    }

    /// An object with the members `intervals` and, where some figure has none, `no_interval` more; unchanged where none
    /// were asked for.
    func with<Figure: CaseIterable & RawRepresentable & Hashable>(
        _ intervals: FoundIntervals<Figure>?
    ) -> JSONValue where Figure.RawValue == String {
        guard let intervals else { return self }
        return with(intervals: .intervals(intervals), absences: .absences(intervals))
    }

    /// An object with an `intervals` member more; unchanged where there are none.
    func with(intervals: JSONValue?, absences: JSONValue? = nil) -> JSONValue {
        guard let intervals else { return self }
        return .object(
            members + [Member("intervals", intervals)] + (absences.map { [Member("no_interval", $0)] } ?? []))
    }

    /// An object with the interval of its one figure, or why it has none.
    func with(_ outcome: IntervalOutcome?, as name: String) -> JSONValue {
        guard let outcome else { return self }
        return with(
            intervals: .object([.init(name, outcome.interval?.json ?? .null)]),
            absences: outcome.absence.map { .object([.init(name, .string($0.rawValue))]) })
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
                        .init("method", .string(method(places).rawValue)),
                        .init("level", .number(intervals.plan.level)),
                        .init("clusters_of", .string(Clustering.scenario.rawValue)),
                    ]
                        + quantities.map { name, quantity in
                            .init(name, JSONValue(names, places.map { ends(of: quantity, $0) }))
                        } + [
                            .init(
                                "no_interval",
                                .object(
                                    quantities.map { name, quantity in
                                        .init(name, JSONValue(names, places.map { absences(of: quantity, $0) }))
                                    }))
                        ]))
        }
    }

    /// How the intervals of a matrix were made: all alike, but where missing cells leave some fewer clusters.
    private func method(_ places: [PlaceIntervals]) -> IntervalMethod {
        let values = places.lazy.flatMap(\.values)
        return values.compactMap { $0[.distance]?.method }.first ?? .percentile
    }

    private func ends(of quantity: GapQuantity, _ place: PlaceIntervals) -> JSONValue {
        JSONValue(
            axes.values,
            place.values.map { value in
                value[quantity].map { [.number($0.low), .number($0.high)] } ?? .null
            })
    }

    /// By value: why there is no interval; values that have one are left out.
    private func absences(of quantity: GapQuantity, _ place: PlaceIntervals) -> JSONValue {
        .object(
            zip(axes.values, place.values).compactMap { name, value in
                value.absence(of: quantity).map { .init(name, .string($0.rawValue)) }
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
        return .object(members).with(intervals?.scenarioMean)
    }
}

extension PooledMeasures {
    func json(with intervals: PooledIntervals?) -> JSONValue {
        json.with(intervals)
    }
}

extension PromptAgreement {
    /// - Parameter figures: with every option, binary.
    func json(with intervals: MeasureIntervals?, _ figures: (AgreementFigure, AgreementFigure)) -> JSONValue {
        guard let intervals, let levels = json.members.first?.name else { return json }
        let named = [(levels, figures.0), ("binary", figures.1)]
        let absences = named.compactMap { name, figure in
            intervals.promptAgreement.absence(of: figure).map { JSONValue.Member(name, .string($0.rawValue)) }
        }
        return json.with(
            intervals: .object(named.map { .init($0, intervals.promptAgreement[$1]?.json ?? .null) }),
            absences: absences.isEmpty ? nil : .object(absences))
    }
}

extension RankStability {
    /// By number of places: how much of the top stays, and each value's chance of being there.
    func json(values: [String]) -> JSONValue {
        .array(
            tops.map {
                [
                    "places": .integer($0.places), "split_half": JSONValue($0.splitHalf),
                    "by_chance": JSONValue($0.byChance), "overlap": JSONValue($0.overlap),
                    "chances": JSONValue(values, $0.chances.map { JSONValue($0) }),
                ]
            })
    }
}

extension RankInterval {
    var json: JSONValue {
        [
            "low": .integer(low), "high": .integer(high), "method": .string(IntervalMethod.pairwise.rawValue),
            "level": .number(level),
        ]
    }
}
