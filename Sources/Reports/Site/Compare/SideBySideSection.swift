import Pages
import Text

/// The questions of a page, with what chooses them and the ways to other pages.
struct SideBySideSection {
    let place: SideBySideAddress
    let found: SideBySidePage
    let choices: [RunChoice]
    let formats: Markup

    var section: Page.Section {
        let words = Glossary.used([
            .question, .reply, .reading, .cell, .side, .inclination, .stated, .acted, .inconsistent,
        ])
        let questions = found.questions.enumerated().map {
            SideQuestionView(question: $1, runs: runs).markup(number: $0)
        }
        return Page.Section(
            "questions", label: "Questions", heading: "Where do their replies part?",
            body: .lines(
                [counts, order, sieve, pages("Pages")] + questions + [
                    found.questions.isEmpty ? .empty : pages("Pages, once more"), words, formats,
                ]))
    }

    private var runs: [RunChoice] {
        place.runs.map { run in
            choices.first { $0.run == run } ?? RunChoice(run: run, label: "run \(run)", study: "", begun: "")
        }
    }

    private var counts: Markup {
        let all =
            "\(place.runs.count == 2 ? "Both runs" : "Two of the runs or more") have a reply to \(Numerals.count(found.shared, "question", "questions")); "
            + "\(Numerals.count(found.differing)) of them were read differently."
        let chosen =
            found.chosen == found.differing
            ? "" : " \(Numerals.count(found.chosen)) of those are chosen below."
        return .element("p", ["class": "lead"], text: all + chosen)
    }

    /// The order, in words; as ``SideQuestion/Reason`` has it.
    private var order: Markup {
        PageBlocks.details(
            "In which order?",
            [
                .element(
                    "p", [:],
                    text:
                        "The likeliest to matter first. First come questions of which runs gave different answers about a cell in "
                        + "which the runs lean to different sides in that task (on average over its questions) and in which at least one of "
                        + "them does not act as it speaks. Then come other questions with different answers, then those that "
                        + "only some of the runs answered while others refused or can’t be read."),
                .element(
                    "p", [:],
                    text:
                        "Within each, those whose answers are farther apart come first: 1 for two different choices; for "
                        + "ratings the widest difference in one value, on a scale from 0 to 1. Then those in whose cell the runs’ "
                        + "gaps are farther apart. A question that a run has no reply to yet is compared among the others."
                ),
            ])
    }

    // MARK: Choosing

    private var sieve: Markup {
        let runs = place.runs.map { run in
            Markup.element("input", ["type": "hidden", "name": "run", "value": "\(run)"])
        }
        return .element(
            "form", ["method": "get", "action": (Link.site(place.steps) ?? .root).href, "class": "sift"],
            runs + [
                Self.choice(
                    "Differ in", "differ",
                    [("", "anything"), ("answer", "the answer"), ("state", "being answered, refused or unreadable")],
                    place.differ == .any ? "" : place.differ.rawValue),
                Self.choice(
                    "Task", "task", [("", "both"), ("stated", "1: what is stated"), ("acted", "2: how it acts")],
                    place.task?.rawValue ?? ""),
                Self.names("Country", "country", found.countries, place.country),
                Self.names("Topic", "topic", found.topics, place.topic),
                Self.names("Value", "value", found.values, place.value),
                .element("button", ["type": "submit"], text: "Choose"),
            ])
    }

    private static func names(_ label: String, _ name: String, _ names: [String], _ chosen: String?) -> Markup {
        choice(label, name, [("", "all")] + names.map { ($0, $0) }, chosen ?? "")
    }

    private static func choice(
        _ label: String, _ name: String, _ options: [(value: String, label: String)], _ chosen: String
    ) -> Markup {
        .element(
            "label", [:],
            [
                .text(label + " "),
                .element(
                    "select", ["name": name],
                    options.map { option in
                        .element(
                            "option",
                            ["value": option.value, "selected": option.value == chosen ? "" : nil, "dir": "auto"],
                            text: option.label)
                    }),
            ])
    }

    private func pages(_ label: String) -> Markup {
        let (size, count) = (SideBySideAddress.pageSize, found.chosen)
        let last = max(1, (count + size - 1) / size)
        guard count > 0 else {
            return .element("p", [:], text: "No question is left. Choose less.")
        }
        guard place.page <= last else {
            return .element(
                "p", [:],
                [
                    .text("There is no page \(place.page): the last one is "),
                    .element("a", ["href": place.on(page: last).link().href], text: "page \(last)"), .text("."),
                ])
        }
        let first = (place.page - 1) * size + 1
        func way(_ label: String, _ page: Int, _ isThere: Bool) -> Markup {
            isThere ? .element("a", ["href": place.on(page: page).link().href], text: label) : .empty
        }
        return .element(
            "nav", ["class": "pages parts", "aria-label": label],
            [
                .element(
                    "span", [:],
                    text:
                        "\(Numerals.count(first)) to \(Numerals.count(min(count, first + size - 1))) of \(Numerals.count(count))"
                ),
                way("First", 1, place.page > 2), way("Previous", place.page - 1, place.page > 1),
                way("Next", place.page + 1, place.page < last),
            ])
    }
}
