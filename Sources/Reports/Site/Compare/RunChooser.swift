import Pages

/// The form that chooses runs: what is chosen stands in the address.
struct RunChooser {
    let choices: [RunChoice]
    let chosen: [Int]
    /// Where the form leads.
    let target: any SiteAddress

    /// So many runs are offered, the last ones; any other can be chosen by its number in the address.
    static let most = 60

    var section: Page.Section {
        Page.Section("choose", label: "Choose runs", heading: "Which runs?", body: .lines([order, form]))
    }

    private var offered: [RunChoice] {
        let known = choices.filter { chosen.contains($0.run) }
        let others = choices.filter { !chosen.contains($0.run) }.suffix(max(0, Self.most - known.count))
        return (known + others).sorted { $0.run < $1.run }
    }

    /// Links that make another of the chosen runs the first one.
    private var order: Markup {
        guard chosen.count > 1, Set(chosen).count == chosen.count else { return .empty }
        let items = chosen.map { run in
            let name =
                Markup.text("Run \(run), ")
                + .element("a", ["href": RunAddress(run: run).link().href], [.element("bdi", text: label(run))])
            let others = chosen.filter { $0 != run }
            return Markup.element(
                "li", [:],
                [
                    name,
                    run == chosen[0]
                        ? .text(": the first, which the others are set against")
                        : .text(" · ")
                            + .element(
                                "a", ["href": link([run] + others).href], text: "make run \(run) the first"),
                ])
        }
        return .element("ul", ["class": "findings"], items)
    }

    private func link(_ runs: [Int]) -> Link {
        Link.site(target.steps, query: runs.map { ("run", "\($0)") }) ?? .root
    }

    private func label(_ run: Int) -> String { choices.first { $0.run == run }?.label ?? "not in this store" }

    private var form: Markup {
        let boxes = offered.map { choice in
            Markup.element(
                "label", [:],
                [
                    .element(
                        "input",
                        [
                            "type": "checkbox", "name": "run", "value": "\(choice.run)",
                            "checked": chosen.contains(choice.run) ? "" : nil,
                        ]),
                    .text(" Run \(choice.run): "), .element("bdi", text: choice.label), .text(" · "),
                    .element("bdi", text: choice.study), .text(" · begun \(choice.begun)"),
                ])
        }
        let left = choices.count - offered.count
        let more =
            left > 0
            ? Markup.element(
                "p", [:],
                text:
                    "\(Numerals.count(left, "earlier run is", "earlier runs are")) not listed; any can be chosen by its "
                    + "number in the address: ?run=1&run=2.") : .empty
        return .element(
            "form", ["method": "get", "action": link([]).href, "class": "pick"],
            [
                .element(
                    "fieldset", [:],
                    [.element("legend", [:], text: "Two to \(CompareAddress.most) runs of one study")] + boxes),
                more,
                .element("p", [:], [.element("button", ["type": "submit"], text: "Compare")]),
            ])
    }
}
