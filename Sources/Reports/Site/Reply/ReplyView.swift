package import Foundation
package import Pages
package import Text

/// One question with each run's reply to it.
package struct ReplyView: SiteView {
    /// What a run has to the question.
    package struct Answers: Sendable {
        /// The run's number.
        package var run: Int
        /// Who was asked.
        package var respondent: RespondentSummary
        /// The reply that stands first, then those that were set aside.
        package var replies: [ShownReply]
        /// Why there is none; nil where there is one, or it was not asked.
        package var failure: ShownFailure?
        /// Where the question's cell is looked at; nil for a question about a whole scenario.
        package var cell: CellAddress?

        package init(
            run: Int, respondent: RespondentSummary, replies: [ShownReply], failure: ShownFailure?, cell: CellAddress?
        ) {
            (self.run, self.respondent, self.replies) = (run, respondent, replies)
            (self.failure, self.cell) = (failure, cell)
        }
    }

    /// What is shown where one reply is looked at alone.
    package struct Raw: Sendable {
        /// The request as a shell's command; nil where it is not kept.
        package var command: String?
        /// The request's and the response's body; nil where they are not kept.
        package var request, response: ShownText?

        package init(command: String?, request: ShownText?, response: ShownText?) {
            (self.command, self.request, self.response) = (command, request, response)
        }
    }

    let place: ReplyAddress
    package var address: any SiteAddress { place }
    let question: ShownQuestion
    /// Of the runs that are shown, in their order.
    let answers: [Answers]
    /// How many runs of the store have something to the question.
    let runs: Int
    let raw: Raw?
    /// The form by which a person overrules the reading; nil where no single reply stands.
    let form: OverruleForm?
    let version: String

    package init(
        _ place: ReplyAddress, question: ShownQuestion, answers: [Answers], runs: Int, raw: Raw?, form: OverruleForm?,
        version: String
    ) {
        (self.place, self.question, self.answers, self.runs) = (place, question, answers, runs)
        (self.raw, self.form, self.version) = (raw, form, version)
    }

    /// So many runs are shown on a page; others are chosen by their number.
    package static let mostRuns = 30

    package func page() throws(TemplateError) -> Page {
        var page = Page(
            title: "\(question.value ?? question.topic ?? "Question") · \(question.taskName) · reply",
            generator: ReportFrame.generator(version), header: header, skip: "Skip to the question",
            sections: [
                Page.Section("question", label: "Question", heading: "The question", body: .lines([questionBlock])),
                Page.Section(
                    "replies", label: answers.count == 1 ? "Reply" : "Replies",
                    heading: answers.count == 1 ? "The reply" : "The replies", body: .lines(replyBlocks + [formats])),
            ] + [overruleSection, rawSection].compactMap(\.self), footer: ReportFrame.footer(version))
        page.trail = [Page.Entry("Runs", OverviewAddress().link())]
        if let only = answers.first, answers.count == 1 {
            page.trail.append(Page.Entry("Run \(only.run)", RunAddress(run: only.run).link()))
            if let cell = only.cell { page.trail.append(Page.Entry("The cell", cell.link())) }
        }
        return page
    }

    private var header: Page.Header {
        let place = [question.country, question.topic].compactMap(\.self).joined(separator: " · ")
        let about = question.value.map { Markup.element("bdi", text: $0) } ?? .text("All values of a scenario")
        let isSimulated = answers.contains { $0.respondent.isSimulated }
        return Page.Header(
            eyebrow: question.taskName, heading: about, kinds: isSimulated ? ["simulated respondent"] : [],
            subtitle: .element("bdi", text: place)
                + .text(" · \(question.variantWords) · replicate \(question.replicate + 1) · \(question.firstWords)"))
    }

    private var questionBlock: Markup {
        .joined([
            .element(
                "p", ["class": "permanent"],
                [
                    .text("The permanent link to this question, the same in every store: "),
                    .element("a", ["href": ReplyAddress(question: question.id).link().href], text: question.id),
                ]),
            question.block(isOpen: true),
            .element(
                "p", ["class": "words"],
                [
                    .text("Words of this page: "),
                    .joined(
                        [GlossaryWord.question, .variant, .replicate, .reply, .reading].map { Glossary.link($0) },
                        separator: .text(", ")), .text("."),
                ]),
        ])
    }

    private var replyBlocks: [Markup] {
        var blocks: [Markup] = []
        if answers.isEmpty {
            blocks.append(.element("p", ["class": "unknown"], text: "No run of this store has a reply to it."))
        }
        for one in answers { blocks.append(block(one)) }
        if runs > answers.count, place.run == nil {
            blocks.append(
                .element(
                    "p", [:],
                    text: "\(Numerals.count(runs)) runs have a reply; the first \(answers.count) are shown. "
                        + "Others are chosen by their number, as in ?run=\(runs)."))
        }
        if place.run != nil {
            let all = ReplyAddress(question: question.id).link()
            blocks.append(
                .element("p", [:], [.element("a", ["href": all.href], text: "Every run’s reply to this question")]))
        }
        return blocks
    }

    private func block(_ one: Answers) -> Markup {
        let own = ReplyAddress(question: question.id, run: one.run).link()
        let isAlone = raw != nil
        var parts: [Markup] = [
            .element(
                "h3", [:],
                [
                    .element("a", ["href": own.href], text: "Run \(one.run)"), .text(": "),
                    .element("bdi", [:], text: one.respondent.label),
                ])
        ]
        for reply in one.replies { parts.append(ReplyBlock(reply: reply, whole: isAlone ? nil : own).markup) }
        if let reply = one.replies.first, isAlone, reply.text.isCut { parts.append(pager(reply.text)) }
        if let failure = one.failure { parts.append(Self.markup(failure)) }
        return .element("article", ["class": "reply"], parts)
    }

    /// A question that was asked in vain, with why.
    static func markup(_ failure: ShownFailure) -> Markup {
        .element(
            "div", ["class": "failed"],
            [
                .element(
                    "p", [:],
                    text: "No reply: asked in vain \(Numerals.count(failure.attempts, "time", "times")), "
                        + "last \(failure.failed): \(PlainNames.words(failure.code))."),
                SaidBlock.markup(ShownText(failure.message, most: 4000)),
            ])
    }

    /// Links to the parts of a long reply.
    private func pager(_ text: ShownText) -> Markup {
        func link(_ part: Int, _ words: String) -> Markup {
            var address = place
            address.part = part
            return .element("a", ["href": address.link().href], text: words)
        }
        var links: [Markup] = []
        if text.part > 1 { links += [link(1, "First part"), link(text.part - 1, "Part before")] }
        if text.part < text.parts { links += [link(text.part + 1, "Next part"), link(text.parts, "Last part")] }
        return .element(
            "nav", ["aria-label": "Parts of the reply", "class": "pager"],
            [.element("span", [:], text: "Part \(Numerals.count(text.part)) of \(Numerals.count(text.parts))")] + links)
    }

    private var overruleSection: Page.Section? {
        form.map {
            Page.Section("overrule", label: "Overrule", heading: "Overrule the reading", body: .lines([$0.markup]))
        }
    }

    private var rawSection: Page.Section? {
        guard let raw else { return nil }
        var blocks: [Markup] = []
        if let command = raw.command {
            blocks.append(
                PageBlocks.details(
                    "The request as cURL, without the key",
                    [
                        .element("p", [:], text: "Set the shell’s variable API_KEY to your key first."),
                        .element("pre", ["class": "raw", "dir": "ltr"], text: command),
                    ]))
        }
        if let answer = answers.first?.replies.first {
            blocks.append(
                PageBlocks.details(
                    "The reply as plain text",
                    [.element("pre", ["class": "raw", "dir": "auto"], text: answer.text.text)]))
        }
        for (name, text) in [("request", raw.request), ("response", raw.response)] {
            guard let text else {
                blocks.append(.element("p", ["class": "unknown"], text: "The raw \(name) is not kept."))
                continue
            }
            let cut = text.isCut ? ", its first \(Numerals.count(text.text.utf8.count))" : ""
            blocks.append(
                PageBlocks.details(
                    "The raw \(name), \(Numerals.count(text.bytes, "byte", "bytes"))\(cut)",
                    [.element("pre", ["class": "raw", "dir": "ltr"], text: text.text)]))
        }
        return Page.Section("raw", label: "Raw", heading: "As it travelled", body: .lines(blocks))
    }
}
