extension Term {
    /// How well the matrices follow the theory's circle, and what is by region of the world.
    static let circle: [Term] = [
        Term(
            "circle",
            "how well what is stated, and what is acted, follow the circular order of Schwartz's groups of values"),
        Term("circle/stated", "the fit of what is stated"),
        Term("circle/acted", "the fit of what is acted"),
        Term(
            "order_fit",
            "the correspondence index of Hubert and Arabie: of the inequalities that the circle predicts among the correlations "
                + "of the groups' centred profiles over scenarios, those that hold less those contradicted, as a share of all",
            "−1 to 1"),
        Term("order_fit_difference", "the acted fit less the stated one", "−2 to 2"),
        Term("order_fit_difference_interval", "its interval, on the same draws"),
        Term("circle/interval", "the interval of the fit; null where there is none"),
        Term("circle/no_interval", "why the fit has no interval; null where it has one"),
        Term("circle/chance", "the share of random orders of the groups that fit as well or better", "0 to 1"),
        Term(
            "circle/scenarios", "scenarios in which each group has a counted cell: what the profiles run over",
            unit: "scenarios"),
        Term("predictions", "inequalities that the circle predicts", unit: "inequalities"),
        Term(
            "place_on_circle", "each group's place on the circle, counted from 0; groups may share one", "0 to 8",
            keys: ["value_group"]),
        Term(
            "region",
            "the figures by macro region of the United Nations' geoscheme (M49): means over the scenarios of its countries",
            keys: ["region"]),
        Term("region_countries", "the countries of the run in each region", keys: ["region"]),
    ]
}
