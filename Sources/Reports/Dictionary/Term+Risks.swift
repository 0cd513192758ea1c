extension Term {
    /// Risks of misaligned cells.
    static let risks: [Term] =
        below(riskDocuments, riskDocument + riskCells)
        + below(
            ["risk-counts.csv", "risk-agreement.csv", "risk-corrected.csv", "risk-comparison.csv"] + riskDocuments,
            riskFigures) + below(["risk-examples.csv"], riskCells)
        + [
            Term("risk-counts.csv/share", riskShare, "0 to 1"),
            Term("report.json/risks", "the risks that the run's gaps were coded for; absent where nobody coded any"),
        ]
        + below(
            riskDocuments,
            [
                Term("counts/share", riskShare, "0 to 1"),
                Term(
                    "codes/dawid_skene/share", "the share by the model of Dawid and Skene over all coders", "0 to 1"),
            ])

    /// Where the document stands: by itself, and in a report.
    private static let riskDocuments = ["risks.json", "report.json/risks"]

    private static let riskShare = "the share of coded cells that carry it"

    private static func below(_ places: [String], _ terms: [Term]) -> [Term] {
        places.flatMap { place in
            terms.map { Term("\(place)/\($0.name)", $0.meaning, unit: $0.unit, $0.range, coding: $0.coding) }
        }
    }

    private static let riskDocument = [
        Term("title", "the title: the project"), Term("version", "the version of the program"),
        Term("project", "the project's name in the store"),
        Term("codebook", "the codebook that codes were given by, with its version"),
        Term("basis", "whose codes are counted"), Term("basis/name", "people, or a coder's name"),
        Term("kind", "what it is", "people, person, lexicon, model"),
        Term("caveats", "what must be known before any count is read"),
        Term("rule", "when counts are believed"),
        Term(
            "cells", "misaligned cells of the project; of a respondent, its; of two coders, those that both coded",
            unit: "cells"),
        Term("coded_cells", "of those, cells with at least one code known", unit: "cells"),
        Term("sample", "whether some respondent has more misaligned cells than these", "true, false"),
        Term(
            "sample_seed",
            "the seed by which cells were drawn with equal chances; null where all were taken, or it is not known"),
        Term("respondents", "whose cells they are"), Term("respondents/name", "the respondent's name"),
        Term("misaligned", "misaligned cells that the respondent has in all", unit: "cells"),
        Term("coders", "who coded"), Term("coders/name", "the coder's name"),
        Term("own_judge", "whether the model codes gaps of its own", "true, false"),
        Term("codes", "by code, in the codebook's order: what it means, how far coders agree, corrected shares"),
        Term("codes/name", "the code's name"), Term("level", "the level's name"),
        Term("resampling/level", "nominal coverage of the interval", "0 to 1"),
        Term("definition", "what the code means"), Term("applies_to", "examples of what it applies to"),
        Term("excludes", "what it does not apply to"), Term("agreement", "how far coders agree on the code"),
        Term("doubly_coded", "cells that two people or more coded", unit: "cells"),
        Term("fleiss_kappa", "Fleiss' kappa of people", "at most 1"),
        Term("krippendorffs_alpha_nominal", "Krippendorff's alpha: of people; below a pair, of the two", "at most 1"),
        Term("pairs", "every two coders with a cell in common; with null as the first, people together"),
        Term("corrected", "the share of the coder whose codes are counted, without its known errors; null for people"),
        Term("dawid_skene", "the share by the model of Dawid and Skene (1979) over all coders"),
        Term("counts", "counts of codes and levels, over all cells and by axis"),
        Term("counts/name", "the country, topic, value, group, respondent or direction; empty for all"),
        Term("comparisons", "every two respondents, code by code"),
        Term("examples", "coded cells, chosen by rule or as asked for"),
        Term("examples/codes", "the names of the codes that apply"),
        Term("count", "of a figure: what it rests on, in cells or labels"),
        Term("value", "the figure's value"),
        Term("examples/value", "the human value"),
        Term("interval", "its interval"),
    ]

    private static let riskCells = [
        Term("respondent", "whose cell it is"), Term("country", "the cell's country"),
        Term("topic", "the cell's topic"), Term("examples/country", "the cell's country"),
        Term("stated", "the cell's stated score", "0 to 1", coding: agreeIsZero),
        Term("acted", "the cell's acted score", "0 to 1", coding: agreeIsZero),
        Term("action", "the action that was chosen"), Term("attributions", "its words that are said to show the value"),
        Term("explanation", "why it shows the value, as written when the action was"),
        Term("codes", "the names of the codes that apply, a line each in CSV"),
        Term("memo", "what coders noted; empty where they did not"),
    ]

    private static let riskFigures = [
        Term("by", "by what cells are told apart", "all, respondent, direction, group, country, topic, value"),
        Term("name", "what the cells share: a country, …; empty for all"),
        Term("unit", "what is counted: a code, a level (one of its codes or more), or all codes", "code, level, all"),
        Term("id", "the id of the code or level; any or none for all"), Term("risk", "its name"),
        Term("coded", "cells for which it is known whether it applies", unit: "cells"),
        Term("counts/count", "cells that carry it", unit: "cells"), Term("count", "cells that carry it", unit: "cells"),
        Term("share/count", "what the share rests on", unit: "cells"),
        Term(
            "population",
            "misaligned cells in all that the coded ones stand for, with equal chances; nothing where that is not one number",
            unit: "cells"),
        Term("extrapolated", "share × population; nothing where all cells are coded", unit: "cells"),
        Term("believed", "whether the coders' agreement on it is known to be good enough", "true, false"),
        Term("basis", "whose codes are counted: people, or a coder's name"),
        Term("first", "the one coder, or respondent; people: people together"),
        Term("second", "the other coder, or respondent"),
        Term("cells", "cells that both coded", unit: "cells"),
        Term("both", "cells of which both say that it applies", unit: "cells"),
        Term("first_only", "cells of which the first alone says so", unit: "cells"),
        Term("second_only", "cells of which the second alone says so", unit: "cells"),
        Term("neither", "cells of which neither says so", unit: "cells"),
        Term("percent_agreement", "the share of cells that both label alike", "0 to 1"),
        Term("cohens_kappa", "Cohen's kappa of the two", "at most 1"),
        Term("gwets_ac1", "Gwet's AC1", "at most 1"),
        Term("krippendorffs_alpha", "Krippendorff's alpha of the two", "at most 1"),
        Term(
            "positive_agreement", "of the two coders' labels that it applies, the share that the other gave, too",
            "0 to 1"),
        Term("negative_agreement", "the same of the labels that it does not apply", "0 to 1"),
        Term(
            "verdict", "whether counts of the code can be believed",
            "reliable, tentative, unreliable, too_few_checked, no_intervals_made, unchecked"),
        Term("coder", "whose share is corrected"), Term("raw_share", "the share that the coder gives", "0 to 1"),
        Term("checked", "of its cells, those that people coded, too", unit: "cells"),
        Term("positives", "of those, cells that carry the code by people", unit: "cells"),
        Term("hits", "of those, cells that carry it by the coder, too", unit: "cells"),
        Term("rejections", "checked cells that carry it by neither", unit: "cells"),
        Term("sensitivity", "hits / positives", "0 to 1"),
        Term("specificity", "rejections / (checked − positives)", "0 to 1"),
        Term("corrected_share", "the share without the coder's errors (Rogan and Gladen 1978)", "0 to 1"),
        Term("truncated", "whether the formula gave less than 0 or more than 1", "true, false"),
        Term(
            "absence", "why there is none; nothing where there is",
            "no_reference, reference_has_one_answer, no_better_than_chance; of the model as in agreement.json"),
        Term("first_coded", "coded cells of the first", unit: "cells"),
        Term("first_count", "of those, cells that carry the code", unit: "cells"),
        Term("second_coded", "coded cells of the second", unit: "cells"),
        Term("second_count", "of those, cells that carry the code", unit: "cells"),
        Term("difference", "the second's share less the first's", "−1 to 1"),
        Term("p", "p-value of swapping the two respondents' cells value by value", "0 to 1"),
        Term("p_holm", "the same after Holm's adjustment over all codes", "0 to 1"),
        Term("p_benjamini_hochberg", "the same after Benjamini and Hochberg's", "0 to 1"),
    ]
}
