import Measures
import Pages

/// What a reader sees first: one sentence, the 2×2 as areas beside the map of the leanings, then the figures in the
/// order of what they say (the gap, whether acting follows stating, the paper's measures), and the other sentences.
struct FindingsSection {
    let lead: String
    /// What was asked, what was found, where, and how sure it is, in four short columns.
    let glance: Markup
    /// The mosaic and the map.
    let figures: Markup
    /// Why there is no map.
    let absence: String?
    let groups: [KeyFigures.Group]
    let findings: [String]
    let paper: Markup?

    init(_ input: ReportInput, mosaic: Markup, map: Markup, site: Site = .file) {
        glance = Glance(input: input, site: site).markup
        let sentences = Findings(input: input).sentences
        lead = sentences.first ?? ""
        figures = .joined([mosaic, map])
        absence = map == .empty ? input.deconvolution?.overall.absence.map(Self.sentence) : nil
        // Where the answers tell of something else, the first sentence says so, and no rate is announced.
        let isTold = RunCaveat(input.measures) == nil
        groups = isTold ? KeyFigures(input: input).groups : []
        paper = isTold ? PaperMeasures(input: input).table.block : nil
        findings = Array(sentences.dropFirst())
    }

    var section: Page.Section {
        get throws(TemplateError) {
            Page.Section(
                "findings", label: "Findings", heading: "Findings", body: try ReportTemplate.findings.render(self))
        }
    }

    private static func sentence(_ absence: DeconvolutionAbsence) -> String {
        let remedy =
            switch absence {
            case .placeDecides: ""
            case .readOnce, .orderNotBalanced: " More variants or replicates, with either action first, bring one."
            case .noReadings, .tooFewCells: ""
            }
        return "No map of the leanings: \(DeconvolutionWords.reason(absence)).\(remedy)"
    }

    static let template = """
        <p class="lead">{{lead}}</p>
        {{{glance}}}
        <div class="pair">
        {{{figures}}}</div>
        {{#absence}}
        <p>{{.}}</p>
        {{/absence}}
        {{#groups}}
        <h3>{{heading}}</h3>
        <ul class="key">
        {{#figures}}
        <li><span class="figure">{{number}}</span>{{#range}} <span class="range">{{.}}</span>{{/range}} <span class="label">{{label}}</span> <span class="note">{{note}}</span></li>
        {{/figures}}
        </ul>
        {{/groups}}
        {{#paper}}
        <h3>The paper’s three measures</h3>
        <p>Named as the paper names them. Each depends on how often the respondent agrees at all, so each stands beside what other respondents would score.</p>
        {{{.}}}
        {{/paper}}
        <h3>In sentences</h3>
        {{> sentences}}

        """

    /// Findings alone: a view's `findings` as a list.
    static let sentencesTemplate = """
        <ul class="findings">
        {{#findings}}
        <li>{{.}}</li>
        {{/findings}}
        </ul>

        """
}
