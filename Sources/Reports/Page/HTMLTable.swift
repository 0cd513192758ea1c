/// A table of a page: a caption, headed columns, rows whose first field is their heading.
struct HTMLTable {
    let caption: String
    let columns: [String]
    let rows: [[String]]
    /// How many columns at the left are text; the others are numbers, set to the right.
    var textColumns = 1

    var markup: Markup {
        let head = columns.enumerated().map { index, column in
            Markup.element("th", ["scope": "col", "class": index < textColumns ? nil : "number"], text: column)
        }
        let body = rows.map { row in
            Markup.element(
                "tr", [:],
                row.enumerated().map { index, field in
                    index == 0
                        ? .element("th", ["scope": "row"], text: field)
                        : .element("td", ["class": index < textColumns ? nil : "number"], text: field)
                })
        }
        return .element(
            "table", [:],
            [
                .element("caption", [:], text: caption),
                .element("thead", [:], [.element("tr", [:], head)]),
                .element("tbody", [:], body),
            ])
    }
}
