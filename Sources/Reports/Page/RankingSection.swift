import Measures
import Pages

/// The values with the widest gap: by their inconsistent cells, then, as the paper ranks them, by distance.
struct RankingSection {
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

    let inconsistency: Markup
    let rankings: [Ranking]
    let ranks: Markup

    init(_ input: ReportInput, inconsistency: Markup, ranks: Markup) {
        self.inconsistency = inconsistency
        let measures = input.measures
        rankings = measures.axes.countries.indices.map { country in
            Ranking(
                country: measures.axes.countries[country],
                places: measures.countryRankings[country].prefix(RankFigure.top).map { place in
                    Ranking.Place(
                        rank: place.rank, value: measures.axes.values[place.value],
                        distance: Numerals.decimal(place.distance) + " / "
                            + Numerals.decimal(measures.countryValues[country][place.value].floor),
                        range: input.intervals?.countryValues[country].ranking.ranks[place.value]?.text)
                })
        }
        self.ranks = ranks
    }

    var section: Page.Section {
        get throws(TemplateError) {
            Page.Section(
                "ranking", label: "Ranking", heading: "Which values have the widest gap?",
                body: try ReportTemplate.ranking.render(self))
        }
    }

    static let template = """
        {{{inconsistency}}}
        <h3 class="rankings-title">The paper’s ranking: by distance, beside its floor, in each country</h3>
        <div class="rankings">
        {{#rankings}}
        <div class="ranking">
        <h4><bdi>{{country}}</bdi></h4>
        <ol>
        {{#places}}
        <li><span class="rank">{{rank}}</span> <span class="place"><bdi>{{value}}</bdi></span>{{#range}} <span class="range">{{.}}</span>{{/range}} <span class="number">{{distance}}</span></li>
        {{/places}}
        </ol>
        </div>
        {{/rankings}}
        </div>
        {{{ranks}}}

        """
}
