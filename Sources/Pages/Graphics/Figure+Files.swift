extension Figure {
    /// The figure as a PDF of vectors, as wide as a paper's columns; texts are outlines. A figure of several parts that are together
    /// higher than a page has a page for each.
    package func pdf(_ columns: ColumnWidth, typeface: Typeface, producer: String) -> [UInt8] {
        let sheet = sheet(columns)
        let pages = sheet.pages.indices.map { index in
            var canvas = PDFCanvas()
            let height = sheet.pages[index].height
            paint(sheet, index, on: &canvas, Mapping(d: -1, f: height), typeface)
            return PDFFile.Page(width: sheet.width, height: height, canvas: canvas)
        }
        let title = source.isEmpty ? title : "\(title) · \(source)"
        return PDFFile(title: title, producer: producer, typeface: typeface, pages: pages).bytes
    }

    /// The figure as a picture of 300 dots an inch, as wide as a paper's columns; parts stand below each other. A picture of more than
    /// 24 million pixels would serve nobody: it gets fewer dots an inch.
    package func png(_ columns: ColumnWidth, typeface: Typeface) -> [UInt8] {
        let sheet = sheet(columns)
        let height = sheet.pages.reduce(0) { $0 + $1.height }
        let most = 24_000_000.0
        let scale = min(300.0 / 72, (most / max(sheet.width * height, 1)).squareRoot())
        var raster = Raster(
            width: max(1, Int((sheet.width * scale).rounded())), height: max(1, Int((height * scale).rounded(.up))),
            typeface: typeface)
        var top = 0.0
        for (index, page) in sheet.pages.enumerated() {
            paint(sheet, index, on: &raster, Mapping.scale(scale, scale).after(.move(0, top)), typeface)
            top += page.height
        }
        return PNGFile.bytes(raster, pixelsPerMetre: Int((scale * 72 / 0.0254).rounded()))
    }

    private func paint(
        _ sheet: Sheet, _ index: Int, on canvas: inout some Canvas, _ map: Mapping, _ typeface: Typeface
    ) {
        let painter = Painter(typeface: typeface, groups: groups)
        painter.paint(head(width: sheet.width, page: index, of: sheet.pages.count), on: &canvas, map)
        for part in sheet.pages[index].parts {
            let place = map.after(.move(part.x, part.y)).after(.scale(sheet.scale, sheet.scale))
            painter.paint(part.layout.body, on: &canvas, place)
        }
    }

    /// What its layouts refer to: one may show a group of another once more.
    var groups: [String: Strokes] {
        ([body] + narrow.map(\.body) + [paper, print].compactMap { $0?.body }).reduce(into: [:]) { found, strokes in
            found.merge(strokes.groups) { first, _ in first }
        }
    }
}
