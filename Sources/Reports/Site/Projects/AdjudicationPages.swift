package import Pages

/// The pages of an adjudicator. They lie under the secret of a link, lead nowhere else, and work without a script.
package struct AdjudicationPages: Sendable {
    private let secret, project, name, generator: String

    /// - Parameters:
    ///   - secret: the one in the adjudicator's link.
    ///   - name: the adjudicator's.
    package init(secret: String, project: String, name: String, generator: String) {
        (self.secret, self.project, self.name, self.generator) = (secret, project, name, generator)
    }

    /// The queue.
    package var queueLink: Link { Link.site(["annotate", secret, "decide"]) ?? .root }

    /// An item of it.
    package func link(_ item: Int) -> Link { Link.site(["annotate", secret, "decide", "\(item)"]) ?? .root }

    private func page(_ title: String, subtitle: Markup, notices: [String] = [], sections: [Page.Section]) -> Page {
        Page(
            title: title, generator: generator,
            header: Page.Header(
                eyebrow: "\(project) · \(name)", heading: .text(title), subtitle: subtitle, notices: notices),
            skip: "Skip to the page", sections: sections, footer: generator)
    }

    /// Where annotators differ.
    package func queue(_ items: [DisputeFacts]) -> Page {
        let open = items.filter { !$0.isDecided }
        func list(_ items: [DisputeFacts]) -> Markup {
            .element("ol", ["class": "disputes"], items.prefix(500).map(line))
        }
        var sections = [
            Page.Section(
                "open", label: "To be decided",
                heading: Numerals.count(open.count, "item to be decided", "items to be decided"),
                body: .lines([open.isEmpty ? .element("p", text: "Nothing is left to decide.") : list(open)]))
        ]
        let decided = items.filter(\.isDecided)
        if !decided.isEmpty {
            sections.append(
                Page.Section(
                    "decided", label: "Decided",
                    heading: Numerals.count(decided.count, "decided item", "decided items"),
                    body: .lines([list(decided)])))
        }
        return page(
            "Disagreements",
            subtitle: .text(
                "Annotators differ on these. You decide without knowing who said what; everything you decide can be changed later."
            ),
            sections: sections)
    }

    private func line(_ item: DisputeFacts) -> Markup {
        let names = item.criteria.filter { !$0.isDecided || item.isDecided }.map(\.name).joined(separator: ", ")
        return .element(
            "li", [:],
            [
                .element("a", ["href": link(item.item).href], text: "Item \(item.item)"),
                .element(
                    "span", ["class": "range"], text: "\(item.country) · \(item.topic) · \(item.value) · \(names)"),
                .element("blockquote", ["dir": "auto"], text: cut(item.action, to: 240)),
            ])
    }

    /// One item, with the form that decides it.
    package func item(_ sheet: AdjudicationSheet) -> Page {
        page(
            "Item \(sheet.number)",
            subtitle: .element("a", ["href": queueLink.href], text: "To all disagreements"),
            notices: sheet.problem.isEmpty ? [] : [sheet.problem],
            sections: [
                Page.Section(
                    "item", label: "Item", heading: sheet.isCoding ? "What was coded" : "What was judged",
                    body: shown(sheet)),
                Page.Section(
                    "decision", label: "Decision", heading: "What do you decide?", body: .lines([form(sheet)])),
                Page.Section("guideline", label: "Guideline", heading: "Guideline", body: guideline(sheet)),
            ])
    }

    /// What went wrong, where there is no form to show.
    package static func problem(_ words: String, generator: String) -> Page {
        Page(
            title: "Not found", generator: generator,
            header: Page.Header(eyebrow: "Judging", heading: .text("Not found"), subtitle: .empty),
            skip: "Skip to what is wrong",
            sections: [
                Page.Section(
                    "problem", label: "Problem", heading: "What is wrong", body: .lines([.element("p", text: words)]))
            ], footer: generator)
    }

    private func shown(_ sheet: AdjudicationSheet) -> Markup {
        let facts: [(String, String)] =
            [
                ("Country", sheet.country), ("Topic", sheet.topic),
                ("Value", sheet.value + (sheet.meaning.isEmpty ? "" : ": " + sheet.meaning)),
            ]
            + (sheet.gap.map { [("What it says", $0.says), ("What it chooses", $0.chooses)] } ?? [
                ("Meant to", sheet.inclination)
            ])
            + [
                ("Attributions", sheet.attributions.joined(separator: " · ")), ("Explanation", sheet.explanation),
                ("Not chosen", sheet.gap?.otherAction ?? ""), ("Its own reason", sheet.gap?.reason ?? ""),
            ]
        let language = sheet.language.isEmpty ? nil : sheet.language
        let notes = sheet.notes.filter { !$0.note.isEmpty }.map { letter, note in
            Markup.element(
                "li", [:],
                [
                    .element("strong", text: letter), .text(": "),
                    .element("span", ["dir": "auto"], text: cut(note, to: 4000)),
                ])
        }
        let spans = sheet.spans.map { letter, texts in
            Markup.element(
                "li", [:],
                [.element("strong", text: letter), .text(" would mark: ")]
                    + (texts.isEmpty
                        ? [.text("nothing")] : texts.map { .element("q", ["dir": "auto"], text: $0) + .text(" ") }))
        }
        return .lines([
            .element("blockquote", ["dir": "auto", "lang": language], text: sheet.action),
            .element(
                "dl", ["class": "facts"],
                facts.filter { !$0.1.isEmpty }.map { name, value in
                    .element("div", [:], [.element("dt", text: name), .element("dd", ["dir": "auto"], text: value)])
                }),
            notes.isEmpty && spans.isEmpty
                ? .empty
                : .element("h3", text: "What annotators noted") + .element("ul", ["class": "votes"], notes + spans),
        ])
    }

    private func form(_ sheet: AdjudicationSheet) -> Markup {
        let disputed = sheet.criteria.filter(\.isDisputed), others = sheet.criteria.filter { !$0.isDisputed }
        let rest =
            others.isEmpty
            ? Markup.empty
            : .element(
                "details", ["open": others.contains { $0.chosen != nil } ? "open" : nil],
                [.element("summary", text: "\(sheet.isCoding ? "Codes" : "Criteria") on which annotators agree")]
                    + others.map(fieldset))
        return .element(
            "form", ["method": "post", "action": link(sheet.number).href, "class": "decide", "autocomplete": "off"],
            [.element("input", ["type": "hidden", "name": "seen", "value": "\(sheet.seen)"])]
                + disputed.map(fieldset) + [
                    rest,
                    .element(
                        "p", [:],
                        [
                            .element("label", ["for": "memo"], text: "Memo (kept beside the decision)"),
                            .element(
                                "textarea",
                                [
                                    "id": "memo", "name": "memo", "rows": "3", "maxlength": "4000", "dir": "auto",
                                    "autocomplete": "off",
                                ], [.text(sheet.memo)]),
                        ]), .element("button", ["type": "submit"], text: "Keep the decision"),
                ])
    }

    private func fieldset(_ criterion: AdjudicationSheet.Criterion) -> Markup {
        let said = criterion.said.map { "\($0.letter): \($0.answer)" }.joined(separator: " · ")
        func radio(_ id: String, _ label: String, isChosen: Bool) -> Markup {
            .element(
                "label", ["class": "choice"],
                [
                    .element(
                        "input",
                        [
                            "type": "radio", "name": "answer-\(criterion.id)", "value": id,
                            "checked": isChosen ? "checked" : nil, "autocomplete": "off",
                        ]), .text(" " + label),
                ])
        }
        let answers = criterion.answers.map { radio($0.id, $0.label, isChosen: $0.id == criterion.chosen) }
        let undecided = radio("", "Not decided", isChosen: criterion.chosen == nil)
        return .element(
            "fieldset", [:],
            [
                .element("legend", text: "\(criterion.name): \(criterion.question)"),
                .element(
                    "p", ["class": "said"],
                    text: said.isEmpty
                        ? "Nobody has answered."
                        : said + (criterion.majority.map { " — the majority says \($0)" } ?? "")),
                .element("div", ["class": "answers"], answers + [undecided]),
                criterion.isDisputed ? source(criterion) : .empty,
                .element(
                    "details", [:],
                    criterion.examples.isEmpty && criterion.excludes.isEmpty
                        ? [
                            .element("summary", text: "What the answers mean"),
                            .element("p", text: criterion.definition),
                        ]
                        : [.element("summary", text: "What the code means")]
                            + AnnotateItemPage.meaning(
                                criterion.definition, examples: criterion.examples, excludes: criterion.excludes)),
            ])
    }

    private func source(_ criterion: AdjudicationSheet.Criterion) -> Markup {
        let id = "source-\(criterion.id)"
        let options =
            [Markup.element("option", ["value": ""], text: "Choose …")]
            + AdjudicationSheet.sources.map { source in
                .element(
                    "option", ["value": source.id, "selected": source.id == criterion.source ? "selected" : nil],
                    text: source.words)
            }
        return .element(
            "p", [:],
            [
                .element("label", ["for": id], text: "Why do they differ?"),
                .element("select", ["id": id, "name": id, "autocomplete": "off"], options),
            ])
    }

    private func guideline(_ sheet: AdjudicationSheet) -> Markup {
        .lines(sheet.guideline.split(separator: "\n\n").map { .element("p", ["dir": "auto"], text: String($0)) })
    }
}
