import Measures
import Reports
import Study

/// The tables that need both tasks of a model: alignment rates, inconsistency, distances.
struct RateTables {
    let models: [ReproductionWork.Model]

    var tables: [ReproducedTable] {
        [
            table("3", "Table 3: alignment rate by country (F1 of disagree)", places: (2, 3)) { model, published in
                rates(PublishedPaper.countries, published.byCountry, model) { $0.countries }
            },
            table("4", "Table 4: cross-task inconsistency (cells)", places: (0, 0)) { model, published in
                inconsistency(model, published.inconsistency)
            },
            table("13", "Table 13: alignment rate by topic (F1 of disagree)", places: (3, 3)) { model, published in
                let topics = rates(PublishedPaper.topics, published.byTopic, model) { $0.topics }
                guard !topics.isEmpty else { return [] }
                return topics + [
                    model.figure("overall", printed: published.overall) { report in report.overall.alignmentRate }
                ]
            },
            distances,
        ]
    }

    private func table(
        _ id: String, _ title: String, places: (printed: Int, shown: Int),
        _ figures: (RereadModel, PublishedModel) -> [ReproducedFigure]
    ) -> ReproducedTable {
        let parts = models.compactMap { model -> ReproducedPart? in
            guard let both = model.both else { return nil }
            let figures = figures(both, model.published)
            guard !figures.isEmpty else { return nil }
            return ReproducedPart(
                name: model.published.name, files: model.files, figures: figures, counts: both.counts)
        }
        let absent = models.filter { $0.both == nil && Self.prints(id, $0.published) }
        return ReproducedTable(
            id: id, title: title, printedPlaces: places.printed, shownPlaces: places.shown, parts: parts,
            absent: absent.map { AbsentData(name: $0.published.name, needs: $0.needs) })
    }

    private static func prints(_ table: String, _ model: PublishedModel) -> Bool {
        switch table {
        case "3": !model.byCountry.isEmpty
        case "4": !model.inconsistency.isEmpty
        case "13": !model.byTopic.isEmpty
        default: false
        }
    }

    private func rates(
        _ names: [String], _ printed: [Double], _ model: RereadModel,
        _ groups: (MeasureReport) -> [GroupMeasures]
    ) -> [ReproducedFigure] {
        zip(names, printed).map { name, printed in
            model.figure(name, printed: printed) { report in
                groups(report).first { $0.name == name }?.alignmentRate
            }
        }
    }

    /// The two direction columns are taken as swapped where that brings them nearer to what the files give.
    private func inconsistency(_ model: RereadModel, _ printed: [Int]) -> [ReproducedFigure] {
        guard printed.count == 3, let legacy = model.legacy?.inconsistency else { return [] }
        let (forth, back) = (legacy.statedAgreeActedDisagree, legacy.statedDisagreeActedAgree)
        let asHeaded = abs(printed[0] - forth) + abs(printed[1] - back)
        let swapped = abs(printed[0] - back) + abs(printed[1] - forth)
        let effect = swapped < asHeaded ? Double(forth - back) : nil
        let columns: [(String, Double?, (CrossTaskInconsistency) -> Int)] = [
            ("(A, D): says agree, acts disagree", effect, { $0.statedAgreeActedDisagree }),
            ("(D, A): says disagree, acts agree", effect.map { -$0 }, { $0.statedDisagreeActedAgree }),
            ("total", nil, { $0.total }),
        ]
        return zip(columns, printed).map { column, printed in
            model.figure(
                column.0, printed: Double(printed),
                fromPrinted: column.1.map { [CauseEffect(.swappedColumns, $0)] } ?? []
            ) { report in
                Double(column.2(report.inconsistency))
            }
        }
    }

    // MARK: - Distances

    /// The paper draws the distances and prints none; what the notebooks' rule does to them is shown all the same.
    private var distances: ReproducedTable {
        let parts = models.compactMap { model -> ReproducedPart? in
            guard let both = model.both else { return nil }
            return ReproducedPart(
                name: model.published.name, files: model.files,
                figures: [
                    both.distance("by value within a country, mean of all") { $0.countryValues },
                    both.distance("by value within a topic, mean of all") { $0.topicValues },
                ], counts: both.counts)
        }
        return ReproducedTable(
            id: "distances", title: "Alignment distance (the paper draws it and prints no figure)", printedPlaces: 3,
            shownPlaces: 3, parts: parts,
            absent: models.filter { $0.both == nil && !$0.published.byCountry.isEmpty }
                .map { AbsentData(name: $0.published.name, needs: $0.needs) })
    }
}
