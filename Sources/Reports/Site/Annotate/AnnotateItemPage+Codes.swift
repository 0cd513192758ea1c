import Pages

/// The page of an item that is coded: what was chosen with its marks, the codes by level, and that none applies.
extension AnnotateItemPage {
    /// The action, as it is read and not changed; beside it the one that was not chosen.
    var chosen: Markup {
        let language = sheet.language.isEmpty ? nil : sheet.language
        var parts: [Markup] = [
            .element("h3", text: sheet.isGap ? "The action that it chooses" : "The action"),
            .element("p", ["class": "tokens", "dir": "auto", "lang": language], marked),
        ]
        for (heading, text) in [
            ("The action that it does not choose", sheet.otherAction),
            (sheet.isGap ? "What the chosen action has to do with the value" : "The explanation", sheet.explanation),
            ("The reason that it gives itself", sheet.reason),
        ] where !text.isEmpty {
            parts.append(.element("h3", text: heading))
            parts.append(.element("p", ["class": "explained", "dir": "auto", "lang": language], text: text))
        }
        return .lines(parts)
    }

    /// Marked words as stretches, with what stands between them.
    private var marked: [Markup] {
        var (found, stretch, between) = ([Markup](), "", "")
        func close() {
            if !stretch.isEmpty { found.append(.element("mark", text: stretch)) }
            stretch = ""
            if !between.isEmpty { found.append(.text(between)) }
            between = ""
        }
        for piece in sheet.pieces {
            switch piece {
            case .between(let text): between += text
            case .word(_, let text, let isMarked):
                if isMarked, !stretch.isEmpty {
                    stretch += between + text
                    between = ""
                } else {
                    close()
                    if isMarked { stretch = text } else { between = text }
                }
            }
        }
        close()
        return found
    }

    /// The codes, and that none applies.
    func codes(_ coding: AnnotateCoding) -> [Markup] {
        [.element("input", ["type": "hidden", "name": "coded", "value": "1", "autocomplete": "off"])]
            + coding.levels.map(level) + [none(coding), coding.proposal.map(proposal) ?? .empty]
    }

    private func level(_ level: AnnotateCoding.Level) -> Markup {
        .element(
            "fieldset", ["class": "level"], [.element("legend", text: level.name)] + level.codes.map(code))
    }

    private func code(_ code: AnnotateCoding.Code) -> Markup {
        .element(
            "div", ["class": "code-row"],
            [
                .element(
                    "label", ["class": "answer"],
                    [
                        .element(
                            "input",
                            [
                                "type": "checkbox", "name": "code", "value": code.id, "data-key": code.key,
                                "checked": code.isTicked ? "checked" : nil,
                                "data-filled": code.isPrefilled ? "" : nil, "autocomplete": "off",
                            ]), .element("span", text: code.name), code.key.map { .element("kbd", text: $0) } ?? .empty,
                    ]),
                code.isPrefilled
                    ? .element(
                        "p", ["class": "hint"],
                        text: "Ticked as a model coded it. Change it where you see it otherwise.")
                    : .empty,
                .element(
                    "details", [:],
                    [
                        .element(
                            "summary", [:],
                            [.text("What it means"), .element("span", ["class": "aside"], text: ": \(code.name)")])
                    ]
                        + Self.meaning(code.definition, examples: code.examples, excludes: code.excludes)),
            ])
    }

    /// What a code means: its definition, examples, and what it does not apply to.
    static func meaning(_ definition: String, examples: [String], excludes: [String]) -> [Markup] {
        func list(_ heading: String, _ texts: [String]) -> [Markup] {
            guard !texts.isEmpty else { return [] }
            return [
                .element("p", ["class": "of"], text: heading),
                .element("ul", [:], texts.map { .element("li", ["dir": "auto"], text: $0) }),
            ]
        }
        return paragraphs(definition) + list("It applies, for example", examples)
            + list("It does not apply, or another code does", excludes)
    }

    private func none(_ coding: AnnotateCoding) -> Markup {
        .element(
            "fieldset", ["class": "level none"],
            [
                .element("legend", text: "Or none of them"),
                .element(
                    "label", ["class": "answer"],
                    [
                        .element(
                            "input",
                            [
                                "type": "checkbox", "name": "none", "value": "1", "data-key": AnnotateKey.noCode,
                                "checked": coding.saysNone ? "checked" : nil, "autocomplete": "off",
                            ]), .element("span", text: "No code applies"),
                        .element("kbd", text: AnnotateKey.noCode),
                    ]),
            ])
    }

    private func proposal(_ proposal: AnnotateCoding.Proposal) -> Markup {
        let isOpen = !proposal.name.isEmpty || !proposal.definition.isEmpty
        return .element(
            "details", ["class": "proposing", "open": isOpen ? "open" : nil],
            [
                .element("summary", text: "Propose a code that is missing"),
                .element("label", ["for": "proposal"], text: "Its name"),
                .element(
                    "input",
                    [
                        "id": "proposal", "type": "text", "name": "proposal", "maxlength": "100", "dir": "auto",
                        "value": proposal.name, "autocomplete": "off",
                    ]),
                .element("label", ["for": "proposal-definition"], text: "What it would mean, and why this item is one"),
                .element(
                    "textarea",
                    [
                        "id": "proposal-definition", "name": "proposal-definition", "rows": "3", "maxlength": "4000",
                        "dir": "auto", "autocomplete": "off",
                    ], text: proposal.definition),
                .element(
                    "p", ["class": "hint"],
                    text:
                        "Whoever leads the project sees it. It becomes a code only in a later version of the codebook."),
            ])
    }
}
