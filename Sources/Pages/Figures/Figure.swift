/// A drawing with a title and a description, to stand inside a page or in a file of its own.
package struct Figure: Sendable {
    /// What a figure is called.
    package struct Heading: Sendable {
        /// A name that is unique on a page and fit for a file: lower-case letters, digits and hyphens.
        package let name: String
        /// What the figure shows, as a heading.
        package let title: String
        /// What a reader who cannot see it would be told.
        package let summary: String

        /// A heading with all its parts.
        package init(_ name: String, title: String, summary: String) {
            (self.name, self.title, self.summary) = (name, title, summary)
        }
    }

    /// What the figure is called.
    package let heading: Heading
    /// Its size in CSS pixels at full size; it can be scaled.
    let width, height: Double
    /// What is drawn.
    let body: Strokes

    /// The same drawn for a screen of a telephone's width, in parts that stand below each other; empty where the figure
    /// has one size only.
    package var narrow: [Layout] = []
    /// The same drawn for the width of a page of paper, where the wide drawing would be too small to read there.
    package var paper: Layout?
    /// The same drawn for two columns of a paper, for files alone: a page does not hold it.
    package var print: Layout?

    /// Whose figures these are, with what must be said of it first; shown above a figure that stands alone.
    package var source = ""

    /// What is drawn, and in what size.
    package struct Layout: Sendable {
        let width, height: Double
        let body: Strokes

        /// The width that a screen of 360 pixels leaves between its margins.
        package static let narrowWidth = 328.0

        /// A drawing of a size.
        package init(width: Double, height: Double, body: Strokes) {
            (self.width, self.height, self.body) = (width, height, body)
        }
    }

    /// A drawing in one size for every screen.
    package init(_ heading: Heading, _ layout: Layout) {
        self.init(heading, width: layout.width, height: layout.height, body: layout.body)
    }

    /// A drawing in two sizes, each with the same content.
    package init(_ heading: Heading, wide: Layout, narrow: Layout) {
        self.init(heading, wide: wide, narrow: [narrow])
    }

    /// A drawing in two sizes, the narrow one in parts.
    package init(_ heading: Heading, wide: Layout, narrow: [Layout]) {
        self.init(heading, width: wide.width, height: wide.height, body: wide.body)
        self.narrow = narrow
    }

    /// A drawing of a size.
    package init(_ heading: Heading, width: Double, height: Double, body: Strokes) {
        (self.heading, self.width, self.height, self.body) = (heading, width, height, body)
    }

    /// The heading's name.
    package var name: String { heading.name }
    /// The heading's title.
    package var title: String { heading.title }

    /// The figure as a complete SVG file on white ground, with its colours, its title and its source inside.
    package var standalone: String {
        // A small drawing leaves room for the words above it.
        let width = max(self.width, 440)
        let (margin, head) = (16.0, 60.0)
        let size = [width + 2 * margin, height + head + margin].map { Numerals.coordinate($0) + "px" }
        // Printed, the file is one page of its own size: a browser makes a PDF of it for a paper.
        let sheet = "@page{size:\(size.joined(separator: " "));margin:0}"
        let style = Markup.element(
            "style", [:],
            text: "\n" + sheet + "\n" + FigureStyle.shape + "\n" + FigureStyle.rules(.light) + "\n")
        let ground = Markup.element(
            "rect",
            [
                "x": Numerals.coordinate(-margin), "y": Numerals.coordinate(-head), "width": "100%", "height": "100%",
                "fill": "#ffffff",
            ])
        var heading = Drawing()
        heading.text(TextWidth.fit(title, size: 13, width: width), x: 0, y: 24 - head, style: "bold", size: 13)
        heading.text(TextWidth.fit(source, size: 11, width: width), x: 0, y: 40 - head, style: "quiet")
        let frame = (x: -margin, y: -head, width: width + 2 * margin, height: height + head + margin)
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + svg([style, ground], heading.body + body, .full, frame: frame, namespace: "http://www.w3.org/2000/svg")
            .source + "\n"
    }

    /// So many strokes of a figure on a page tell something to a pointer; where there are more, each would cost two elements, and
    /// the numbers beside the figure say the same.
    static let mostTips = 16

    /// The figure as an element of a page, which holds the style rules: in both sizes, of which the page's style shows one. It has
    /// as few elements as show the same: cells of one colour are one path.
    package var embedded: Markup {
        let wide = svg(
            [], body, .lean(hasTips: body.tips <= Self.mostTips), frame: (0, 0, width, height), namespace: nil)
        // Told to nobody who listens: the other drawing has the words.
        let others = narrow.map { ($0, "fig narrow") } + (paper.map { [($0, "fig paper")] } ?? [])
        let small = others.map { part, style in
            Markup.element(
                "svg",
                [
                    "class": style, "aria-hidden": "true",
                    "viewBox": "0 0 \(Numerals.coordinate(part.width)) \(Numerals.coordinate(part.height))",
                    "width": Numerals.coordinate(part.width), "height": Numerals.coordinate(part.height),
                ], [SVGStrokes(manner: .lean(hasTips: false)).markup(part.body)])
        }
        return .joined([wide] + small)
    }

    private func svg(
        _ first: [Markup], _ strokes: Strokes, _ manner: SVGStrokes.Manner,
        frame: (x: Double, y: Double, width: Double, height: Double), namespace: String?
    ) -> Markup {
        let id = "figure-\(name)"
        let style = narrow.isEmpty ? "fig" : paper == nil ? "fig wide" : "fig wide screen"
        let viewBox = [frame.x, frame.y, frame.width, frame.height].map(Numerals.coordinate).joined(separator: " ")
        return .element(
            "svg",
            [
                "xmlns": namespace, "class": namespace == nil ? style : "fig",
                // What is an image as a whole has no parts that can be reached.
                "role": strokes.hasLinks ? "group" : "img", "id": id,
                "aria-labelledby": "\(id)-title \(id)-desc", "viewBox": viewBox,
                "width": Numerals.coordinate(frame.width), "height": Numerals.coordinate(frame.height),
            ],
            [
                .element("title", ["id": "\(id)-title"], text: source.isEmpty ? title : "\(title) · \(source)"),
                .element("desc", ["id": "\(id)-desc"], text: heading.summary),
            ] + first + [SVGStrokes(manner: manner).markup(strokes)])
    }
}
