import Pages

/// The form by which a person overrules the reading of a reply, with who did before.
package struct OverruleForm: Sendable {
    /// What may be answered.
    package struct Offer: Sendable {
        /// What a reading's content may say of Task 2, with the words for it; empty for Task 1.
        package var choices: [(content: String, words: String)]
        /// The values that Task 1 rates, with the option that was read, and the labels of the options from agreement.
        package var values: [(name: String, option: Int?)]
        package var labels: [String]

        package init(
            choices: [(content: String, words: String)], values: [(name: String, option: Int?)], labels: [String]
        ) {
            (self.choices, self.values, self.labels) = (choices, values, labels)
        }
    }

    let question: String
    let run: Int
    let offer: Offer
    /// What people said before, the earliest first; those of an earlier reply among them.
    let history: [ShownOverrule]
    let mayWrite: Bool

    package init(question: String, run: Int, offer: Offer, history: [ShownOverrule], mayWrite: Bool) {
        (self.question, self.run, self.offer) = (question, run, offer)
        (self.history, self.mayWrite) = (history, mayWrite)
    }

    /// A form with a field a value has at most so many; where there are more, ratings are typed as a list.
    package static let mostFields = 150

    var markup: Markup {
        var parts = [
            Markup.element(
                "p", [:],
                text:
                    "Where the reader is wrong, a person’s reading can take its place. Both are kept. It counts only where it is "
                    + "asked for: with --overrides on the command line, or on a cell’s page with ?overrides=1; every figure then says strict+overrides."
            )
        ]
        guard mayWrite else {
            parts.append(
                .element(
                    "p", ["class": "notice"],
                    text:
                        "This is read-only for you. To overrule a reading, open the explorer by the whole line that vlens serve "
                        + "printed when it started, with the part behind “token=”."))
            return .joined(parts)
        }
        parts.append(mainForm)
        if let last = history.last, last.reading != nil { parts.append(backForm) }
        return .joined(parts)
    }

    private var action: String { Link.site(["reply", question, "overrule"])?.href ?? "" }

    private var hidden: [Markup] {
        [
            .element("input", ["type": "hidden", "name": "run", "value": "\(run)"]),
            .element("input", ["type": "hidden", "name": "seen", "value": history.last.map { "\($0.id)" } ?? ""]),
        ]
    }

    private var mainForm: Markup {
        let states = [
            ("answered", "It answers, as chosen below"), ("refused", "It declines to answer"),
            ("unreadable", "It can’t be read: no answer, or several"),
        ]
        let radios = states.map { state, words in
            Markup.element(
                "label", ["class": "choice"],
                [
                    .element("input", ["type": "radio", "name": "state", "value": state, "required": ""]),
                    .text(" " + words),
                ])
        }
        return .element(
            "form", ["method": "post", "action": action, "class": "overrule", "autocomplete": "off"],
            hidden + [
                .element("fieldset", [:], [.element("legend", [:], text: "How is the reply to be read?")] + radios),
                answers, whyField, nameField("by"),
                .element("button", ["type": "submit"], text: "Overrule the reading"),
            ])
    }

    private var backForm: Markup {
        .element(
            "form", ["method": "post", "action": action, "class": "overrule", "autocomplete": "off"],
            hidden + [
                .element("p", [:], text: "Or take the last overrule back: the reader’s own reading counts again."),
                nameField("by-back"), .element("button", ["type": "submit"], text: "Take it back"),
            ])
    }

    private func nameField(_ id: String) -> Markup {
        .element("label", ["class": "field", "for": id], text: "Your name")
            + .element(
                "input", ["id": id, "name": "by", "type": "text", "maxlength": "100", "required": "", "dir": "auto"])
    }

    private var whyField: Markup {
        .element("label", ["class": "field", "for": "why"], text: "Why")
            + .element(
                "textarea",
                ["id": "why", "name": "why", "rows": "3", "maxlength": "2000", "required": "", "dir": "auto"])
    }

    private var answers: Markup {
        if !offer.choices.isEmpty {
            return .element("label", ["class": "field", "for": "answer"], text: "The answer")
                + select("answer", "answer", offer.choices.map { ($0.content, $0.words) }, chosen: nil)
        }
        guard offer.values.count <= Self.mostFields else {
            let list = offer.values.map { $0.option.map(String.init) ?? "" }.joined(separator: ",")
            return .element(
                "label", ["class": "field", "for": "answer"],
                text:
                    "The option of each value, from 1 (most agreement), in the order of the theory, with commas between"
            )
                + .element("textarea", ["id": "answer", "name": "answer", "rows": "4"], text: list)
        }
        let options = offer.labels.enumerated().map { ("\($0.offset + 1)", "\($0.offset + 1), \($0.element)") }
        let rows = offer.values.enumerated().map { place, value in
            let id = "rating-\(place)"
            return Markup.element(
                "div", ["class": "rating"],
                [
                    .element("label", ["for": id], [.element("bdi", [:], text: value.name)]),
                    select(id, id, options, chosen: value.option.map(String.init)),
                ])
        }
        return .element(
            "fieldset", ["class": "ratings"], [.element("legend", [:], text: "The ratings")] + rows)
    }

    private func select(_ id: String, _ name: String, _ options: [(String, String)], chosen: String?) -> Markup {
        let none = Markup.element("option", ["value": "", "selected": chosen == nil ? "" : nil], text: "—")
        return .element(
            "select", ["id": id, "name": name],
            [none]
                + options.map { value, words in
                    .element("option", ["value": value, "selected": value == chosen ? "" : nil], text: words)
                })
    }
}
