import Measures
import Pages

/// How a calibration was made, in words.
enum CalibrationMethods {
    static func notes(_ input: CalibrationInput) -> [LabelledText] {
        let calibration = input.calibration
        var notes = [
            LabelledText(
                "Respondents",
                "Programs, not language models. Each has a latent attitude to every value in every scenario, and acts "
                    + "against it in a share of cells that is its true gap. Each is asked every question, answers in the "
                    + "forms in which models answer, is read by the same reader, stored, and measured like any other "
                    + "run. \(calibration.subjects) of them, each with a seed of its own, stand at every place of the "
                    + "grid; a seed has the same attitudes everywhere. Seed \(input.seed)."),
            LabelledText(
                "True",
                "Of a respondent: the same figure, computed from its inclinations and its latent rating in the very cells "
                    + "that were asked, without noise, bias or refusal. Of all such respondents: for the inconsistency "
                    + "share the gap itself, for accuracy and balanced accuracy one minus the gap; for the others the mean "
                    + "over \(input.population)."),
            LabelledText(
                "Recovered",
                "The figure that the instrument measured, with strict scoring. \(calibration.intervalWords). An interval "
                    + "stands for values like these, not only for the ones asked. So it should hold the true figure of all "
                    + "such respondents."),
            LabelledText(
                "Bias, RMSE, coverage",
                "Over respondents: the mean of recovered − true with the standard error of that mean; the root of the "
                    + "mean squared difference; the share of intervals that hold the truth, with Wilson’s interval. "
                    + "Respondents of one seed at several places are not independent, so that standard errors and "
                    + "Wilson’s intervals over several places are too narrow."),
            LabelledText(
                "Undisturbed, as usual, one at a time",
                "Undisturbed respondents have no noise, bias or refusal. As usual means acquiescence 0.1, position 0.05, "
                    + "noise 0.1, refusal 0.01, unreadable 0.01. In the columns of the figure one bias stands alone; the "
                    + "base rate is moved by the mean attitude."),
            LabelledText(
                "Confounded",
                "Each respondent has a least-squares slope of the recovered figure in the bias with an intercept for "
                    + "each true gap; the tables give the mean slope with its 95 % t interval. For the base rate it is the slope in "
                    + "the respondent’s true share of disagree. A measure counts as confounded where that interval leaves out "
                    + "0 and the bias, over the grid, moves it by more than a tenth of what the gap moves it by. A slope "
                    + "does not see a bend: look at the figure too."),
        ]
        if !calibration.worlds.isEmpty { notes.append(worlds(calibration.worlds)) }
        if let power = calibration.power {
            notes.append(
                LabelledText(
                    "Power",
                    "\(Numerals.count(power.simulations)) simulations of each pair of true gaps, each with two respondents "
                        + "of seeds of their own and noise and biases as usual, asked everything twice through the whole "
                        + "path. A smaller design keeps a random part of their readings. A difference counts as found where "
                        + "the sign-flip test by value (\(Numerals.count(power.permutations)) permutations, two-sided) has "
                        + "p ≤ 0.05. The designs of one simulation share their respondents."))
        }
        return notes
    }

    private static func worlds(_ worlds: [WorldCalibration]) -> LabelledText {
        LabelledText(
            "Worlds",
            "Respondents whose single answers are drawn from a leaning of each cell, one for what is stated and one for "
                + "what is acted; the true gap is the share of cells whose leanings lie on opposite sides of one half. "
                + listed(worlds.map { "\($0.name): \($0.words)" })
                + ". A bias is told as the mean change of a figure in respondents that are alike but for it, with the t "
                + "interval of that mean. Power: a difference of two respondents counts as found where it is larger than "
                + "95 % of those between respondents of one gap, so that each measure finds one by mistake in 5 %. "
                + "Primacy is a liking for the end of the scale that stands first; acquiescence one for agreement, "
                + "wherever that stands, which turning the scale can’t take out.")
    }
}
