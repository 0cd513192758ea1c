package import Pages

/// The page of one item: what is judged, the questions, a note. It is one form, which works as it stands; a script saves each change.
package struct AnnotateItemPage: Sendable {
    let frame: AnnotateFrame
    let sheet: AnnotateSheet

    /// The page of an item.
    package init(_ sheet: AnnotateSheet, in frame: AnnotateFrame) { (self.sheet, self.frame) = (sheet, frame) }

    private var links: AnnotateLinks { frame.links }

    /// The page.
    package func page() -> Page {
        frame.page(
            "Item \(sheet.number)",
            subtitle: .element("span", ["data-progress": ""], text: sheet.progress.words + ".") + .text(" ")
                + .element(
                    "a", ["href": links.missing.href, "data-key": AnnotateKey.missing.rawValue], text: "What is missing"
                )
                + .text(" · ") + .element("a", ["href": links.guideline.href], text: "Guideline"),
            notices: notices,
            sections: [
                Page.Section(
                    "item", label: "Item", heading: sheet.coding == nil ? "Read, then judge" : "Read, then code",
                    body: .lines([form, guideline, keys]))
            ])
    }

    private var notices: [String] {
        var notices: [String] = []
        switch sheet.refusal {
        case .stale:
            notices.append(
                "Not saved yet: something else was saved for this item meanwhile, perhaps in another window of yours. What you "
                    + "typed stands below. Save it all the same, or open the item anew to see what stands.")
        case .other(let words): notices.append("Not saved: \(words)")
        case nil: break
        }
        if let reason = sheet.skipped {
            notices.append("You skipped this item" + (reason.isEmpty ? "." : ": “\(reason)”."))
        }
        if sheet.isLate {
            notices.append(
                "Your time for this item was over, and others were given it. Your answer is kept all the same.")
        }
        return notices
    }

    private var form: Markup {
        .element(
            "form",
            [
                "class": "desk", "method": "post", "action": links.item(sheet.number).href, "autocomplete": "off",
                "data-desk": "", "data-revision": String(sheet.revision),
                "data-refused": sheet.refusal == nil ? nil : "",
            ],
            [
                hidden("item", sheet.item), hidden("seen", String(sheet.revision)),
                hidden("shown", String(sheet.shown)),
                sheet.coding == nil ? hidden("whole", "1") : .empty,
                sheet.refusal == .stale ? hidden("force", "1") : .empty,
                .element(
                    "div", ["class": "read"],
                    sheet.coding == nil
                        ? [facts, passage, otherAction, explanation, reason] : [facts, chosen]),
                .element(
                    "div", ["class": "judge", "id": "questions"],
                    (sheet.coding.map(codes) ?? sheet.criteria.map(question)) + [models, note, buttons, state, skip]),
            ])
    }

    private func hidden(_ name: String, _ value: String) -> Markup {
        .element("input", ["type": "hidden", "name": name, "value": value, "autocomplete": "off"])
    }

    private var facts: Markup {
        guard !sheet.facts.isEmpty else { return .empty }
        return .element(
            "dl", ["class": "about"],
            sheet.facts.map { fact in
                .element(
                    "div", [:],
                    [.element("dt", text: fact.name), .element("dd", [:], [.element("bdi", text: fact.value)])])
            })
    }

    private var language: String? { sheet.language.isEmpty ? nil : sheet.language }

    private var passage: Markup {
        let pieces = sheet.pieces.map { piece -> Markup in
            switch piece {
            case .between(let text): .element("span", ["class": "between"], text: text)
            case .word(let number, let text, let isMarked):
                .element(
                    "label", ["class": "w"],
                    [
                        .element(
                            "input",
                            [
                                "type": "checkbox", "name": "word", "value": String(number),
                                "checked": isMarked ? "checked" : nil, "autocomplete": "off",
                            ]), .element("span", text: text),
                    ])
            }
        }
        var parts: [Markup] = [
            .element("legend", text: sheet.isGap ? "The action that it chooses" : "The action"),
            .element("a", ["class": "skip", "href": "#questions"], text: "Past the words, to the questions"),
            .element("p", ["class": "tokens", "dir": "auto", "lang": language, "data-words": ""], pieces),
            .element(
                "p", ["class": "hint"],
                text: "Marked words are those that show the value. Click a word to mark it, or to take its mark away."),
        ]
        if !sheet.lostAttributions.isEmpty {
            parts.append(
                .element(
                    "p", ["class": "hint"],
                    [.text("Also named, but not to be found in the action: ")]
                        + sheet.lostAttributions.prefix(20).map {
                            .element("q", ["dir": "auto"], text: $0) + .text(" ")
                        }))
        }
        return .element("fieldset", ["class": "passage"], parts)
    }

    private var explanation: Markup {
        guard !sheet.explanation.isEmpty else { return .empty }
        return .element("h3", text: "The explanation")
            + .element("p", ["class": "explained", "dir": "auto", "lang": language], text: sheet.explanation)
    }

    private var otherAction: Markup { beside("The action that it does not choose", sheet.otherAction) }
    private var reason: Markup { beside("The reason that it gives itself", sheet.reason) }

    private func beside(_ heading: String, _ text: String) -> Markup {
        guard !text.isEmpty else { return .empty }
        return .element("h3", text: heading)
            + .element("p", ["class": "explained", "dir": "auto", "lang": language], text: text)
    }

    private func question(_ criterion: AnnotateSheet.Criterion) -> Markup {
        let answers = criterion.answers.enumerated().map { place, answer -> Markup in
            let key = AnnotateKey.answer(at: place)
            return .element(
                "label", ["class": "answer"],
                [
                    .element(
                        "input",
                        [
                            "type": "radio", "name": "answer-\(criterion.id)", "value": answer.id, "data-key": key,
                            "checked": criterion.chosen == answer.id ? "checked" : nil, "autocomplete": "off",
                        ]), .element("span", text: answer.label), key.map { .element("kbd", text: $0) } ?? .empty,
                ])
        }
        return .element(
            "fieldset",
            [
                "class": "question", "data-criterion": criterion.id,
                "data-prefilled": criterion.isPrefilled ? "" : nil,
            ],
            [
                .element("legend", [:], [.element("small", text: criterion.name), .text(criterion.question)]),
                .element("div", ["class": "answers"], answers),
                criterion.isPrefilled
                    ? .element(
                        "p", ["class": "hint"],
                        text: "Filled in as a model judged it. Change it where you judge otherwise.")
                    : .empty,
                .element(
                    "details", [:],
                    [.element("summary", text: "What the answers mean")] + Self.paragraphs(criterion.definition)),
            ])
    }

    private var models: Markup {
        guard !sheet.suggestions.isEmpty else { return .empty }
        return .element(
            "details", ["class": "models"],
            [
                .element(
                    "summary",
                    text: sheet.coding == nil
                        ? "What a model judged, now that you have" : "How a model coded it, now that you have"),
                .element("ul", [:], sheet.suggestions.map { .element("li", text: $0) }),
            ])
    }

    private var note: Markup {
        .element(
            "p", ["class": "note"],
            [
                .element("label", ["for": "note"], [.text("Note "), .element("kbd", text: AnnotateKey.note.rawValue)]),
                .element(
                    "textarea",
                    [
                        "id": "note", "name": "note", "rows": "2", "maxlength": "4000", "dir": "auto",
                        "autocomplete": "off", "data-key": AnnotateKey.note.rawValue,
                    ], text: sheet.note),
            ])
    }

    private func button(_ go: String, _ label: String, key: AnnotateKey? = nil, kind: String? = nil) -> Markup {
        .element(
            "button",
            ["type": "submit", "name": "go", "value": go, "class": kind, "data-key": key?.rawValue],
            [.text(label)] + (key.map { [.text(" "), .element("kbd", text: $0.rawValue)] } ?? []))
    }

    private var buttons: Markup {
        .element(
            "div", ["class": "go"],
            [
                button(
                    "next", sheet.refusal == .stale ? "Save it all the same" : "Save and next", key: .next, kind: "main"
                ),
                button("stay", "Save", kind: "save"),
                sheet.number > 1 ? button("previous", "Previous", key: .previous) : .empty,
                button("undo", "Undo", key: .undo),
            ])
    }

    private var skip: Markup {
        guard sheet.skipped == nil else {
            return .element("p", ["class": "skipping"], [button("unskip", "Don’t skip it after all")])
        }
        return .element(
            "details", ["class": "skipping", "data-key": AnnotateKey.skip.rawValue],
            [
                .element("summary", [:], [.text("Skip this item "), .element("kbd", text: AnnotateKey.skip.rawValue)]),
                .element(
                    "p", [:],
                    [
                        .element("label", ["for": "why"], text: "Why? It may stay empty."),
                        .element(
                            "input",
                            [
                                "id": "why", "type": "text", "name": "why", "maxlength": "500", "dir": "auto",
                                "autocomplete": "off",
                            ]), button("skip", "Skip it"),
                    ]),
            ])
    }

    private var state: Markup {
        .element(
            "p", ["class": "state", "role": "status", "data-state": ""],
            text: sheet.refusal != nil
                ? "Not saved yet."
                : sheet.coding == nil
                    ? "What you choose is kept when you press a button."
                    : "What you tick is kept when you press a button; “Save and next” says of all other codes that they do not apply."
        )
    }

    private var guideline: Markup {
        guard !sheet.guideline.isEmpty else { return .empty }
        return .element(
            "details", ["class": "beside", "data-key": AnnotateKey.guideline.rawValue],
            [.element("summary", [:], [.text("Guideline "), .element("kbd", text: AnnotateKey.guideline.rawValue)])]
                + Self.paragraphs(sheet.guideline))
    }

    private var keys: Markup {
        let rows =
            sheet.coding == nil
            ? [("1, 2, 3 …", "the answer at that place, to the question that is framed")]
                + AnnotateKey.allCases.map { ($0.rawValue, $0.words) }
            : [
                ("1, 2, 3 …", "tick the code that has the key, or take its tick away"),
                (AnnotateKey.noCode, "to “No code applies”; the space bar ticks it"),
            ] + AnnotateKey.allCases.filter { $0 != .down && $0 != .up }.map { ($0.rawValue, $0.words) }
        return .element(
            "details", ["class": "beside keys", "data-keys": ""],
            [
                .element("summary", text: "Keys"),
                .element(
                    "dl", [:],
                    rows.map {
                        .element(
                            "div", [:],
                            [.element("dt", [:], [.element("kbd", text: $0.0)]), .element("dd", text: $0.1)])
                    }),
            ])
    }

    /// Plain text in paragraphs.
    static func paragraphs(_ text: String) -> [Markup] {
        text.split(separator: "\n\n").map { .element("p", ["dir": "auto"], text: String($0)) }
    }
}
