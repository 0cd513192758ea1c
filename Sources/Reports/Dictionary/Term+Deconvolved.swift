extension Term {
    /// The gap with the respondent's own unsteadiness taken out.
    static let deconvolved: [Term] = [
        Term(
            "deconvolved",
            "the gap with the respondent's own unsteadiness taken out, from the joint distribution of the cells' leanings"
        ),
        Term("deconvolved/gap", "the share of cells whose two leanings lie on opposite sides of one half", "0 to 1"),
        Term("contradiction", "of it, the part with both leanings farther than 0.2 from one half", "0 to 1"),
        Term("ambivalent", "of it, the part with a leaning nearer to one half", "0 to 1"),
        Term("deconvolved/place", "by how much what stands first is chosen more often, taken out of the leanings"),
        Term(
            "weights",
            "the joint distribution: leanings to disagree in what it states and in what it does, and their share"),
        Term("absent", "why there is no figure; null where there is one"),
        Term("corners", "the shares of cells by the sides of their two leanings"),
        Term("leanings", "the grid of leanings that the weights are of"),
        Term("slip_corrected", "the classical correction for attenuation, the simpler rival"),
        Term("product", "the product of what both tasks keep when asked again"),
        Term("absence", "why there is no figure; null where there is one"),
        Term("slip_correction", "the classical correction for attenuation, the simpler rival"),
        Term("stated_change", "the chance that a stated answer changes when asked again", "0 to 1"),
        Term("acted_change", "the chance that an acted answer changes when asked again", "0 to 1"),
    ]
}
