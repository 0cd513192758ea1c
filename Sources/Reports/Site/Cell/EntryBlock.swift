import Pages

/// A question of a cell with what came of it, folded: its summary says what was read.
struct EntryBlock {
    let entry: CellEntry
    /// The value of the cell: of a reply to Task 1 its rating is told, and the rest is folded.
    let value: String
    let run: Int
    let isOpen: Bool

    var markup: Markup {
        let question = entry.question
        let link = ReplyAddress(question: question.id, run: run).link()
        let told = question.task == "stated" ? value : nil
        var parts = [summary, question.block()]
        for reply in entry.replies { parts.append(ReplyBlock(reply: reply, value: told, whole: link).markup) }
        if let failure = entry.failure { parts.append(ReplyView.markup(failure)) }
        if entry.replies.isEmpty, entry.failure == nil {
            parts.append(
                .element("p", ["class": "unknown"], text: "No reply yet: it was planned and has not been asked."))
        }
        parts.append(
            .element(
                "p", [:], [.element("a", ["href": link.href], text: "This reply by itself: link, raw bytes, overrule")])
        )
        return .element("details", ["class": "entry", "id": anchor, "open": isOpen ? "" : nil], parts)
    }

    private var anchor: String {
        "\(entry.question.task == "stated" ? "stated" : "acted")-\(entry.question.variant)-\(entry.question.replicate)"
    }

    private var summary: Markup {
        let question = entry.question
        let role = question.task == "stated" ? "stated" : "acted"
        let repeated = question.replicate > 0 ? ", replicate \(question.replicate + 1)" : ""
        return .element(
            "summary", [:],
            [
                .element("span", ["class": role], text: question.task == "stated" ? "Task 1 " : "Task 2 "),
                .element("bdi", [:], text: question.variantWords),
                .text(" · \(question.firstWords)\(repeated) · "), .element("bdi", ["class": "read"], text: outcome),
            ])
    }

    private var outcome: String {
        guard let reply = entry.standing else { return entry.failure == nil ? "missing" : "failed" }
        let told = entry.question.task == "stated" ? value : nil
        let read = reply.reading?.words(of: told) ?? "not read"
        let person = reply.inForce?.reading.map { "; a person overruled it as \($0.words(of: told))" } ?? ""
        return read + person
    }
}

/// One of the two actions, with the words highlighted that are said to show its side.
enum ActionBlock {
    static func markup(_ action: CellAction) -> Markup {
        let attribution = Attribution(
            action: action.text.text, spans: action.attributions.map { String($0.prefix(2000)) })
        // A text of alternating marks must not become thousands of elements.
        let isReadable = attribution.pieces.count <= 200
        let pieces =
            isReadable
            ? attribution.pieces.map { $0.isMarked ? Markup.element("mark", [:], text: $0.text) : .text($0.text) }
            : [.text(action.text.text)]
        let isFor = action.side == .agree
        var parts: [Markup] = [
            .element("h3", [:], text: isFor ? "The action for the value" : "The action against the value"),
            .element("blockquote", ["dir": "auto", "class": isFor ? "for" : "against"], pieces),
        ]
        if let generator = action.generator {
            parts.append(
                .element("p", ["class": "label"], [.text("Written by "), .element("bdi", [:], text: generator)]))
        }
        if action.text.isCut {
            parts.append(
                .element("p", ["class": "cut"], text: "The first part of \(Numerals.count(action.text.bytes)) bytes."))
        }
        if !attribution.elsewhere.isEmpty {
            let spans = attribution.elsewhere.prefix(20).map { "“\($0)”" }.joined(separator: ", ")
            parts.append(
                .element(
                    "p", ["class": "elsewhere", "dir": "auto"],
                    text: "Attributed, but not in the action word by word: \(spans)"))
        }
        if let explanation = action.explanation {
            parts.append(.element("p", ["class": "label"], text: "Why it shows it, as the dataset says:"))
            parts.append(SaidBlock.markup(explanation))
        }
        return .element("article", ["class": "action"], parts)
    }
}
