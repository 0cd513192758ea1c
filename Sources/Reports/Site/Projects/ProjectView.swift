package import Pages
package import Text

/// How far a project is, and how its annotators judge: what whoever leads it looks at while people work.
package struct ProjectView: SiteView {
    let facts: ProjectFacts
    let version: String

    package init(_ facts: ProjectFacts, version: String) { (self.facts, self.version) = (facts, version) }

    package var address: any SiteAddress { ProjectAddress(project: facts.name) }

    package func page() throws(TemplateError) -> Page {
        var page = Page(
            title: "Project \(facts.name)", generator: ReportFrame.generator(version),
            header: Page.Header(
                eyebrow: "Judging", heading: .element("bdi", [:], text: facts.name),
                subtitle: .text(
                    "\(facts.hasGaps ? "Gaps" : "Actions") of the study \(facts.study), \(facts.isCoding ? "coded" : "judged") by the codebook \(facts.codebook) "
                        + "(\(facts.codebookDigest)), \(Numerals.count(facts.overlap, "judgement", "judgements")) of each item"
                ),
                notices: facts.warnings.map(\.words)),
            skip: "Skip to the progress", sections: sections, footer: ReportFrame.footer(version))
        page.trail = [
            Page.Entry("Runs", OverviewAddress().link()), Page.Entry("Projects", ProjectsAddress().link()),
        ]
        return page
    }

    private var sections: [Page.Section] {
        let what = facts.isCoding ? "Codes" : "Criteria"
        return [
            Page.Section(
                "progress", label: "Progress", heading: "Progress", body: ProgressBlock(facts: facts).markup,
                live: address.live("progress")),
            Page.Section(
                "annotators", label: "Annotators", heading: "Annotators", body: AnnotatorsBlock(facts: facts).markup,
                live: address.live("annotators")),
            Page.Section(
                "criteria", label: what, heading: what,
                body: CriteriaBlock(facts: facts).markup + .lines([formats]),
                live: address.live("criteria")),
        ] + (facts.proposals.isEmpty ? [] : [ProposalsBlock(facts: facts).section])
    }

    package var json: JSONValue {
        .object(
            facts.counts.members + [
                .init(
                    "countries",
                    .array(
                        facts.countries.map { .object([.init("country", .string($0.country))] + $0.share.members) })),
                .init("annotators", .array(facts.annotators.map(\.json))),
                .init("criteria", .array(facts.criteria.map(\.json))),
                .init("proposals", .array(facts.proposals.map(\.json))),
                .init("warnings", .array(facts.warnings.map { .string($0.words) })),
            ])
    }

    /// An annotator a row.
    package var table: CSVTable {
        CSVTable(
            name: "annotators.csv",
            header: [
                "annotator", "judged", "begun", "skipped", "held", "notes", "corrected", "answers", "unsure_share",
                "accepted", "seconds_lower", "seconds_median", "seconds_upper", "timed", "idle", "untimed", "checks",
                "checks_passed", "others_pairs", "others_percent_agreement", "others_cohens_kappa", "gold_pairs",
                "gold_percent_agreement", "gold_cohens_kappa", "models_pairs", "models_percent_agreement",
            ],
            rows: facts.annotators.map(\.fields))
    }
}

/// The counts above everything else, each country, and what the labels come to.
private struct ProgressBlock {
    let facts: ProjectFacts

    var markup: Markup {
        let figures: [(String, String, String)] = [
            (
                Numerals.percent(facts.whole.complete, of: facts.whole.items, places: 0), "judged as often as wanted",
                "\(Numerals.count(facts.whole.complete)) of \(Numerals.count(facts.whole.items, "item", "items"))"
            ),
            (
                Numerals.count(facts.whole.judgements), "judgements that count",
                "of \(Numerals.count(facts.whole.wanted)) wanted, and \(Numerals.count(facts.extras)) beyond"
            ),
            (
                Numerals.count(facts.disputed), "open disagreements",
                "\(Numerals.count(facts.decided)) decided by an adjudicator"
            ),
            (
                Numerals.count(facts.held), "held at the moment",
                "\(Numerals.count(facts.begun)) begun, \(Numerals.count(facts.skipped)) skipped by somebody"
            ),
        ]
        let key = Markup.element(
            "ul", ["class": "key"],
            figures.map { figure, label, note in
                .element(
                    "li", [:],
                    [
                        .element("span", ["class": "figure"], text: figure),
                        .element("span", ["class": "label"], text: label),
                        .element("span", ["class": "note"], text: note),
                    ])
            })
        return .lines([key, countries.block, queue, leftOut])
    }

    private var countries: HTMLTable {
        var table = HTMLTable(
            caption: "By country", columns: ["Country", "Items", "Judged as often as wanted", "Judgements", "Wanted"],
            rows: facts.countries.map { country, share in
                [
                    country, Numerals.count(share.items), Numerals.count(share.complete),
                    Numerals.count(share.judgements), Numerals.count(share.wanted),
                ]
            })
        table.isStacked = true
        return table
    }

    private var queue: Markup {
        let link = DisagreementsAddress(project: facts.name).link()
        let provenance = facts.provenance.map { "\(Numerals.count($0.labels)) \(Self.words($0.name))" }
        return .element(
            "p", [:],
            [
                .text(
                    provenance.isEmpty
                        ? "No final label yet. " : "Final labels: " + provenance.joined(separator: ", ") + ". "),
                .element("a", ["href": link.href], text: "The queue of disagreements"), .text(", "),
                .element(
                    "a", ["href": AgreementAddress(project: facts.name).link().href],
                    text: "agreement, quality and prompt variants"),
            ]
                + (facts.hasCodes
                    ? [
                        .text(", "),
                        .element(
                            "a", ["href": RisksAddress(project: facts.name).link().href], text: "counts by risk"),
                    ] : []) + [.text(".")])
    }

    private var leftOut: Markup {
        let reasons = facts.leftOut.map { "\(Numerals.count($0.labels)) \(Self.words($0.reason))" }
        return .element(
            "p", ["class": "range"],
            text: "\(Numerals.count(facts.labels, "label", "labels")) of these items in the store, "
                + "\(Numerals.count(facts.standing)) of them in force"
                + (reasons.isEmpty ? "." : "; not counted: " + reasons.joined(separator: ", ") + "."))
    }

    private static func words(_ name: String) -> String {
        switch name {
        case "tie_open": "with an open tie"
        case "single": "by one annotator alone"
        case "majority": "by a majority"
        case "replaced": "replaced by a later one"
        case "taken_back": "taken back"
        case "other_codebook": "of a criterion that the codebook has no more"
        case "other_answer": "with an answer that is offered no more"
        case "other_project": "given in another project"
        case "withdrawn": "withdrawn with their judge’s consent"
        default: name
        }
    }
}

extension CodebookWarning {
    /// The warning in a sentence.
    package var words: String {
        switch self {
        case .goldMissedByAll(let criterion, let annotators, let met, let asked):
            "“\(criterion)”: all \(annotators) annotators who judged gold miss more of it than they meet (\(met) of \(asked) right). Where "
                + "everybody errs, look at the codebook and the gold first."
        case .negativeDiscrimination(let criterion, let correlation, let annotators):
            "“\(criterion)” tells annotators apart the wrong way round: those who are right elsewhere are wrong here "
                + "(r = \(Numerals.decimal(correlation)), \(annotators) annotators). That is a sign of a definition read otherwise than meant."
        case .oftenUnsure(let criterion, let unsure, let answers):
            "“\(criterion)”: \(unsure) of \(answers) answers are “unsure”. The definition may not say enough."
        }
    }
}
