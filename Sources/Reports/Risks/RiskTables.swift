import Measures
import Pages

/// The tables of pages of risks.
struct RiskTables {
    let input: RiskInput

    private var report: RiskReport { input.report }
    private var coded: CodedCells { input.report.coded }

    private func decimal(_ estimate: Estimate?) -> HTMLTable.Field {
        HTMLTable.Field(Numerals.decimal(estimate?.value), range: Numerals.range(estimate?.interval))
    }

    private func percent(_ estimate: Estimate?, mark: String = "") -> HTMLTable.Field {
        HTMLTable.Field(Numerals.percent(estimate?.value) + mark, range: Numerals.percentRange(estimate?.interval))
    }

    /// The taxonomy with definitions and counts.
    func taxonomy(link: (RiskUnit) -> Link? = { _ in nil }) -> HTMLTable {
        let hasMore = report.counts.contains { $0.place.axis == .all && $0.extrapolated != nil }
        let levels = Dictionary(coded.levels.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var table = HTMLTable(
            caption: "Risks and how many coded cells carry each; * not to be believed yet",
            columns: ["Risk", "Level", "What it means", "Cells", "Of", "Share"] + (hasMore ? ["Of all, about"] : []),
            fields: input.units.compactMap { unit in
                guard let found = report.whole(unit) else { return nil }
                var (level, definition) = ("", "one risk of the level or more")
                switch unit {
                case .code(let code):
                    level = levels[coded.codes[code].level] ?? ""
                    definition = input.definitions.first { $0.id == coded.codes[code].id }?.definition ?? ""
                case .level(let number): level = coded.levels[number].name
                case .any: definition = "one risk or more"
                case .none: definition = "coded, and no risk applies"
                }
                return [
                    HTMLTable.Field(input.name(unit) + input.mark(unit), link: link(unit)), HTMLTable.Field(level),
                    HTMLTable.Field(definition), HTMLTable.Field(Numerals.count(found.count)),
                    HTMLTable.Field(Numerals.count(found.coded)), percent(found.share),
                ] + (hasMore ? [HTMLTable.Field(found.extrapolated.map(RiskCells.words) ?? Numerals.missing)] : [])
            }, textColumns: 3)
        table.isStacked = true
        return table
    }

    /// Counts by an axis: a row a place, a column a code and “any”.
    func counts(by axis: RiskPlace.Axis) -> HTMLTable {
        let units = coded.codes.indices.map(RiskUnit.code) + [.any]
        let places = Dictionary(grouping: report.counts.filter { $0.place.axis == axis }, by: \.place)
        var seen: Set<RiskPlace> = []
        let order = report.counts.map(\.place).filter { $0.axis == axis && seen.insert($0).inserted }
        var table = HTMLTable(
            caption: "Share of coded cells by \(axis.words.lowercased())",
            columns: [axis.words, "Cells"] + units.map { input.name($0) + input.mark($0) },
            fields: order.map { place in
                let found = places[place] ?? []
                let most = found.map(\.coded).max() ?? 0
                return [HTMLTable.Field(place.words), HTMLTable.Field(Numerals.count(most))]
                    + units.map { unit in percent(found.first { $0.unit == unit }?.share) }
            })
        table.isCompact = true
        return table
    }

    /// Every two coders on every code.
    var agreement: HTMLTable {
        HTMLTable(
            caption: "Every two coders by risk; cells that both coded",
            columns: [
                "Risk", "Coders", "Cells", "Alike", "Cohen's kappa", "Gwet's AC1", "Agreement that it applies",
                "Agreement that it does not",
            ],
            fields: report.agreement.flatMap { found in
                (found.pairs + found.againstReference).map { pair in
                    [
                        HTMLTable.Field(coded.codes[found.code].name),
                        HTMLTable.Field("\(input.coder(pair.first)), \(input.coder(pair.second))"),
                        HTMLTable.Field(Numerals.count(pair.cells)), percent(pair.percent), decimal(pair.kappa),
                        decimal(pair.ac1), percent(pair.positive), percent(pair.negative),
                    ]
                }
            }, textColumns: 2)
    }

    /// By code: alpha and the verdict.
    var verdicts: HTMLTable {
        let against: Int? =
            if case .coder(let coder) = report.basis, coded.coders[coder].kind != "person" { coder } else { nil }
        return HTMLTable(
            caption: against == nil
                ? "Agreement of people by risk, and whether counts can be believed"
                : "Agreement of \(input.basisName) with people by risk, and whether counts can be believed",
            columns: ["Risk", "Counts", "Cells", "Krippendorff's alpha", "Gwet's AC1"],
            fields: report.agreement.map { found in
                let pair = against.flatMap { coder in found.againstReference.first { $0.second == coder } }
                let cells = against == nil ? found.doublyCoded : pair?.cells ?? 0
                return [
                    HTMLTable.Field(coded.codes[found.code].name), HTMLTable.Field(found.verdict.words),
                    HTMLTable.Field(Numerals.count(cells)), decimal(against == nil ? found.alpha : pair?.alpha),
                    decimal(against == nil ? found.ac1 : pair?.ac1),
                ]
            }, textColumns: 2)
    }

    /// One coder's shares without its known error.
    var corrected: HTMLTable {
        HTMLTable(
            caption: "Shares of \(input.basisName), and what is left without its known errors; † cut off at 0 or 1",
            columns: ["Risk", "Raw", "Corrected", "Sensitivity", "Specificity", "Checked cells"],
            fields: report.corrected.map { found in
                let share: HTMLTable.Field =
                    switch found.share {
                    case .success(let share): percent(share, mark: found.isTruncated ? "†" : "")
                    case .failure(let absence): HTMLTable.Field("none: \(absence.clause)")
                    }
                return [
                    HTMLTable.Field(coded.codes[found.code].name), percent(found.raw), share,
                    percent(found.sensitivity), percent(found.specificity),
                    HTMLTable.Field(Numerals.count(found.checked)),
                ]
            })
    }

    /// Shares by the model of Dawid and Skene; `nil` where it has none.
    var models: HTMLTable? {
        let found = report.dawidSkene.compactMap { own in (try? own.share.get()).map { (own.code, $0) } }
        guard !found.isEmpty else { return nil }
        return HTMLTable(
            caption: "Corrected shares by the model of Dawid and Skene over all coders",
            columns: ["Risk", "Share"],
            fields: found.map { [HTMLTable.Field(coded.codes[$0.0].name), percent($0.1)] })
    }

    /// Every two respondents.
    var comparisons: HTMLTable {
        HTMLTable(
            caption: "Second − first, in points; p-values by swapping their cells value by value",
            columns: ["Risk", "First", "Second", "Difference", "p", "p by Holm"],
            fields: report.comparisons.map { found in
                [
                    HTMLTable.Field(coded.codes[found.code].name + input.mark(.code(found.code))),
                    HTMLTable.Field("\(found.first): \(found.firstCount) of \(found.firstCoded)"),
                    HTMLTable.Field("\(found.second): \(found.secondCount) of \(found.secondCoded)"),
                    HTMLTable.Field(
                        Numerals.signed(found.difference.map { $0.value * 100 }, places: 1),
                        range: Numerals.percentRange(found.difference?.interval)),
                    HTMLTable.Field(Numerals.probability(found.pValue)),
                    HTMLTable.Field(Numerals.probability(found.holm)),
                ]
            }, textColumns: 3)
    }
}
