/// A table of a page: a caption, headed columns, rows whose first field is their heading.
package struct HTMLTable {
    /// A text, with an interval below it where there is one.
    package struct Field: ExpressibleByStringLiteral {
        let text: String
        let range: String?

        /// A text, and the interval that stands below it.
        package init(_ text: String, range: String? = nil) {
            self.text = text
            self.range = range
        }

        /// A text of the program.
        package init(stringLiteral text: String) {
            self.init(text)
        }
    }

    let caption: String
    let columns: [String]
    let rows: [[Field]]
    /// How many columns at the left are text; the others are numbers, set to the right.
    let textColumns: Int
    /// Whether a narrow screen gets each row as a small list, every number with its column's heading: for tables that
    /// stand open on the page.
    package var isStacked = false

    /// A table of fields, each row as long as the columns.
    package init(caption: String, columns: [String], fields: [[Field]], textColumns: Int = 1) {
        self.caption = caption
        self.columns = columns
        self.textColumns = textColumns
        rows = fields
    }

    /// A table of texts, each row as long as the columns.
    package init(caption: String, columns: [String], rows: [[String]], textColumns: Int = 1) {
        self.init(
            caption: caption, columns: columns, fields: rows.map { $0.map { Field($0) } }, textColumns: textColumns)
    }

    private static func content(_ field: Field) -> [Markup] {
        [.text(field.text)] + (field.range.map { [.element("span", ["class": "range"], text: $0)] } ?? [])
    }

    /// The table in a box that scrolls sideways.
    package var block: Markup { PageBlocks.scrolling(markup, label: caption) }

    /// The table alone.
    var markup: Markup {
        let head = columns.enumerated().map { index, column in
            Markup.element("th", ["scope": "col", "class": index < textColumns ? nil : "number"], text: column)
        }
        let body = rows.map { row in
            Markup.element(
                "tr", [:],
                row.enumerated().map { index, field in
                    index == 0
                        ? .element("th", ["scope": "row"], Self.content(field))
                        : .element(
                            "td",
                            [
                                "class": index < textColumns ? nil : "number",
                                "data-label": isStacked ? columns[index] : nil,
                            ], Self.content(field))
                })
        }
        return .element(
            "table", ["class": isStacked ? "stack" : nil],
            [
                .element("caption", [:], text: caption),
                .element("thead", [:], [.element("tr", [:], head)]),
                .element("tbody", [:], body),
            ])
    }
}
