/// A table of a page: a caption, headed columns, rows whose first field is their heading.
package struct HTMLTable {
    /// A text, with an interval below it where there is one.
    package struct Field: ExpressibleByStringLiteral {
        let text: String
        let range: String?
        let link: Link?

        /// A text, the interval that stands below it, and where the text leads.
        package init(_ text: String, range: String? = nil, link: Link? = nil) {
            self.text = text
            self.range = range
            self.link = link
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
    /// Whether a number and its interval are one text of two lines, which costs a page half as many elements.
    package var isCompact = false
    /// Where the columns' headings lead; empty where none does.
    package var columnLinks: [Link?] = []

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

    private func content(_ field: Field) -> [Markup] {
        if isCompact { return [Self.linked(field.text + (field.range.map { "\n" + $0 } ?? ""), field.link)] }
        return [Self.linked(field.text, field.link)]
            + (field.range.map { [.element("span", ["class": "range"], text: $0)] } ?? [])
    }

    private static func linked(_ text: String, _ link: Link?) -> Markup {
        link.map { .element("a", ["href": $0.href], text: text) } ?? .text(text)
    }

    /// So many elements and texts a page gets of the table.
    package var nodes: Int {
        let fields = rows.reduce(0) { sum, row in
            sum + 1 + row.reduce(0) { $0 + ($1.text.isEmpty ? 1 : 2) + ($1.range == nil || isCompact ? 0 : 2) }
        }
        return 7 + 2 * columns.count + fields
    }

    /// The table in columns of plain text: two elements, however long it is.
    package var textBlock: Markup {
        let lines = [columns] + rows.map { row in row.map { $0.text + ($0.range.map { " " + $0 } ?? "") } }
        let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        var text = Markup.text(caption + "\n\n")
        let links = [columnLinks] + rows.map { $0.map(\.link) }
        for (row, line) in lines.enumerated() {
            for (column, field) in line.enumerated() {
                let room = String(repeating: " ", count: max(0, widths[column] - field.count))
                // Numbers beside a name that is written to the left would be drawn into it.
                let link = links[row].indices.contains(column) ? links[row][column] : nil
                let words =
                    link.map { .element("a", ["href": $0.href], [.element("bdi", text: field)]) }
                    ?? (field.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) || $0.value >= 0xFB1D }
                        ? Markup.element("bdi", text: field) : .text(field))
                let isText = column < textColumns
                text += isText ? words + .text(room) : .text("  " + room) + words
            }
            text += .text("\n")
        }
        return PageBlocks.scrolling(.element("pre", ["class": "numbers"], [text]), label: caption)
    }

    /// The table in a box that scrolls sideways.
    package var block: Markup { PageBlocks.scrolling(markup, label: caption) }

    /// The table alone.
    var markup: Markup {
        let head = columns.enumerated().map { index, column in
            Markup.element(
                "th", ["scope": "col", "class": index < textColumns ? nil : "number"],
                [Self.linked(column, columnLinks.indices.contains(index) ? columnLinks[index] : nil)])
        }
        let body = rows.map { row in
            Markup.element(
                "tr", [:],
                row.enumerated().map { index, field in
                    index == 0
                        ? .element("th", ["scope": "row"], content(field))
                        : .element(
                            "td",
                            [
                                "class": index < textColumns ? nil : "number",
                                "data-label": isStacked ? columns[index] : nil,
                            ], content(field))
                })
        }
        return .element(
            "table", ["class": isStacked ? "stack" : isCompact ? "compact" : nil],
            [
                .element("caption", [:], text: caption),
                .element("thead", [:], [.element("tr", [:], head)]),
                .element("tbody", [:], body),
            ])
    }
}
