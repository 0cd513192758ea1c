import Measures
import Reports
import Study

/// The tables that need both tasks of a model: alignment rates, inconsistency, distances.
struct RateTables {
    let models: [ReproductionWork.Model]

    /// Table 3.
    var byCountry: ReproducedTable {
        table(
            "3", "Table 3: alignment rate by country (F1 of disagree)", places: (2, 3), \.byCountry
        ) { model, published in
            rates(PublishedPaper.countries, published.byCountry, model) { $0.countries }
        }
    }

    /// Table 4.
    var inconsistency: ReproducedTable {
        table(
            "4", "Table 4: cross-task inconsistency (cells; Task 1, Task 2: A agree, D disagree)", places: (0, 0),
            \.inconsistency
        ) { model, published in
            inconsistency(model, published.inconsistency)
        }
    }

    /// Table 13.
    var byTopic: ReproducedTable {
        table(
            "13", "Table 13: alignment rate by topic (F1 of disagree)", places: (3, 3), \.byTopic
        ) { model, published in
            rates(PublishedPaper.topics, published.byTopic, model) { $0.topics } + [
                model.figure("overall", printed: published.overall) { $0.overall.alignmentRate }
            ]
        }
    }

    /// The paper draws the distances and prints none; what the notebooks' rule does to them is shown all the same.
    var distances: ReproducedTable {
        let title = "Alignment distance by value, mean of all (the paper draws it and prints no figure)"
        return table("distances", title, places: (3, 3), \.byCountry) { model, _ in
            [
                model.distance("within a country") { $0.countryValues },
                model.distance("within a topic") { $0.topicValues },
            ]
        }
    }

    /// - Parameter printed: what the paper's table has of a model; a model without it has no part.
    private func table(
        _ id: String, _ title: String, places: (printed: Int, shown: Int),
        _ printed: KeyPath<PublishedModel, [some Any]>,
        _ figures: (RereadModel, PublishedModel) -> [ReproducedFigure]
    ) -> ReproducedTable {
        let models = models.filter { !$0.published[keyPath: printed].isEmpty }
        let parts = models.compactMap { model in
            model.both.map { both in
                ReproducedPart(
                    name: model.published.name, files: model.files, figures: figures(both, model.published),
                    counts: both.counts, ratings: both.ratings.ratings)
            }
        }
        return ReproducedTable(
            id: id, title: title, printedPlaces: places.printed, shownPlaces: places.shown, parts: parts,
            absent: models.filter { $0.both == nil }.map { AbsentData(name: $0.published.name, needs: $0.needs) })
    }

    private func rates(
        _ names: [String], _ printed: [Double], _ model: RereadModel, _ groups: (MeasureReport) -> [GroupMeasures]
    ) -> [ReproducedFigure] {
        zip(names, printed).map { name, printed in
            model.figure(name, printed: printed) { report in
                groups(report).first { $0.name == name }?.alignmentRate
            }
        }
    }

    /// The two direction columns are taken as swapped where that brings them nearer to what the files give.
    private func inconsistency(_ model: RereadModel, _ printed: [Int]) -> [ReproducedFigure] {
        guard printed.count == 3, let legacy = model.asPrinted?.inconsistency else { return [] }
        let (forth, back) = (legacy.statedAgreeActedDisagree, legacy.statedDisagreeActedAgree)
        let asHeaded = abs(printed[0] - forth) + abs(printed[1] - back)
        let swapped = abs(printed[0] - back) + abs(printed[1] - forth)
        let effect = swapped < asHeaded ? forth - back : 0
        let columns: [(name: String, swap: Int, count: (CrossTaskInconsistency) -> Int)] = [
            ("(A, D)", effect, { $0.statedAgreeActedDisagree }),
            ("(D, A)", -effect, { $0.statedDisagreeActedAgree }),
            ("total", 0, { $0.total }),
        ]
        return zip(columns, printed).map { column, printed in
            model.figure(
                column.name, printed: Double(printed),
                fromPrinted: column.swap == 0 ? [] : [CauseEffect(.swappedColumns, Double(column.swap))]
            ) { Double(column.count($0.inconsistency)) }
        }
    }
}
