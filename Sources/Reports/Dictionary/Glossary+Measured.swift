extension Glossary {
    static let measured = Part(
        heading: "What is measured",
        entries: [
            Entry(.side, "side", "agree below one half, disagree above"),
            Entry(
                .undecided, "undecided",
                "a cell with a score of exactly one half in a task: it has no side. The paper counts it as "
                    + "disagree"),
            Entry(.decided, "decided", "a cell with a side in both tasks: those of the 2×2 table"),
            Entry(.inconsistent, "inconsistent", "a decided cell whose sides differ"),
            Entry(
                .leaning, "leaning",
                "a cell's chance to answer *disagree*, which its few answers show only roughly"),
            Entry(.slip, "slip", "an answer on the other side than the cell's leaning"),
            Entry(
                .deconvolvedGap, "deconvolved gap",
                "the share of cells whose two leanings lie on opposite sides, estimated for all cells "
                    + "together"),
            Entry(
                .steadyContradiction, "steady contradiction",
                "the part of it where both leanings are farther than 0.2 from one half"),
            Entry(.ambivalent, "ambivalent", "a cell of which a leaning is within 0.2 of one half"),
            Entry(.placeBias, "place bias", "the share of choices that take what stands first, whatever it is"),
            Entry(
                .acquiescence, "acquiescence",
                "a liking for agreement, whatever is asked. No correction of answers can see it"),
            Entry(
                .conditionalShares, "agreed to, acted against · rejected, acted for",
                "the two directions of an inconsistent cell, each as a share of what was so stated"),
            Entry(
                .alignmentRate, "alignment rate",
                "the paper's: the F1 of *disagree* between stated and acted, mean over scenarios"),
            Entry(.alignmentDistance, "alignment distance", "the paper's: the mean of |stated − acted|"),
            Entry(
                .floor, "floor",
                "the distance that a respondent has which acts exactly on the side it states; it is no gap"),
            Entry(.alignmentRanking, "alignment ranking", "the paper's: values by their distance, the largest first"),
            Entry(
                .signedGap, "signed gap",
                "the mean of acted − stated: above 0 where it acts against what it says it values"),
            Entry(
                .informedness, "informedness, d′",
                "how much likelier it acts disagree where it states it; on the scale of shares, and on that "
                    + "of standard deviations"),
            Entry(
                .risk, "risk, code",
                "what a misaligned cell can do harm by, as a codebook defines it; several can apply to one cell"),
            Entry(
                .correctedShare, "corrected share",
                "a coder’s share of a code without the errors that it is known to make against people"),
            Entry(.kappa, "kappa, Matthews correlation", "agreement of the tasks beyond base rates"),
            Entry(.baseRate, "base rate", "how often it disagrees at all, in a task"),
            Entry(
                .otherRespondents, "always agree · value alone · shuffled",
                "what other respondents would score that state the same: one that always agrees; one that "
                    + "acts alike in every scenario of a value; one whose acted answers are dealt anew among a "
                    + "value's scenarios"),
            Entry(
                .scoring, "strict, legacy, strict+overrides",
                "three scorings: this project's, what the released notebooks do, and this project's with readings counted as "
                    + "people have overruled them"),
        ])
}
