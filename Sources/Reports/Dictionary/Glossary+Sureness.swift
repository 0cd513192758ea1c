extension Glossary {
    static let sureness = Part(
        heading: "How sure one can be",
        entries: [
            Entry(
                .interval, "interval",
                "a range that holds the true figure in 95 of 100 studies like this one, as far as "
                    + "simulations show"),
            Entry(
                .cluster, "cluster",
                "cells that resemble each other, such as all of one value; whole clusters are drawn anew"),
            Entry(
                .draw, "draw, seed",
                "one such drawing; what fixes all of them. The same seed gives the same figures on any "
                    + "machine"),
            Entry(
                .adjustedP, "adjusted p",
                "p after Holm or Benjamini–Hochberg, for the number of differences looked at"),
            Entry(
                .power, "power, smallest detectable difference",
                "the chance to find a difference of a size; the size that is found with 80 %"),
            Entry(
                .gate, "gate",
                "a rule of `vlens compare` that fails where a run is worse than the first by more than so "
                    + "much"),
            Entry(
                .calibration, "calibration",
                "measuring simulated respondents, to see what the measures make of a known gap"),
            Entry(
                .observer, "observer, evidence",
                "a model that is shown what a respondent chose and says what it stated; what it is shown of the "
                    + "choice"),
            Entry(
                .masked, "masked",
                "evidence out of which the value's name and its word family were taken"),
            Entry(
                .skill, "Brier score, skill",
                "the mean squared distance of probabilities from what is so; how much of the base rate's they save"),
            Entry(
                .warning, "warning",
                "the probability that a stated word will not be kept, by what others did"),
        ])
}
