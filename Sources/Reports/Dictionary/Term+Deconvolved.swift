extension Term {
    /// The gap with the respondent's own unsteadiness taken out.
    static let deconvolved: [Term] =
        [
            Term(
                "deconvolved",
                "the gap with the respondent's own unsteadiness taken out, from the joint distribution of the cells' leanings"
            ),
            Term("contradiction", "of it, the part with both leanings farther than 0.2 from one half", "0 to 1"),
            Term("ambivalent", "the share of all cells with a leaning within 0.2 of one half", "0 to 1"),
            Term("steady_contradiction", "the share of cells whose leanings lie clearly on opposite sides", "0 to 1"),
            Term(
                "deconvolved_gap", "the share of cells whose two leanings lie on opposite sides of one half", "0 to 1"),
            Term(
                "leanings.csv/part",
                "the part of the run that the figures are of: a country, a topic, a group of values, or all together"),
            Term("deconvolved/name", "the part of the run that the figures are of: overall, for the whole of it"),
            Term(
                "weights",
                "the joint distribution of both leanings to disagree: a row for each leaning in what it states, a column for each in what it does; all sum to 1"
            ),
            Term("absent", "why there is no figure; null where there is one"),
            Term("corners", "the shares of cells by the sides of their two leanings"),
            Term("leanings", "the grid of leanings that the weights are of"),
            Term("slip_corrected", "the classical correction for attenuation, the simpler rival"),
            Term(
                "product",
                "the mean product of stated and acted readings, −1 agree and 1 disagree, corrected for attenuation"),
            Term("slip_corrected/gap", "g*: half of 1 − product, not held within 0 and 1"),
            Term("slip_corrected/stated_mean", "the corrected mean of stated readings, −1 agree and 1 disagree"),
            Term("slip_corrected/acted_mean", "the corrected mean of acted readings, −1 agree and 1 disagree"),
            Term("stated_change", "the chance that a stated answer changes when asked again", "0 to 1"),
            Term("acted_change", "the chance that an acted answer changes when asked again", "0 to 1"),
        ]
        + ["deconvolved", "deconvolved.csv", "leanings.csv"].flatMap { place in
            [
                Term(
                    "\(place)/gap", "the share of cells whose two leanings lie on opposite sides of one half", "0 to 1"),
                Term(
                    "\(place)/cells", "cells read twice at least in Task 1 and with either action first",
                    unit: "cells"),
                Term("\(place)/place", "the share of choices that take the first option whatever it says", "0 to 0.95"),
            ]
        }
}
