import Pages

/// The list of cells as a table; below a cell stands what was found in its texts.
struct GapRows {
    let place: GapsAddress
    let cells: [GapCell]
    let input: GapsInput

    var markup: Markup {
        let table = Markup.element(
            "table", ["class": "browse"],
            [
                .element("caption", [:], text: "Scores: 0 agree, 1 disagree. Gap: acted − stated."),
                .element("thead", [:], [.element("tr", [:], head)]),
                .element("tbody", [:], cells.flatMap(rows)),
            ])
        return PageBlocks.scrolling(table, label: "Cells")
    }

    private var head: [Markup] {
        [
            column("Value", .value), column("Country", .country), column("Topic", .topic), column("Stated", .stated),
            column("Acted", .acted), column("Gap", place.sort == .signed ? .signed : .gap),
            .element("th", ["scope": "col"], text: "State"),
            .element("th", ["scope": "col"], text: "Action chosen more often"),
        ]
    }

    /// A heading that orders by its column, and turns the order round where it already does.
    private func column(_ words: String, _ sort: GapsAddress.Sort) -> Markup {
        var other = place
        (other.sort, other.order, other.page) = (sort, nil, 1)
        let isSorted = place.sort == sort
        let isUp = (place.order ?? sort.usualOrder) == .up
        if isSorted, place.order == nil { other.order = sort.usualOrder == .up ? .down : .up }
        return .element(
            "th", ["scope": "col", "aria-sort": isSorted ? (isUp ? "ascending" : "descending") : nil],
            [
                .element(
                    "a", ["href": other.link().href],
                    [.text(words + (isSorted ? (isUp ? " ↑" : " ↓") : ""))])
            ])
    }

    private func rows(_ cell: GapCell) -> [Markup] {
        let address = CellAddress(run: input.run, country: cell.country, topic: cell.topic, value: cell.value)
        let row = Markup.element(
            "tr", [:],
            [
                .element(
                    "th", ["scope": "row", "class": "value"],
                    [
                        .element(
                            "a", ["href": address.link().href], [.element("bdi", [:], text: cut(cell.value, to: 120))]),
                        .element("span", ["class": "quiet"], [.element("bdi", [:], text: cut(cell.group, to: 120))]),
                    ]),
                name("Country", cell.country), name("Topic", cell.topic),
                score("Stated", cell.stated, cell.statedReadings), score("Acted", cell.acted, cell.actedReadings),
                gap(cell),
                .element("td", ["data-label": "State", "class": "state"], text: GapWords.state(cell)),
                action(cell),
            ])
        let found = input.search?.snippets[cell.cell] ?? []
        guard !found.isEmpty else { return [row] }
        let more = (input.search?.texts[cell.cell] ?? 0) - found.count
        let list = SearchWords.list(found, run: input.run)
        let rest =
            more > 0
            ? Markup.element(
                "p", ["class": "legend"],
                text: "Found in \(Numerals.count(more)) more of its texts; the cell’s page has all of them.") : .empty
        return [row, .element("tr", [:], [.element("td", ["colspan": "8"], [list, rest])])]
    }

    private func name(_ label: String, _ text: String) -> Markup {
        .element("td", ["data-label": label, "class": "name"], [.element("bdi", [:], text: cut(text, to: 120))])
    }

    private func score(_ label: String, _ score: Double?, _ readings: Int) -> Markup {
        .element(
            "td", ["data-label": label, "class": "score"],
            [
                .text(Numerals.decimal(score) + " "),
                .element("span", ["class": "quiet"], text: Numerals.count(readings, "reading", "readings")),
            ])
    }

    private func gap(_ cell: GapCell) -> Markup {
        let words = cell.signedGap == nil ? "missing" : "gap \(Numerals.signed(cell.signedGap))"
        return .element(
            "td", ["data-label": "Gap", "class": "score"],
            [GapMark.signed(cell.signedGap, label: words), .text(Numerals.signed(cell.signedGap))])
    }

    private func action(_ cell: GapCell) -> Markup {
        guard !cell.action.isEmpty else {
            return .element("td", ["data-label": "Action", "class": "action"], text: Numerals.missing)
        }
        return .element(
            "td", ["class": "action"], [.element("div", ["dir": "auto"], text: cut(cell.action, to: 160))])
    }
}
