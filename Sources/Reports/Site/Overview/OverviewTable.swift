import Measures
import Pages

/// The list of runs, the last one first.
struct OverviewTable {
    let rows: [OverviewRow]

    var markup: Markup {
        let heads: [Markup] = [
            .text("Respondent"), Glossary.link(.reply, "Replies"), Glossary.link(.inconsistent, "Inconsistent cells"),
            Glossary.link(.deconvolvedGap, "Deconvolved gap"), Glossary.link(.kappa, "Kappa"), .text("Cost"),
        ]
        let head = heads.enumerated().map { index, head in
            Markup.element("th", ["scope": "col", "class": index > 1 ? "number" : nil], [head])
        }
        let choice = Markup.element("th", ["scope": "col"], text: "Compare")
        return .element(
            "table", ["class": "runs stack"],
            [
                .element("thead", [:], [.element("tr", [:], (rows.count > 1 ? [choice] : []) + head)]),
                .element("tbody", [:], rows.reversed().map(line)),
            ])
    }

    private func line(_ row: OverviewRow) -> Markup {
        let name = Markup.element("bdi", text: row.respondent.name)
        let link = Markup.element("a", ["href": RunAddress(run: row.run).link().href], [name])
        let kinds = row.kinds.map { Markup.element("span", ["class": "kind"], text: $0) }
        let who = Markup.element(
            "th", ["scope": "row"],
            [link] + kinds + [.element("span", ["class": "range"], text: "run \(row.run) · \(row.study)")] + risks(row))
        return .element(
            "tr", [:], (rows.count > 1 ? [choice(row)] : []) + [who, replies(row)] + figures(row) + [cost(row)])
    }

    /// The way to the risks that the run's gaps were coded for.
    private func risks(_ row: OverviewRow) -> [Markup] {
        guard let project = row.report?.risks?.project else { return [] }
        let link = RisksAddress(project: project).link()
        return [.element("span", ["class": "range"], [.element("a", ["href": link.href], text: "Risks of its gaps")])]
    }

    private func choice(_ row: OverviewRow) -> Markup {
        .element(
            "td", ["data-label": "Compare"],
            [
                .element(
                    "input",
                    [
                        "type": "checkbox", "name": "run", "value": "\(row.run)",
                        "aria-label": "Compare run \(row.run), \(row.respondent.name)",
                    ])
            ])
    }

    private func replies(_ row: OverviewRow) -> Markup {
        let bar = row.planned.map { planned in
            Markup.element(
                "progress",
                ["max": "\(max(planned, 1))", "value": "\(min(row.replied, planned))", "aria-label": "Replies"])
        }
        let words = [
            Markup.element("span", [:], text: row.progressWords),
            .element("span", ["class": "range"], text: row.stateWords),
        ]
        return .element(
            "td", ["data-label": "Replies"], [.element("div", ["class": "replies"], [bar ?? .empty] + words)])
    }

    private func figures(_ row: OverviewRow) -> [Markup] {
        let lead = OverviewFigures(row)
        let labels = ["Inconsistent cells", "Deconvolved gap", "Kappa"]
        if let caveat = lead.caveat {
            return [.element("td", ["colspan": "3", "class": "caveat"], text: caveat.sentence)]
        }
        guard row.report != nil else {
            return [.element("td", ["colspan": "3", "class": "caveat"], text: lead.remark ?? "")]
        }
        return zip(labels, lead.written).enumerated().map { place, figure in
            let remark = place == 0 ? lead.remark : nil
            return .element(
                "td", ["class": "number", "data-label": figure.0],
                [.text(figure.1.number)]
                    + [figure.1.range, remark].compactMap(\.self).map { .element("span", ["class": "range"], text: $0) }
            )
        }
    }

    private func cost(_ row: OverviewRow) -> Markup {
        .element(
            "td", ["class": "number", "data-label": "Cost"], text: row.dollars.map(Numerals.dollars) ?? Numerals.missing
        )
    }
}

extension OverviewRow {
    fileprivate var kinds: [String] {
        [
            respondent.isSimulated ? "simulated respondent" : nil, respondent.isImported ? "imported replies" : nil,
            respondent.distinction,
        ].compactMap(\.self)
    }

    /// "704 of 704, finished".
    fileprivate var progressWords: String {
        let count = planned.map { "\(Numerals.count(replied)) of \(Numerals.count($0))" } ?? Numerals.count(replied)
        switch status {
        case .asked:
            let left = secondsLeft.map { ", \(DurationWords.left($0))" } ?? ""
            return "\(count), being asked\(left)"
        case .left:
            return "\(count), begun, and without a new reply for some time; if nobody asks, the same command goes on"
        case .stopped: return "\(count), stopped; the same command goes on"
        case .finished: return "\(count), finished"
        case .imported: return "\(count), imported"
        }
    }

    /// "9 refused, 9 unreadable, 2 without a reply".
    fileprivate var stateWords: String {
        [(refused, "refused"), (unreadable, "unreadable"), (failed, "failed"), (missing ?? 0, "without a reply")]
            .filter { $0.0 > 0 }.map { "\(Numerals.count($0.0)) \($0.1)" }.joined(separator: ", ")
    }
}

/// How long something takes, for people.
enum DurationWords {
    /// "about 3 min left".
    static func left(_ seconds: Double) -> String {
        switch seconds {
        case ..<5: "nearly done"
        case ..<90: "about \(Int(seconds.rounded())) s left"
        case ..<5400: "about \(Int((seconds / 60).rounded())) min left"
        default: "about \(Int((seconds / 3600).rounded())) h left"
        }
    }
}
