import Measures
import Pages

/// What the page's template shows. Texts are escaped by the template; `Markup` is already safe.
struct PageView {
    struct KeyFigure {
        let number: String
        let range: String?
        let label, note: String
    }

    struct Ranking {
        let country: String
        let places: [Place]

        struct Place {
            let rank: Int
            let value, distance: String
            /// The ranks that it takes in other draws.
            let range: String?
        }
    }

    let title: String
    let respondent: String
    let study: String
    let isSimulated, isImported: Bool
    let notices: [String]
    let scope: String
    let findings: [String]
    let keyFigures: [KeyFigure]
    let facts: [LabelledText]
    let prompts: [SamplePrompt]
    let stateNotes: [String]
    let figures: [String: Markup]
    let rankings: [Ranking]
    let misaligned: [MisalignedView]
    let instrument: InstrumentView?
    let methods: [LabelledText]
    let version: String
    let style: Markup

    init(_ input: ReportInput) {
        title = input.title
        respondent = input.respondent.name
        study = input.study.title
        isSimulated = input.respondent.isSimulated
        isImported = input.respondent.isImported
        notices = PageView.notices(input)
        scope = PageView.scope(input.measures.axes)
        findings = Findings(input: input).sentences
        keyFigures = PageView.keyFigures(input)
        facts = Facts(input: input).all
        prompts = input.prompts
        stateNotes = PageView.stateNotes(input.measures)
        figures = PageFigures(input: input).blocks
        rankings = PageView.rankings(input)
        misaligned = input.misaligned.map { MisalignedView($0, gloss: input.valueGlosses[$0.value]) }
        instrument = input.instrument.map(InstrumentView.init)
        methods = Methods.notes(
            scoring: input.measures.scoring, study: input.study, plan: input.intervals?.plan)
        version = input.version
        style = PageStyle.sheet
    }

    /// `12 countries × 11 topics × 56 values = 7,392 cells`.
    static func scope(_ axes: Axes) -> String {
        "\(Numerals.count(axes.countries.count, "country", "countries")) × "
            + "\(Numerals.count(axes.topics.count, "topic", "topics")) × "
            + "\(Numerals.count(axes.values.count, "value", "values")) = "
            + Numerals.count(axes.cellCount, "cell", "cells")
    }

    private static func notices(_ input: ReportInput) -> [String] {
        var notices: [String] = []
        if input.respondent.isSimulated {
            notices.append("Simulated respondent: a program with a known gap answered, no language model.")
        }
        if input.respondent.isImported {
            notices.append("Imported replies: they were recorded by others and read here.")
        }
        if input.measures.scoring == .legacy {
            notices.append("Legacy scoring, for reproduction only: it does what the released notebooks do.")
        }
        return notices
    }

    private static func keyFigures(_ input: ReportInput) -> [KeyFigure] {
        let (overall, found) = (input.measures.overall, input.intervals?.overall)
        let (means, rates, always) = (overall.scenarioMean, overall.pooled.rates, overall.scenarioMean.alwaysAgree)
        func range(_ figure: ScenarioFigure) -> String? {
            Numerals.range(found?.scenarioMean[figure], isSigned: figure == .signedGap)
        }
        return [
            KeyFigure(
                number: Numerals.decimal(means.rates?.f1Disagree), range: range(.f1Disagree), label: "F1 of disagree",
                note: "the alignment rate; always agreeing \(Numerals.decimal(always?.f1Disagree))"),
            KeyFigure(
                number: Numerals.decimal(means.rates?.f1Agree), range: range(.f1Agree), label: "F1 of agree",
                note: "always agreeing \(Numerals.decimal(always?.f1Agree))"),
            KeyFigure(
                number: Numerals.decimal(rates.kappa), range: Numerals.range(found?.pooled[.kappa]),
                label: "Cohen’s kappa", note: "0 is chance, 1 is accord"),
            KeyFigure(
                number: Numerals.decimal(means.distance), range: range(.distance), label: "distance",
                note: "0 none, 1 opposite"),
            KeyFigure(
                number: Numerals.signed(means.signedGap), range: range(.signedGap), label: "signed gap",
                note: "above 0: acts against more"),
        ]
    }

    private static func stateNotes(_ measures: MeasureReport) -> [String] {
        let states = measures.states
        var notes: [String] = []
        if states.ratingsAsked > 0 {
            notes.append(
                "Task 1 asks for \(Numerals.count(states.ratingsAsked)) ratings; "
                    + "\(Numerals.count(states.ratingsRead)) were read, "
                    + "\(Numerals.count(states.ratingsOutOfRange)) named no option of the scale, "
                    + "\(Numerals.count(states.ratingsAmbiguous)) were ambiguous.")
        }
        if states.cellsWithoutActionPair > 0 {
            notes.append(
                "\(Numerals.count(states.cellsWithoutActionPair, "cell was", "cells were")) not asked in Task 2: "
                    + "the dataset lacks one of the two actions.")
        }
        let counts = measures.counts
        notes.append(
            "Of \(Numerals.count(counts.cells, "cell", "cells")), \(Numerals.count(counts.stated)) have a stated score, "
                + "\(Numerals.count(counts.acted)) an acted score and \(Numerals.count(counts.both)) both.")
        return notes
    }

    private static func rankings(_ input: ReportInput) -> [Ranking] {
        let measures = input.measures
        return measures.axes.countries.indices.map { country in
            Ranking(
                country: measures.axes.countries[country],
                places: measures.countryRankings[country].prefix(RankFigure.top).map { place in
                    Ranking.Place(
                        rank: place.rank, value: measures.axes.values[place.value],
                        distance: Numerals.decimal(place.distance),
                        range: input.intervals?.countryValues[country].ranking.ranks[place.value]?.text)
                })
        }
    }
}
