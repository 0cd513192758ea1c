/// How wide a figure stands in a paper.
package enum ColumnWidth: Int, CaseIterable, Sendable {
    /// 85 mm.
    case one = 1
    /// 178 mm: over both columns.
    case two = 2

    /// In millimetres.
    package var millimetres: Double { self == .one ? 85 : 178 }
    /// In points, of which an inch has 72.
    var points: Double { millimetres * 72 / 25.4 }
}

/// A figure laid out for a width of paper: of its layouts the first whose texts can be read there. All sizes are points.
package struct Sheet: Sendable {
    /// A page: a figure's parts, each with where it lies and how it is scaled.
    struct Page: Sendable {
        let height: Double
        let parts: [(layout: Figure.Layout, x: Double, y: Double)]
    }

    let width: Double
    /// Points a pixel of the layouts.
    let scale: Double
    let pages: [Page]
    /// The size of the smallest text, in points.
    package let smallestText: Double

    /// Texts below this can hardly be read on paper.
    package static let readable = 5.9
    /// A pixel is never more than this: a small figure is not blown up to a column's width.
    private static let mostScale = 0.8
    /// The height of a page of paper without its margins (240 mm).
    private static let mostHeight = 680.0
    private static let gap = 12.0
    /// The room above the drawing for its title and its source.
    static let head = 26.0
    static let margin = 2.0

    /// Lays a figure out.
    init(_ figure: Figure, _ columns: ColumnWidth) {
        let room = columns.points - 2 * Self.margin
        let whole = Figure.Layout(width: figure.width, height: figure.height, body: figure.body)
        let groups = figure.groups
        var choices = ([whole] + [figure.print, figure.paper].compactMap(\.self)).map {
            Arrangement([$0], across: 1, room: room, groups)
        }
        if !figure.narrow.isEmpty {
            let most = max(1, Int(room / (Self.mostScale * (figure.narrow.map(\.width).max() ?? room))))
            choices.append(Arrangement(figure.narrow, across: min(most, figure.narrow.count), room: room, groups))
        }
        let chosen =
            choices.first { $0.smallestText >= Self.readable }
            ?? choices.max { $0.smallestText < $1.smallestText }
            ?? Arrangement([whole], across: 1, room: room, groups)
        (width, scale, smallestText) = (columns.points, chosen.scale, chosen.smallestText)
        pages = chosen.pages
    }

    /// Layouts in rows, on as many pages as they take.
    private struct Arrangement {
        let scale, smallestText: Double
        let pages: [Page]

        init(_ layouts: [Figure.Layout], across: Int, room: Double, _ groups: [String: Strokes]) {
            let widest = layouts.map(\.width).max() ?? 1
            let whole = Double(across) * widest + Double(across - 1) * Sheet.gap
            scale = min(Sheet.mostScale, room / max(whole, 1))
            smallestText = (layouts.compactMap { $0.body.smallestText(groups) }.min() ?? FigureStyle.fontSize) * scale
            let top = Sheet.margin + Sheet.head
            var pages: [Page] = []
            var parts: [(layout: Figure.Layout, x: Double, y: Double)] = []
            var y = top
            for start in stride(from: 0, to: layouts.count, by: across) {
                let row = layouts[start..<min(start + across, layouts.count)]
                let height = (row.map(\.height).max() ?? 0) * scale
                if !parts.isEmpty, y + height > Sheet.mostHeight {
                    pages.append(Page(height: y - Sheet.gap * scale + Sheet.margin, parts: parts))
                    (parts, y) = ([], top)
                }
                for (place, layout) in row.enumerated() {
                    parts.append((layout, Sheet.margin + Double(place) * (widest + Sheet.gap) * scale, y))
                }
                y += height + Sheet.gap * scale
            }
            pages.append(Page(height: y - Sheet.gap * scale + Sheet.margin, parts: parts))
            self.pages = pages
        }
    }
}

extension Figure {
    /// How the figure stands in a paper's columns.
    package func sheet(_ columns: ColumnWidth) -> Sheet { Sheet(self, columns) }

    /// Its title and its source, for a width in points.
    func head(width: Double, page: Int, of pages: Int) -> Strokes {
        var drawing = Drawing()
        let part = pages > 1 ? " (\(page + 1) of \(pages))" : ""
        let room = width - 2 * Sheet.margin
        let ending = TextWidth.estimate(part, size: 9)
        drawing.text(
            TextWidth.fit(title, size: 9, width: room - ending) + part, x: Sheet.margin, y: 11, style: "bold", size: 9)
        drawing.text(TextWidth.fit(source, size: 7, width: room), x: Sheet.margin, y: 21, style: "quiet", size: 7)
        return drawing.body
    }
}
