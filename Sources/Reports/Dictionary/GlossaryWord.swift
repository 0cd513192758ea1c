/// A word of the project with what it means: what a page links to where it uses the word.
package enum GlossaryWord: String, CaseIterable, Sendable {
    // What is asked
    case value, theory, group, context, scenario, cell, inclination, stated, acted, actionPair, attribution,
        viaDataset, study, variant, replicate, question
    // Who answers, and what comes back
    case respondent, simulatedRespondent, run, store, reply, reading, missing, score
    // What is measured
    case side, undecided, decided, inconsistent, leaning, slip, deconvolvedGap, steadyContradiction,
        ambivalent, placeBias, acquiescence, conditionalShares, alignmentRate, alignmentDistance, floor,
        alignmentRanking, signedGap, informedness, kappa, baseRate, otherRespondents, risk,
        correctedShare, scoring
    // How sure one can be
    case interval, cluster, draw, adjustedP, power, gate, calibration, observer, masked, skill, warning
}
