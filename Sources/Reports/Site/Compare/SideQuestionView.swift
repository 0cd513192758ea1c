import Pages
import Text

/// One question with the runs' replies side by side.
struct SideQuestionView {
    let question: SideQuestion
    let runs: [RunChoice]

    /// So many values that were rated differently are listed.
    private static let mostRatings = 12

    /// - Parameter number: the question's place on the page, from 0.
    func markup(number: Int) -> Markup {
        let place = [question.country, question.topic] + [question.value].compactMap(\.self)
        let names = place.map { Markup.element("bdi", text: $0) }
        let heading: Markup =
            .text(question.task == .stated ? "Task 1 · " : "Task 2 · ") + .joined(names, separator: .text(" · "))
        return .element(
            "article", ["class": "question", "aria-labelledby": "question-\(number)"],
            [
                .element("h3", ["id": "question-\(number)"], [heading]),
                .element("p", ["class": "why"], text: why), prompt, ratings(number),
                .element("div", ["class": "sides"], zip(runs, question.replies).map(side)),
            ])
    }

    private var why: String {
        switch question.reason {
        case .sidesDiffer:
            "The runs lean to different sides here, and one of them does not act as it speaks."
        case .answersDiffer: "Different answers."
        case .statesDiffer: "Only some of the runs gave an answer."
        }
    }

    private var prompt: Markup {
        guard let prompt = question.prompt else {
            return .element("p", ["class": "why"], text: "What was asked is not known: others recorded the replies.")
        }
        return PageBlocks.details("The question as sent", [.element("pre", ["dir": "auto"], text: Plain.text(prompt))])
    }

    /// What was rated differently, the widest difference first.
    private func ratings(_ number: Int) -> Markup {
        guard !question.ratings.isEmpty else { return .empty }
        let shown = question.ratings.prefix(Self.mostRatings)
        let left = question.ratings.count - shown.count
        let table = HTMLTable(
            caption:
                "Question \(number + 1) of this page: "
                + "\(Numerals.count(question.ratings.count, "value", "values")) rated differently, as option numbers from 1, the "
                + "most agreement" + (left > 0 ? "; \(Numerals.count(left)) more are not listed" : ""),
            columns: ["Value"] + runs.map { "Run \($0.run)" },
            rows: shown.map { rating in [rating.value] + rating.options.map { $0.map(String.init) ?? Numerals.missing }
            })
        return table.block
    }

    private func side(_ run: RunChoice, _ reply: SideQuestion.Reply?) -> Markup {
        let name = Markup.element("h4", [:], [.text("Run \(run.run): "), .element("bdi", text: run.label)])
        guard let reply else {
            return .element(
                "div", ["class": "side"], [name, .element("p", ["class": "said"], text: "No reply")])
        }
        let whole = ReplyAddress(question: question.id, run: run.run).link()
        let size =
            reply.isWhole
            ? "This reply by itself" : "The whole reply, \(Numerals.count(reply.bytes)) bytes"
        let words: Markup =
            reply.text.isEmpty
            ? .element(
                "p", ["class": "stop"],
                text: reply.state == "answered"
                    ? "Its words are not known: the file that it comes from holds the answer alone." : "An empty reply."
            )
            : .element(
                "div",
                [
                    "class": "words", "dir": "auto", "tabindex": "0", "role": "region",
                    "aria-label": "Reply of run \(run.run) to question \(question.id)",
                ], text: Plain.text(reply.text) + (reply.isWhole ? "" : "…"))
        return .element(
            "div", ["class": "side"],
            [
                name, .element("p", ["class": "said"], text: said(reply)),
                .element(
                    "p", ["class": "stop"],
                    [.text("Stop reason: "), .element("bdi", text: reply.stop.map { Plain.line($0) } ?? "not told")]),
                words, .element("p", ["class": "stop"], [.element("a", ["href": whole.href], text: size)]),
            ])
    }

    private func said(_ reply: SideQuestion.Reply) -> String {
        switch reply.state {
        case "answered":
            if let choice = reply.choice {
                return "Chooses the \(choice)-action" + (reply.option.map { ", option \($0) as shown" } ?? "")
            }
            return "Rates the values"
        case "refused": return "Refuses"
        default: return "Can’t be read" + (reply.reason.map { ": \(PlainNames.words($0))" } ?? "")
        }
    }
}
