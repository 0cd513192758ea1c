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
        ])
}
