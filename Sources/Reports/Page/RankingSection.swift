import Measures
import Pages

/// The values with the widest gap: by their inconsistent cells, then, as the paper ranks them, by distance.
struct RankingSection {
    let inconsistency: Markup
    let overall: Markup
    /// How far its first places can be relied upon.
    let stability: String?
    let ranks: Markup

    init(_ input: ReportInput, inconsistency: Markup, overall: Markup, ranks: Markup) {
        (self.inconsistency, self.overall, self.ranks) = (inconsistency, overall, ranks)
        stability = input.rankStability(.whole)
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
        <h3>The paper’s ranking, by distance</h3>
        {{#stability}}
        <p>{{.}}</p>
        {{/stability}}
        {{{overall}}}
        {{{ranks}}}

        """
}
