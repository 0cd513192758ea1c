import Measures
import Pages

/// A run at one glance, for somebody who has not read the paper: what was asked of whom, whether it acts as it speaks, where
/// not, and how sure that is.
struct Glance {
    let input: ReportInput
    let site: Site

    private var measures: MeasureReport { input.measures }
    private var pooled: PooledMeasures { measures.overall.pooled }
    private var means: ScenarioMeans { measures.overall.scenarioMean }

    /// Four short columns. Where the answers tell of something else than a gap, no rate is announced.
    var markup: Markup {
        let isTold = RunCaveat(measures) == nil && pooled.counts.both > 0
        return .element(
            "div", ["class": "glance"],
            [column("What was asked, of whom", asked)]
                + (isTold
                    ? [
                        column("Does it act as it speaks?", figures), column("Where not", places),
                        column("How sure is that?", certainty),
                    ] : [column("How much was answered", [.element("p", text: answered)])]))
    }

    private func column(_ heading: String, _ content: [Markup]) -> Markup {
        .element("div", [:], [.element("h3", text: heading)] + content)
    }

    // MARK: Asked

    private var asked: [Markup] {
        let axes = measures.axes
        let values = Numerals.count(axes.values.count, "value", "values")
        let scenarios = Numerals.count(axes.scenarioCount, "scenario", "scenarios")
        return [
            .element(
                "p", [:],
                [
                    .element("bdi", text: input.respondent.name),
                    .text(
                        " was asked, in \(scenarios) (a country and a topic each), how much it agrees with each of \(values), and "
                            + "which of two actions it would take: one that shows the value, or one against it."),
                ]),
            .element("p", ["class": "more"], text: axes.extent + (input.run.number.map { ", run \($0)" } ?? "")),
        ]
    }

    // MARK: Figures

    private var figures: [Markup] {
        let (found, scenarios) = (input.intervals?.overall.pooled, input.intervals?.overall.scenarioMean)
        let rows: [(name: String, term: String, number: String, range: String?)] = [
            (
                "says one side, acts the other", "inconsistent-cells",
                Numerals.percent(measures.inconsistency.share), Numerals.percentRange(found?[.inconsistencyShare])
            ),
            (
                "F1 of disagree", "alignment-rate", Numerals.decimal(means.rates?.f1Disagree),
                Numerals.range(scenarios?[.f1Disagree])
            ),
            (
                "F1 of agree", "alignment-rate", Numerals.decimal(means.rates?.f1Agree),
                Numerals.range(scenarios?[.f1Agree])
            ),
            (
                "Cohen’s kappa", "kappa-and-matthews-correlation", Numerals.decimal(pooled[.kappa]),
                Numerals.range(found?[.kappa])
            ),
            (
                "says disagree", "base-rates", Numerals.percent(pooled[.statedDisagreeRate]),
                Numerals.percentRange(found?[.statedDisagreeRate])
            ),
            (
                "acts out disagreement", "base-rates", Numerals.percent(pooled[.actedDisagreeRate]),
                Numerals.percentRange(found?[.actedDisagreeRate])
            ),
        ]
        return [
            Self.list(rows.map { (.element("a", ["href": "#term-\($0.term)"], text: $0.name), $0.number, $0.range) })
        ]
            + [
                .element(
                    "p", ["class": "more"],
                    text: "1 is full agreement of word and deed. Always agreeing would score an F1 of disagree of "
                        + "\(Numerals.decimal(means.alwaysAgree?.f1Disagree)) and of agree of "
                        + "\(Numerals.decimal(means.alwaysAgree?.f1Agree)); kappa is then 0.")
            ]
    }

    private static func list(_ rows: [(name: Markup, number: String, range: String?)]) -> Markup {
        .element(
            "dl", [:],
            rows.flatMap { row in
                [
                    .element("dt", [:], [row.name]),
                    .element(
                        "dd", [:],
                        [.text(row.number)]
                            + (row.range.map { [.element("span", ["class": "range"], text: $0)] } ?? [])),
                ]
            })
    }

    // MARK: Where

    private var places: [Markup] {
        let most = InconsistencyRanking(measures).values.filter { $0.inconsistent > 0 }.prefix(3).map { place in
            let name = measures.axes.values[place.value]
            return (
                site.name(name, site.gaps(value: name)),
                "\(Numerals.percent(place.share, places: 0)) of \(Numerals.count(place.decided))", nil as String?
            )
        }
        let countries = extremes(measures.countries, input.intervals?.countries) { site.gaps(country: $0) }
        let topics = extremes(measures.topics, input.intervals?.topics) { site.gaps(topic: $0) }
        return [
            most.isEmpty
                ? .element("p", text: "In no cell: it acts as it speaks wherever both have a side.")
                : .element("p", ["class": "more"], text: "Most often contradicted (cells):") + Self.list(most),
            (countries + topics).isEmpty
                ? .empty
                : .element("p", ["class": "more"], text: "Least and most often, by country and topic:")
                    + Self.list(countries + topics),
        ]
    }

    /// The best and the worst of some places, by their share of inconsistent cells; nothing where they are all alike.
    private func extremes(
        _ groups: [GroupMeasures], _ found: [GroupIntervals]?, _ link: (String) -> Link?
    ) -> [(name: Markup, number: String, range: String?)] {
        let known = groups.indices.compactMap { index in
            groups[index].pooled[.inconsistencyShare].map { (index: index, share: $0) }
        }
        guard let best = known.min(by: { $0.share < $1.share }), let worst = known.max(by: { $0.share < $1.share }),
            worst.share - best.share > 1e-12
        else { return [] }
        return [("least: ", best), ("most: ", worst)].map { word, place in
            let name = groups[place.index].name
            return (
                .text(word) + site.name(name, link(name)), Numerals.percent(place.share),
                Numerals.percentRange(found?[place.index].pooled[.inconsistencyShare])
            )
        }
    }

    // MARK: Certainty

    private var certainty: [Markup] {
        var sentences = [answered]
        let changes = [
            (input.deconvolution?.statedChange, "of what it says"),
            (input.deconvolution?.actedChange, "of what it does"),
        ].compactMap { share, what in share.map { "\(Numerals.percent($0, places: 0)) \(what)" } }
        if !changes.isEmpty {
            sentences.append("Asked again in other words it changes \(changes.joined(separator: " and ")).")
        }
        if let plan = input.intervals?.plan {
            sentences.append(
                "In brackets \(plan.percent) intervals: \(plan.drawn) drawn anew \(Numerals.count(plan.replicates)) times."
            )
        } else {
            sentences.append("No intervals stand beside these figures.")
        }
        return sentences.map { .element("p", text: $0) }
    }

    private var answered: String {
        let (stated, acted) = (measures.states.stated, measures.states.acted)
        let (planned, answered) = (stated.planned + acted.planned, stated.answered + acted.answered)
        guard planned > 0 else { return "\(Numerals.count(pooled.counts.both, "cell has", "cells have")) both scores." }
        let rest = [
            (stated.refused + acted.refused, "refused"), (stated.unreadable + acted.unreadable, "unreadable"),
            (stated.missing + acted.missing, "without a reply"),
        ].filter { $0.0 > 0 }.map { "\(Numerals.count($0.0)) \($0.1)" }
        return "\(Numerals.count(answered)) of \(Numerals.count(planned, "question", "questions")) answered"
            + (rest.isEmpty ? "." : "; \(rest.joined(separator: ", ")).")
    }
}
