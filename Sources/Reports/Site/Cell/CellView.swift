package import Measures
package import Pages

/// One cell of a run: its readings first, then every question as sent with every reply as received.
package struct CellView: SiteView {
    let place: CellAddress
    package var address: any SiteAddress { place }
    let respondent: RespondentSummary
    let study: String
    /// What the value means; nil where the study does not say.
    let gloss: String?
    let scoring: Scoring
    let distribution: CellDistribution
    let actions: [CellAction]
    /// The questions of this page.
    let entries: [CellEntry]
    /// How many pages of questions there are.
    let pages: Int
    let neighbours: CellNeighbours
    /// Whether the neighbours' scores are those of the run as it is now; nil while none were made.
    let areScoresCurrent: Bool?
    let version: String

    package init(
        _ place: CellAddress, respondent: RespondentSummary, study: String, gloss: String?, scoring: Scoring,
        distribution: CellDistribution, actions: [CellAction], entries: [CellEntry], pages: Int,
        neighbours: CellNeighbours, areScoresCurrent: Bool?, version: String
    ) {
        (self.place, self.respondent, self.study, self.gloss) = (place, respondent, study, gloss)
        (self.scoring, self.distribution, self.actions) = (scoring, distribution, actions)
        (self.entries, self.pages, self.neighbours) = (entries, pages, neighbours)
        (self.areScoresCurrent, self.version) = (areScoresCurrent, version)
    }

    package func page() throws(TemplateError) -> Page {
        var page = Page(
            title: "\(place.value) · \(place.country) · \(place.topic) · run \(place.run)",
            generator: ReportFrame.generator(version), header: header, skip: "Skip to the readings",
            sections: [
                Page.Section("readings", label: "Readings", heading: "What its replies say", body: .lines(readings)),
                Page.Section("actions", label: "Actions", heading: actionsHeading, body: .lines(actionBlocks)),
                Page.Section(
                    "questions", label: "Questions", heading: "Questions and replies", body: .lines(questions)),
                Page.Section("neighbours", label: "Neighbours", heading: "Cells beside it", body: .lines(around)),
            ], footer: ReportFrame.footer(version))
        page.trail = [
            Page.Entry("Runs", OverviewAddress().link()),
            Page.Entry("Run \(place.run)", RunAddress(run: place.run).link()),
        ]
        return page
    }

    private var actionsHeading: String {
        let generators = Set(actions.compactMap(\.generator))
        return generators.count > 1 ? "The two actions, by \(generators.count) generators" : "The two actions"
    }

    private var header: Page.Header {
        let kinds = [
            respondent.isSimulated ? "simulated respondent" : nil, respondent.isImported ? "imported replies" : nil,
        ]
        let notice = scoring.notice(overruled: distribution.overruled ?? 0)
        let explained = gloss.flatMap { $0.isEmpty ? nil : $0 }.map {
            Markup.text(" · ") + .element("bdi", [:], text: $0)
        }
        return Page.Header(
            eyebrow: "A cell of run \(place.run)", heading: .element("bdi", [:], text: place.value),
            kinds: kinds.compactMap(\.self),
            subtitle: .element("bdi", [:], text: place.country) + .text(" · ") + .element("bdi", [:], text: place.topic)
                + (explained ?? .empty) + .text(" · ") + .element("bdi", [:], text: respondent.label),
            notices: notice.map { [$0] } ?? [])
    }

    // MARK: Readings

    private var readings: [Markup] {
        let (stated, acted) = (distribution.statedScore, distribution.actedScore)
        let gap = stated.flatMap { stated in acted.map { $0 - stated } }
        let figure = DistributionFigure(distribution: distribution)
        return [
            .element(
                "p", ["class": "lead"],
                [
                    .element("span", ["class": "stated"], text: "Says \(Numerals.decimal(stated))"), .text(", "),
                    .element("span", ["class": "acted"], text: "acts \(Numerals.decimal(acted))"), .text(": "),
                    .text(verdict(stated, acted)), .text(" Gap \(Numerals.signed(gap)). 0 is agree, 1 is disagree."),
                ]),
            .element("p", ["class": "states"], text: states),
            PageBlocks.figure(
                figure.figure, reading: "Each bar counts readings; filled, agreement stood first.",
                tables: figure.tables,
                areOpen: false),
            overridesLink, words,
        ]
    }

    private func verdict(_ stated: Double?, _ acted: Double?) -> String {
        guard let stated, let acted else { return "one of the two is missing." }
        guard abs(stated - 0.5) > 1e-12, abs(acted - 0.5) > 1e-12 else { return "one of the two is split evenly." }
        switch (stated > 0.5, acted > 0.5) {
        case (false, true): return "it agrees in words and acts against."
        case (true, false): return "it disagrees in words and acts for it."
        case (false, false): return "it agrees and acts so."
        case (true, true): return "it disagrees and acts so."
        }
    }

    /// What became of the cell's questions, with what people overruled.
    private var states: String {
        func words(_ name: String, _ counts: [CellDistribution.Count], _ unread: CellDistribution.Unread) -> String {
            let parts: [(Int, String)] = [
                (unread.refused, "refused"), (unread.unreadable, "unreadable"), (unread.failed, "failed"),
                (unread.missing, "missing"),
            ]
            let rest = parts.filter { $0.0 > 0 }.map { "\(Numerals.count($0.0)) \($0.1)" }
            let read = "\(name): \(Numerals.count(counts.reduce(0) { $0 + $1.all }, "reading", "readings"))"
            return ([read] + rest).joined(separator: ", ")
        }
        var sentences = [
            words("Task 1", distribution.stated, distribution.statedUnread),
            words("Task 2", distribution.acted, distribution.actedUnread),
        ]
        if distribution.notRated > 0 {
            sentences.append(
                "\(Numerals.count(distribution.notRated, "reply answers", "replies answer")) without this value")
        }
        if let overruled = distribution.overruled, overruled > 0 {
            sentences.append("\(Numerals.count(overruled, "reading", "readings")) overruled by people")
        }
        if distribution.looked < distribution.questions {
            sentences.append(
                "Of \(Numerals.count(distribution.questions)) questions the first \(Numerals.count(distribution.looked)) are counted here"
            )
        }
        return sentences.joined(separator: ". ") + "."
    }

    private var overridesLink: Markup {
        var other = place
        other.overrides.toggle()
        let words = place.overrides ? "Count the reader’s own readings alone" : "Count people’s overrules, too"
        return .element("p", [:], [.element("a", ["href": other.link().href], text: words)])
    }

    /// The page's words, each with its definition one click away.
    private var words: Markup {
        let words: [GlossaryWord] = [
            .cell, .stated, .acted, .reading, .score, .signedGap, .variant, .replicate, .attribution, .scoring,
        ]
        return .element(
            "p", ["class": "words"],
            [
                .text("Words of this page: "), .joined(words.map { Glossary.link($0) }, separator: .text(", ")),
                .text("."),
            ])
    }

    // MARK: Actions

    private var actionBlocks: [Markup] {
        guard !actions.isEmpty else {
            return [
                .element(
                    "p", ["class": "unknown"],
                    text: respondent.isImported
                        ? "The imported replies name sides, not actions. The VIA dataset brings the actions: import it into the same store."
                        : "The study has no actions for this cell.")
            ]
        }
        return actions.map(ActionBlock.markup)
    }

    // MARK: Questions

    private var questions: [Markup] {
        var blocks = entries.map {
            EntryBlock(entry: $0, value: place.value, run: place.run, isOpen: $0.question.variantName == place.variant)
                .markup
        }
        if entries.isEmpty {
            blocks.append(.element("p", ["class": "unknown"], text: "No question about this cell was planned."))
        }
        if pages > 1 { blocks.append(pager) }
        return blocks + [formats]
    }

    private var pager: Markup {
        func link(_ page: Int, _ words: String) -> Markup {
            var address = place
            (address.page, address.variant) = (page, nil)
            return .element("a", ["href": address.link(section: "questions").href], text: words)
        }
        let page = place.page
        return .element(
            "nav", ["aria-label": "Pages of questions", "class": "pager"],
            [.element("span", [:], text: "Page \(Numerals.count(page)) of \(Numerals.count(pages))")]
                + (page > 1 ? [link(1, "First page"), link(page - 1, "Page before")] : [])
                + (page < pages ? [link(page + 1, "Next page"), link(pages, "Last page")] : []))
    }

    // MARK: Neighbours

    private var around: [Markup] {
        var blocks = [neighbours.steps]
        switch areScoresCurrent {
        case nil:
            blocks.append(
                .element(
                    "p", ["class": "unknown"],
                    text: "The run’s figures are being made; look again in a moment for the scores."))
        case false?:
            blocks.append(
                .element(
                    "p", ["class": "unknown"],
                    text: "The scores are of the run as it was a moment ago; new ones are being made."))
        case true?: break
        }
        if !neighbours.sameValue.isEmpty {
            blocks.append(
                PageBlocks.details(
                    "\(place.value) in other scenarios",
                    [
                        CellNeighbours.table(
                            "The same value in other scenarios, the widest gap first", "Scenario", neighbours.sameValue,
                            all: neighbours.allOfValue)
                    ]))
        }
        if !neighbours.sameScenario.isEmpty {
            blocks.append(
                PageBlocks.details(
                    "Other values in \(place.country), \(place.topic)",
                    [
                        CellNeighbours.table(
                            "Other values of the scenario, in the theory’s order", "Value", neighbours.sameScenario,
                            all: neighbours.allOfScenario)
                    ]))
        }
        return blocks
    }
}
