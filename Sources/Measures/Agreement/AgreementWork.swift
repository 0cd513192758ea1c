/// Computes the parts of a report of agreement.
struct AgreementWork: Sendable {
    let labels: JudgedLabels
    let plan: ResamplingPlan
    let workers: Int

    func criterion(
        _ field: JudgedLabels.Field, by axes: [JudgedLabels.Axis]
    ) async throws(MeasuresError) -> AgreementReport.Criterion {
        let all = Array(labels.items.indices)
        let table = try field.table(all)
        var groups: [AgreementReport.Group] = []
        for axis in axes {
            for name in names(axis) {
                let own = all.filter { labels.items[$0][axis] == name }
                let found = try await LabelAgreement(of: field.table(own), plan: plan, workers: workers)
                groups.append(AgreementReport.Group(axis: axis, name: name, agreement: found))
            }
        }
        var annotators: [AgreementReport.Annotator] = []
        for person in labels.people.indices { annotators.append(await annotator(person, table)) }
        var models: [AgreementReport.Model] = []
        for model in labels.models.indices { models.append(try await self.model(model, field)) }
        return AgreementReport.Criterion(
            field: field, agreement: try await LabelAgreement(of: table, plan: plan, workers: workers), groups: groups,
            pairs: try await table.pairs(plan: plan, workers: workers), items: table.itemAgreements,
            dawidSkene: try await table.dawidSkene(plan: plan, workers: workers), annotators: annotators, models: models
        )
    }

    /// What an axis tells apart, in the order of the items; a variant's numbers in theirs.
    private func names(_ axis: JudgedLabels.Axis) -> [String] {
        var seen: Set<String> = []
        let names = labels.items.map { $0[axis] }.filter { !$0.isEmpty && seen.insert($0).inserted }
        guard axis == .variant else { return names }
        return names.sorted { (Int($0) ?? .max, $0) < (Int($1) ?? .max, $1) }
    }

    private func annotator(_ person: Int, _ table: LabelTable) async -> AgreementReport.Annotator {
        let own = table.labels.compactMap { $0[person] }
        var (above, below) = ([Double](), [Double]())
        for row in table.labels {
            guard let label = row[person] else { continue }
            let others = row.enumerated().filter { $0.offset != person }.compactMap(\.element)
            guard !others.isEmpty else { continue }
            above.append(Double(others.count { $0 == label }))
            below.append(Double(others.count))
        }
        let scores = ClusteredScores(above: above, below: below, clusters: Array(above.indices))
        return AgreementReport.Annotator(
            person: person, labels: own.count,
            good: ratio(Double(own.count { $0 == JudgedLabels.Field.good }), Double(own.count)),
            alike: await scores.estimate(.share, plan, clustering: nil, workers: workers))
    }

    private func model(_ model: Int, _ field: JudgedLabels.Field) async throws(MeasuresError) -> AgreementReport.Model {
        let rows: [[Int?]] = labels.items.indices.compactMap { item in
            guard let own = field.models[item][model], let people = field.final(item) else { return nil }
            return [people, own]
        }
        let table = try LabelTable(raters: 2, categories: max(2, field.answers.count), labels: rows)
        return AgreementReport.Model(
            model: model, labels: field.models.count { $0[model] != nil },
            agreement: rows.isEmpty ? nil : try await LabelAgreement(of: table, plan: plan, workers: workers),
            joint: table.joint(0, 1))
    }

    // MARK: - Quality

    /// By criterion: all countries together, then each.
    func quality() async -> [AgreementReport.Quality] {
        let (clusters, countries) = (labels.clusters, names(.country))
        var lines: [AgreementReport.Quality] = []
        for (number, field) in labels.fields.enumerated() {
            for country in [nil] + countries.map(Optional.some) {
                let items = labels.items.indices.filter { item in
                    field.isJudged(item) && (country == nil || labels.items[item].country == country)
                }
                lines.append(await line(number, field, country, items, clusters))
            }
        }
        return lines
    }

    private func line(
        _ number: Int, _ field: JudgedLabels.Field, _ country: String?, _ items: [Int], _ clusters: [Int]
    ) async -> AgreementReport.Quality {
        let finals = items.map { field.final($0) }
        let good = finals.map { $0 == JudgedLabels.Field.good }
        let isDecided = finals.map { $0 != nil && $0 != field.unsure }
        func share(_ counts: [Bool]) async -> Estimate? {
            await ClusteredScores(
                above: zip(good, counts).map { $0 && $1 ? 1 : 0 }, below: counts.map { $0 ? 1 : 0 },
                clusters: items.map { clusters[$0] }
            ).estimate(.share, plan, clustering: nil, workers: workers)
        }
        return AgreementReport.Quality(
            criterion: number, country: country, judged: items.count, good: good.count { $0 },
            unsure: finals.count { $0 != nil && $0 == field.unsure }, undecided: finals.count { $0 == nil },
            share: await share(finals.map { _ in true }), decidedShare: await share(isDecided))
    }

    // MARK: - Variants

    /// Each item's quality is the mean of its scores over the criteria that count; cells are those of one generator and inclination.
    func ranking() async throws(MeasuresError) -> AgreementReport.Ranking? {
        let variants = names(.variant)
        guard variants.count > 1 else { return nil }
        // Of those that anybody has judged: people are seldom done with all.
        let judged = labels.items.indices.count { item in labels.fields.contains { $0.isJudged(item) } }
        let criteria = labels.fields.indices.filter { number in
            2 * labels.items.indices.count { labels.fields[number].isJudged($0) } >= max(1, judged)
        }
        var rows: [[String]: Int] = [:]
        var (scores, clusters) = ([[[Double]]](), [Int]())
        let ofItems = labels.clusters
        for (number, item) in labels.items.enumerated() {
            guard let variant = variants.firstIndex(of: item.variant) else { continue }
            let found = criteria.compactMap { labels.fields[$0].score(number) }
            guard let score = average(found) else { continue }
            let key = [item.country, item.topic, item.value, item.inclination, item.generator]
            let row = rows[key] ?? scores.count
            if row == scores.count {
                rows[key] = row
                scores.append([[Double]](repeating: [], count: variants.count))
                clusters.append(ofItems[number])
            }
            scores[row][variant].append(score)
        }
        let ranking = try await VariantRanking(
            scores: scores.map { $0.map(average) }, clusters: clusters, plan: plan, workers: workers)
        return AgreementReport.Ranking(variants: variants, criteria: criteria, ranking: ranking)
    }
}
