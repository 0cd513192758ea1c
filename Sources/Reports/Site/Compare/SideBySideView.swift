package import Pages
package import Text

/// The replies of several runs to the same questions, side by side: those that were read differently, the likeliest to matter first.
package struct SideBySideView: SiteView {
    /// What there is to show.
    package enum State: Sendable {
        /// No run is chosen.
        case choosing
        /// The chosen ones can't be compared.
        case problem(ComparisonProblem)
        /// Their readings are being compared.
        case pending
        /// They were compared.
        case made(SideBySidePage)
    }

    let place: SideBySideAddress
    let choices: [RunChoice]
    let state: State
    let version: String

    package init(_ address: SideBySideAddress, choices: [RunChoice], state: State, version: String) {
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
            title: title, generator: ReportFrame.generator(version), header: header, skip: "Skip to the questions",
            sections: sections, footer: ReportFrame.footer(version))
        page.trail = [Page.Entry("Runs", OverviewAddress().link())]
        if place.runs.count > 1 { page.trail.append(Page.Entry("Comparison", CompareAddress(runs: place.runs).link())) }
        return page
    }

    private var title: String {
        place.runs.isEmpty
            ? "Replies side by side"
            : "Replies of runs \(place.runs.map(String.init).joined(separator: ", ")) side by side"
    }

    private var header: Page.Header {
        let chosen = place.runs.compactMap { run in choices.first { $0.run == run } }
        let simulated = chosen.contains { $0.label.contains("simulated respondent") }
        var notices =
            simulated
            ? ["Simulated respondents among them: programs with a known gap answered, not language models."] : []
        if case .made(let found) = state, !found.isCurrent {
            notices.append("A run has changed since; its readings are being compared anew.")
        }
        let names = chosen.map { Markup.text("\($0.run): ") + .element("bdi", text: $0.label) }
        return Page.Header(
            eyebrow: "Runs compared", heading: .text("Replies side by side"),
            subtitle: .joined(names, separator: .text(" · ")), notices: notices)
    }

    private var sections: [Page.Section] {
        let chooser = RunChooser(choices: choices, chosen: place.runs, target: SideBySideAddress(runs: [])).section
        switch state {
        case .choosing: return [chooser]
        case .problem(let problem):
            let words = Markup.element("p", ["class": "lead"], text: problem.description)
            return [
                Page.Section("problem", label: "Problem", heading: "These can’t be compared", body: .lines([words])),
                chooser,
            ]
        case .pending: return [pending, chooser]
        case .made(let found):
            return [SideBySideSection(place: place, found: found, choices: choices, formats: formats).section, chooser]
        }
    }

    private var pending: Page.Section {
        Page.Section(
            "questions", label: "Being compared", heading: "Being compared",
            body: .lines([
                .element(
                    "p", ["class": "lead", "role": "status"],
                    text: "The runs’ readings are being compared. That takes a moment, for large runs some seconds."),
                .element("p", [:], [.element("a", ["href": place.link().href], text: "Look again")]),
            ]), live: Link.site(place.steps, query: place.query + [("section", "questions")]))
    }

    // MARK: For programs

    package var json: JSONValue {
        let head: [JSONValue.Member] = [.init("runs", .array(place.runs.map { ["run": .integer($0)] }))]
        switch state {
        case .choosing: return .object(head + [.init("comparison_state", "choosing")])
        case .problem(let problem):
            return .object(
                head + [.init("comparison_state", "refused"), .init("problem", .string(problem.description))])
        case .pending: return .object(head + [.init("comparison_state", "pending")])
        case .made(let found):
            return .object(
                head + [
                    .init("comparison_state", "compared"), .init("is_current", .bool(found.isCurrent)),
                    .init("shared_questions", .integer(found.shared)),
                    .init("differing_questions", .integer(found.differing)),
                    .init("chosen_questions", .integer(found.chosen)),
                    .init("readings", .array(found.rows.map(Self.json))),
                ])
        }
    }

    private static func json(_ row: SideRow) -> JSONValue {
        [
            "question": .string(row.question), "task": .string(row.task.rawValue), "country": .string(row.country),
            "topic": .string(row.topic), "value": JSONValue(row.value), "differs_in": .string(row.reason.rawValue),
            "run": .integer(row.run), "state": .string(row.state), "unreadable_reason": JSONValue(row.unreadable),
            "answer": JSONValue(row.answer), "values_rated_differently": .array(row.values.map { .string($0) }),
        ]
    }

    package var table: CSVTable {
        let header = [
            "question", "task", "country", "topic", "value", "differs_in", "run", "state", "unreadable_reason",
            "answer",
            "values_rated_differently",
        ]
        guard case .made(let found) = state else {
            return CSVTable(name: "replies-compared.csv", header: header, rows: [])
        }
        return CSVTable(
            name: "replies-compared.csv", header: header,
            rows: found.rows.map { row in
                [
                    .text(row.question), .text(row.task.rawValue), .text(row.country), .text(row.topic),
                    .text(row.value ?? ""), .text(row.reason.rawValue), .count(row.run), .text(row.state),
                    .text(row.unreadable ?? ""), .text(row.answer ?? ""), .text(row.values.joined(separator: "; ")),
                ]
            })
    }
}

/// What a page of questions that were read differently holds.
package struct SideBySidePage: Sendable {
    /// To so many questions two of the runs have a reply; so many of those were read differently; so many of those the address chooses.
    package var shared, differing, chosen: Int
    /// What may be chosen: the study's names.
    package var countries, topics, values: [String]
    /// The page's questions.
    package var questions: [SideQuestion]
    /// All that the address chooses, a row for each run; empty for a page.
    package var rows: [SideRow]
    /// Whether none of the runs has changed since.
    package var isCurrent: Bool

    package init(
        shared: Int, differing: Int, chosen: Int, countries: [String], topics: [String], values: [String],
        questions: [SideQuestion], rows: [SideRow], isCurrent: Bool
    ) {
        (self.shared, self.differing, self.chosen) = (shared, differing, chosen)
        (self.countries, self.topics, self.values) = (countries, topics, values)
        (self.questions, self.rows, self.isCurrent) = (questions, rows, isCurrent)
    }
}
