package import Pages
package import Text

/// All that was said of one item: who, when, what replaced what.
package struct ItemTrailView: SiteView {
    /// A label of the item.
    package struct Line: Sendable {
        /// The store's number of the label.
        package var label: Int
        /// Who: the judge's name, and what kind of judge it is.
        package var judge, kind: String
        /// When, as "2026-11-26 20:15:09 UTC".
        package var time: String
        /// The criterion as the codebook names it now, and as the label does.
        package var criterion, key: String
        /// What was said, in words; empty where something was taken back.
        package var said: String
        /// The label that this one replaced; `nil` where it is the first.
        package var replaces: Int?
        /// Whether it is in force.
        package var isStanding: Bool
        /// Seconds from when the item was shown, how the label came, and whether it only accepts what was filled in.
        package var seconds: Double?, way: String, isAccepted: Bool

        package init(
            label: Int, judge: String, kind: String, time: String, criterion: String, key: String, said: String,
            replaces: Int?, isStanding: Bool, seconds: Double?, way: String, isAccepted: Bool
        ) {
            (self.label, self.judge, self.kind, self.time) = (label, judge, kind, time)
            (self.criterion, self.key, self.said, self.replaces) = (criterion, key, said, replaces)
            (self.isStanding, self.seconds, self.way, self.isAccepted) = (isStanding, seconds, way, isAccepted)
        }
    }

    /// What is known of the item.
    package struct Item: Sendable {
        /// 32 hexadecimal digits that are the same in every store.
        package var hash: String
        package var country, topic, value, inclination, generator: String
        package var action, explanation: String
        package var attributions: [String]
        /// By criterion: the final answer, and why it is that; "—" where the tie is open.
        package var final: [(criterion: String, answer: String, provenance: String)]
        /// What is known of a gap, by name, and the same for programs; none for an action.
        package var gap: [(name: String, value: String)] = [], gapJSON: JSONValue?
        /// Answers that are known to be right.
        package var gold: [(criterion: String, answer: String)]

        package init(
            hash: String, country: String, topic: String, value: String, inclination: String, generator: String,
            action: String, explanation: String, attributions: [String],
            final: [(criterion: String, answer: String, provenance: String)],
            gold: [(criterion: String, answer: String)]
        ) {
            (self.hash, self.country, self.topic, self.value) = (hash, country, topic, value)
            (self.inclination, self.generator, self.action) = (inclination, generator, action)
            (self.explanation, self.attributions, self.final, self.gold) = (explanation, attributions, final, gold)
        }
    }

    private let place: ItemTrailAddress
    private let item: Item
    private let lines: [Line]
    private let version: String

    package init(_ place: ItemTrailAddress, _ item: Item, lines: [Line], version: String) {
        (self.place, self.item, self.lines, self.version) = (place, item, lines, version)
    }

    package var address: any SiteAddress { place }

    package func page() throws(TemplateError) -> Page {
        var page = Page(
            title: "Item \(place.item) of \(place.project)", generator: ReportFrame.generator(version),
            header: Page.Header(
                eyebrow: "Judging", heading: .text("Item \(place.item)"),
                subtitle: .element(
                    "bdi", [:], text: "\(item.country) · \(item.topic) · \(item.value) · \(item.inclination)")),
            skip: "Skip to the item",
            sections: [
                Page.Section("item", label: "Item", heading: "What is judged", body: shown),
                Page.Section(
                    "trail", label: "Trail", heading: Numerals.count(lines.count, "label", "labels"), body: trail,
                    live: address.live("trail")),
            ], footer: ReportFrame.footer(version))
        let project = ProjectAddress(project: place.project)
        page.trail = [
            Page.Entry("Runs", OverviewAddress().link()), Page.Entry("Projects", ProjectsAddress().link()),
            Page.Entry(place.project, project.link()),
            Page.Entry("Disagreements", DisagreementsAddress(project: place.project).link()),
        ]
        return page
    }

    private var shown: Markup {
        var facts: [(String, String)] = item.gap + [("Attributions", item.attributions.joined(separator: " · "))]
        facts.append(("Explanation", item.explanation))
        facts.append(("Generator", item.generator))
        facts += item.gold.map { ("Gold: \($0.criterion)", $0.answer) }
        let rows = facts.filter { !$0.1.isEmpty }.map { name, value in
            Markup.element(
                "div", [:], [.element("dt", text: name), .element("dd", ["dir": "auto"], text: cut(value, to: 2000))])
        }
        let final = HTMLTable(
            caption: "Final labels", columns: ["Criterion", "Answer", "Provenance"],
            rows: item.final.map { [$0.criterion, $0.answer, $0.provenance.replacing("_", with: " ")] }, textColumns: 3)
        return .lines([
            .element("blockquote", ["dir": "auto"], text: cut(item.action, to: 4000)),
            .element("dl", ["class": "facts"], rows), final.block,
        ])
    }

    private var trail: Markup {
        var table = HTMLTable(
            caption: "All labels of the item, the first one first; what stands is in force",
            columns: ["Label", "When", "Who", "Criterion", "Said", "Replaces", "Seconds", "Way", "Stands"],
            rows: lines.map { line in
                [
                    "\(line.label)", line.time, "\(line.judge) (\(line.kind))", line.criterion,
                    line.said.isEmpty
                        ? "taken back" : cut(line.said, to: 400) + (line.isAccepted ? " (only accepted)" : ""),
                    line.replaces.map { "\($0)" } ?? Numerals.missing, Numerals.decimal(line.seconds, places: 0),
                    line.way, line.isStanding ? "yes" : "no",
                ]
            }, textColumns: 5)
        table.isStacked = true
        return .lines([lines.isEmpty ? .element("p", text: "Nobody has judged it yet.") : table.block, formats])
    }

    package var json: JSONValue {
        var object = members
        if let gap = item.gapJSON { object["gap"] = gap }
        return object
    }

    private var members: JSONValue {
        [
            "item": .string(item.hash), "country": .string(item.country), "topic": .string(item.topic),
            "value": .string(item.value), "inclination": .string(item.inclination),
            "generator": .string(item.generator), "action": .string(item.action),
            "attributions": .array(item.attributions.map(JSONValue.string)), "explanation": .string(item.explanation),
            "final": .array(
                item.final.map {
                    [
                        "criterion": .string($0.criterion), "answer": .string($0.answer),
                        "provenance": .string($0.provenance),
                    ]
                }), "trail": .array(lines.map(\.json)),
        ]
    }

    package var table: CSVTable {
        CSVTable(
            name: "trail.csv",
            header: [
                "label", "time", "judge", "judge_kind", "criterion", "said", "replaces", "seconds", "way", "accepted",
                "stands",
            ],
            rows: lines.map { line in
                [
                    .count(line.label), .text(line.time), .text(line.judge), .text(line.kind), .text(line.key),
                    .text(line.said), .count(line.replaces), .number(line.seconds), .text(line.way),
                    .truth(line.isAccepted), .truth(line.isStanding),
                ]
            })
    }
}

extension ItemTrailView.Line {
    fileprivate var json: JSONValue {
        [
            "label": .integer(label), "time": .string(time), "judge": .string(judge), "judge_kind": .string(kind),
            "criterion": .string(key), "said": .string(said), "replaces": replaces.map { .integer($0) } ?? .null,
            "seconds": JSONValue(seconds), "way": .string(way), "accepted": .bool(isAccepted),
            "stands": .bool(isStanding),
        ]
    }
}
