package import Pages

/// The pages around an annotator's items.
package enum AnnotatePages {
    /// What somebody agrees to before anything is shown.
    package struct ConsentForm: Sendable {
        /// What they agree to, in paragraphs.
        package var text: String
        /// The countries to choose from.
        package var countries: [String]
        /// What they said before.
        package var country = "", languages = "", years = ""
        /// Whether they have agreed, and not taken it back.
        package var isGiven = false
        /// What was wrong with the form.
        package var problem: String?

        /// An empty form.
        package init(text: String, countries: [String]) { (self.text, self.countries) = (text, countries) }
    }

    /// The consent page.
    package static func consent(_ form: ConsentForm, in frame: AnnotateFrame) -> Page {
        let own = form.countries.contains(form.country)
        let options =
            [Markup.element("option", ["value": ""], text: "Choose …")]
            + form.countries.map {
                .element("option", ["value": $0, "selected": $0 == form.country ? "selected" : nil], text: $0)
            }
            + [
                .element(
                    "option", ["value": "other", "selected": !own && !form.country.isEmpty ? "selected" : nil],
                    text: "Another country")
            ]
        func field(_ id: StaticString, _ label: String, _ input: Markup, hint: String? = nil) -> Markup {
            .element(
                "p", [:],
                [.element("label", ["for": "\(id)"], text: label), input]
                    + (hint.map { [.element("span", ["class": "hint"], text: $0)] } ?? []))
        }
        let fields: [Markup] = [
            field(
                "country", "The country that you know from living there",
                .element(
                    "select", ["id": "country", "name": "country", "required": "required", "autocomplete": "off"],
                    options)),
            field(
                "other", "Which one, if it is another",
                .element(
                    "input",
                    [
                        "id": "other", "type": "text", "name": "other", "maxlength": "100", "autocomplete": "off",
                        "value": own ? "" : form.country,
                    ])),
            field(
                "years", "How many years you have lived there",
                .element(
                    "input",
                    [
                        "id": "years", "type": "number", "name": "years", "min": "0", "max": "120",
                        "autocomplete": "off",
                        "value": form.years,
                    ]), hint: "May stay empty."),
            field(
                "languages", "Languages that you read well",
                .element(
                    "input",
                    [
                        "id": "languages", "type": "text", "name": "languages", "maxlength": "200",
                        "autocomplete": "off",
                        "dir": "auto", "value": form.languages,
                    ]), hint: "May stay empty."),
            .element(
                "p", ["class": "agree"],
                [
                    .element(
                        "label", [:],
                        [
                            .element(
                                "input",
                                [
                                    "type": "checkbox", "name": "agree", "value": "1", "required": "required",
                                    "autocomplete": "off", "checked": form.isGiven ? "checked" : nil,
                                ]), .element("span", text: "I have read this, I am of age, and I agree to take part."),
                        ])
                ]),
            .element("p", [:], [.element("button", ["type": "submit", "class": "main"], text: "Begin")]),
        ]
        return frame.page(
            "Before you begin", notices: form.problem.map { [$0] } ?? [],
            sections: [
                Page.Section(
                    "consent", label: "Consent", heading: "What you agree to",
                    body: .lines(
                        [
                            .element("div", ["class": "guide"], AnnotateItemPage.paragraphs(form.text)),
                            .element(
                                "form",
                                [
                                    "class": "agreeing", "method": "post", "action": frame.links.consent.href,
                                    "autocomplete": "off",
                                ],
                                fields),
                        ] + (form.isGiven ? [withdrawal(frame)] : [])))
            ])
    }

    private static func withdrawal(_ frame: AnnotateFrame) -> Markup {
        .element(
            "details", ["class": "beside"],
            [
                .element("summary", text: "Take your consent back"),
                .element(
                    "form",
                    [
                        "class": "agreeing", "method": "post", "action": frame.links.withdraw.href,
                        "autocomplete": "off",
                    ],
                    [
                        .element(
                            "p",
                            text:
                                "You can stop at any time. You are shown nothing more. What you have judged can stay among the "
                                + "judgements, or be left out of all of them."),
                        .element(
                            "p", ["class": "go"],
                            [
                                .element(
                                    "button", ["type": "submit", "name": "answers", "value": "keep"],
                                    text: "Stop, and let my answers count"),
                                .element(
                                    "button", ["type": "submit", "name": "answers", "value": "drop"],
                                    text: "Stop, and leave my answers out"),
                            ]),
                    ]),
            ])
    }

    /// One of the items that somebody was given, in the list of what is missing.
    package struct Row: Sendable {
        package var number: Int
        package var words, standing: String
        package var isOpen: Bool

        package init(number: Int, words: String, standing: String, isOpen: Bool) {
            (self.number, self.words, self.standing, self.isOpen) = (number, words, standing, isOpen)
        }
    }

    /// What is still missing: the items that are not done, then the others.
    package static func missing(
        _ rows: [Row], progress: AnnotateProgress, notice: String?, in frame: AnnotateFrame
    ) -> Page {
        func list(_ rows: [Row]) -> Markup {
            .element(
                "ol", ["class": "given"],
                rows.map { row in
                    .element(
                        "li", [:],
                        [
                            .element("a", ["href": frame.links.item(row.number).href], text: "Item \(row.number)"),
                            .element("span", ["class": "standing"], text: row.standing),
                            .element("span", ["class": "quiet", "dir": "auto"], text: row.words),
                        ])
                })
        }
        let open = rows.filter(\.isOpen), done = rows.filter { !$0.isOpen }
        var sections = [
            Page.Section(
                "open", label: "Still open", heading: open.isEmpty ? "Nothing is missing" : "Still open",
                body: .lines([
                    open.isEmpty
                        ? .element(
                            "p",
                            text: rows.isEmpty
                                ? "You have no items yet." : "Each item that you were given is judged or skipped.")
                        : list(open), nextButton(frame),
                ]))
        ]
        if !done.isEmpty {
            sections.append(
                Page.Section("done", label: "Done", heading: "Judged or skipped", body: .lines([list(done)])))
        }
        return frame.page(
            "What is missing", subtitle: .text(progress.words + "."), notices: notice.map { [$0] } ?? [],
            sections: sections)
    }

    private static func nextButton(_ frame: AnnotateFrame, _ label: String = "Next item") -> Markup {
        .element(
            "form", ["method": "post", "action": frame.links.next.href, "autocomplete": "off"],
            [.element("button", ["type": "submit", "class": "main"], text: label)])
    }

    /// The last page.
    ///
    /// - Parameters:
    ///   - code: what a crowd service wants to be told.
    ///   - othersHoldSome: whether others hold items that may come back.
    package static func done(
        progress: AnnotateProgress, code: String?, othersHoldSome: Bool, in frame: AnnotateFrame
    ) -> Page {
        var body: [Markup] = []
        if progress.judged + progress.skipped == 0 {
            body.append(
                .element(
                    "p",
                    text:
                        "There is no item for you: those of the country that you know have all the judgements that are wanted, or "
                        + "there are none. You can correct what you said of yourself."))
        } else {
            body.append(
                .element("p", text: "Thank you. You have been given all that there is for you: \(progress.words)."))
        }
        if othersHoldSome {
            body.append(
                .element(
                    "p",
                    text:
                        "Others are judging some items at this moment. If one of them is given back, it is offered to you: look "
                        + "again later."))
        }
        if let code {
            body.append(
                .element(
                    "p", ["class": "code"], [.text("Your completion code: "), .element("code", text: code)]))
        }
        body.append(nextButton(frame, "Look for another item"))
        body.append(
            .element(
                "p", ["class": "hint"],
                [
                    .element("a", ["href": frame.links.missing.href], text: "Look at your items"), .text(" · "),
                    .element(
                        "a", ["href": frame.links.consent.href], text: "What you said of yourself, and withdrawing"),
                ]))
        return frame.page(
            othersHoldSome ? "Nothing more just now" : "That was all",
            sections: [Page.Section("end", label: "End", heading: "Where you are", body: .lines(body))])
    }

    /// How to judge: the guideline, then what is asked, with what each answer means.
    package static func guideline(
        _ text: String, codebook: String, criteria: [(name: String, question: String, definition: String)],
        levels: [AnnotateCoding.Level]? = nil, in frame: AnnotateFrame
    ) -> Page {
        let codes = levels?.flatMap { level -> [Markup] in
            [.element("h3", text: level.name)]
                + level.codes.flatMap { code in
                    [.element("h4", text: code.name)]
                        + AnnotateItemPage.meaning(code.definition, examples: code.examples, excludes: code.excludes)
                }
        }
        let questions = criteria.flatMap { criterion -> [Markup] in
            [
                .element("h3", text: criterion.name),
                .element("p", ["dir": "auto"], [.element("strong", text: criterion.question)]),
            ] + AnnotateItemPage.paragraphs(criterion.definition)
        }
        return frame.page(
            "Guideline", subtitle: .text("Codebook \(codebook)"),
            sections: [
                Page.Section(
                    "guideline", label: "Guideline", heading: codes == nil ? "How to judge" : "How to code",
                    body: .lines([.element("div", ["class": "guide"], AnnotateItemPage.paragraphs(text))])),
                Page.Section(
                    "questions", label: codes == nil ? "Questions" : "Codes",
                    heading: codes == nil ? "What is asked" : "The codes",
                    body: .lines([
                        .element("div", ["class": "guide"], codes ?? questions),
                        nextButton(frame, codes == nil ? "Go on judging" : "Go on coding"),
                    ])),
            ])
    }

    /// Why a request has no page. It tells nobody anything of links or projects.
    package static func problem(_ title: String, _ words: String, generator: String) -> Page {
        Page(
            title: title, generator: generator,
            header: Page.Header(eyebrow: "Judging", heading: .text(title), subtitle: .empty), skip: "Skip to the page",
            sections: [
                Page.Section(
                    "problem", label: "Problem", heading: "What is wrong",
                    body: .lines([.element("p", ["dir": "auto"], text: words)]))
            ], footer: generator)
    }
}
