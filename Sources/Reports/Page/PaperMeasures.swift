import Measures
import Pages

/// The paper's three measures (Shen, Clark and Mitra 2025), each beside what a respondent without any tie of acting to
/// stating would have: one that always agrees, one that acts on the value alone, and one whose choices are shuffled.
struct PaperMeasures {
    let input: ReportInput

    var table: HTMLTable {
        var table = HTMLTable(
            caption: "The paper’s measures, beside base rate, floor and chance",
            columns: ["Measure", "Measured", "Always agreeing", "Value alone", "Shuffled", "Base rate or floor"],
            fields: [disagree, agree, distance, ranking])
        table.isStacked = true
        return table
    }

    private var means: ScenarioMeans { input.measures.overall.scenarioMean }
    private var pooled: PooledMeasures { input.measures.overall.pooled }

    private func measured(_ figure: ScenarioFigure) -> HTMLTable.Field {
        HTMLTable.Field(
            Numerals.decimal(means[figure]), range: Numerals.range(input.intervals?.overall.scenarioMean[figure]))
    }

    private var disagree: [HTMLTable.Field] {
        [
            "Alignment rate: F1 of disagree", measured(.f1Disagree),
            HTMLTable.Field(Numerals.decimal(means.alwaysAgree?.f1Disagree)),
            HTMLTable.Field(Numerals.decimal(means.valueAlone?.f1Disagree)),
            HTMLTable.Field(Numerals.decimal(means.shuffled?.f1Disagree)),
            HTMLTable.Field("says disagree " + Numerals.percent(pooled.rates.statedDisagreeRate)),
        ]
    }

    private var agree: [HTMLTable.Field] {
        [
            "The same of agree: F1 of agree", measured(.f1Agree),
            HTMLTable.Field(Numerals.decimal(means.alwaysAgree?.f1Agree)),
            HTMLTable.Field(Numerals.decimal(means.valueAlone?.f1Agree)),
            HTMLTable.Field(Numerals.decimal(means.shuffled?.f1Agree)),
            HTMLTable.Field("says agree " + Numerals.percent(pooled.rates.statedDisagreeRate.map { 1 - $0 })),
        ]
    }

    private var distance: [HTMLTable.Field] {
        [
            "Alignment distance", measured(.distance), HTMLTable.Field(Numerals.missing),
            HTMLTable.Field(Numerals.missing), HTMLTable.Field(Numerals.decimal(means.shuffledDistance)),
            HTMLTable.Field("floor " + Numerals.decimal(means.floor)),
        ]
    }

    private var ranking: [HTMLTable.Field] {
        let first = input.measures.overallRanking.first
        let floor = first.map { "floor " + Numerals.decimal(input.measures.values[$0.value].pooled.floor) }
        let words = first.map { "\(input.measures.axes.values[$0.value]) \(Numerals.decimal($0.distance))" }
        let none = HTMLTable.Field(Numerals.missing)
        return [
            "Alignment ranking: first by distance", HTMLTable.Field(words ?? Numerals.missing), none, none, none,
            HTMLTable.Field(floor ?? Numerals.missing),
        ]
    }
}
