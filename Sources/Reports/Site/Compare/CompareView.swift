package import Pages
package import Text

/// Two to six runs against the first of them.
package struct CompareView: SiteView {
    /// What there is to show.
    package enum State: Sendable {
        /// No run is chosen.
        case choosing
        /// The chosen ones can't be compared.
        case problem(ComparisonProblem)
        /// They are being compared.
        case pending
        /// They were compared; whether none of them has changed since.
        case made(RunsCompared, isCurrent: Bool)
    }

    let place: CompareAddress
    let choices: [RunChoice]
    let state: State
    let version: String

    package init(_ address: CompareAddress, choices: [RunChoice], state: State, version: String) {
        (place, self.choices, self.state, self.version) = (address, choices, state, version)
    }

    package var address: any SiteAddress { place }

    package var standing: SiteStanding {
        switch state {
        case .choosing, .made: .whole
        case .problem(let problem): problem.standing
        case .pending: .pending
        }
    }

    package func page() throws(TemplateError) -> Page {
        var page = Page(
            title: title, generator: ReportFrame.generator(version), header: header, skip: "Skip to the comparison",
            sections: try sections(), footer: ReportFrame.footer(version))
        page.trail = [Page.Entry("Runs", OverviewAddress().link())]
        return page
    }

    private var title: String {
        place.runs.isEmpty ? "Compare runs" : "Compare runs " + place.runs.map(String.init).joined(separator: ", ")
    }

    private var header: Page.Header {
        guard case .made(let found, let isCurrent) = state else {
            return Page.Header(
                eyebrow: "Value–action gap", heading: .text(title),
                subtitle: .text("Differences with intervals and tests, cell by cell on what all runs answered"))
        }
        let input = found.input
        let stale = isCurrent ? [] : ["A run has changed since; it is being compared anew."]
        return Page.Header(
            eyebrow: "Runs compared", heading: ComparisonPage.heading(input),
            subtitle: ReportFrame.subtitle(input.study.title, input.axes.extent),
            notices: ComparisonWords.warnings(names: input.names, input.caveats) + ComparisonPage.notices(input) + stale
        )
    }

    private func sections() throws(TemplateError) -> [Page.Section] {
        let chooser = RunChooser(choices: choices, chosen: place.runs, target: CompareAddress(runs: [])).section
        switch state {
        case .choosing: return [chooser]
        case .problem(let problem):
            let words = Markup.element("p", ["class": "lead"], text: problem.description)
            return [
                Page.Section("problem", label: "Problem", heading: "These can’t be compared", body: .lines([words])),
                chooser,
            ]
        case .pending: return [pending, chooser]
        case .made(let found, _):
            return try ComparedSections(place: place, found: found, formats: formats).sections() + [chooser]
        }
    }

    /// The script of the site asks for this section anew; without it the link does.
    private var pending: Page.Section {
        Page.Section(
            "findings", label: "Being compared", heading: "Being compared",
            body: .lines([
                .element(
                    "p", ["class": "lead", "role": "status"],
                    text: "The runs are being compared. That takes a moment, for large runs some seconds."),
                .element("p", [:], [.element("a", ["href": place.link().href], text: "Look again")]),
            ]), live: Link.site(place.steps, query: place.query + [("section", "findings")]))
    }

    // MARK: For programs

    package var json: JSONValue {
        let runs = place.runs.map { run -> JSONValue in
            let choice = choices.first { $0.run == run }
            return ["run": .integer(run), "respondent": JSONValue(choice?.label), "study": JSONValue(choice?.study)]
        }
        let head: [JSONValue.Member] = [.init("runs", .array(runs))]
        switch state {
        case .choosing: return .object(head + [.init("comparison_state", "choosing")])
        case .problem(let problem):
            return .object(
                head + [.init("comparison_state", "refused"), .init("problem", .string(problem.description))])
        case .pending: return .object(head + [.init("comparison_state", "pending")])
        case .made(let found, let isCurrent):
            let map = ComparisonMapTable(found)
            return .object(
                head + [
                    .init("comparison_state", "compared"), .init("is_current", .bool(isCurrent)),
                    .init("inconsistency_by_country", map.json(.country)),
                    .init("inconsistency_by_topic", map.json(.topic)),
                ] + found.document.members)
        }
    }

    package var table: CSVTable {
        switch state {
        case .made(let found, _):
            place.part == .map
                ? ComparisonMapTable(found).csv(place.by) : ComparisonCSV.differences(found.input)
        case .problem(let problem):
            CSVTable(name: "comparison.csv", header: ["problem"], rows: [[.text(problem.description)]])
        case .choosing, .pending: CSVTable(name: "comparison.csv", header: ["problem"], rows: [])
        }
    }
}
