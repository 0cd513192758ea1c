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
    /// The elements drawn.
    let body: Markup

    /// Whose figures these are, with what must be said of it first; shown above a figure that stands alone.
    package var source = ""

    /// A drawing of a size.
    package init(_ heading: Heading, width: Double, height: Double, body: Markup) {
        (self.heading, self.width, self.height, self.body) = (heading, width, height, body)
    }

    /// The heading's name.
    package var name: String { heading.name }
    /// The heading's title.
    package var title: String { heading.title }

    /// The figure as a complete SVG file on white ground, with its colours, its title and its source inside.
    package var standalone: String {
        let style = Markup.element(
            "style", [:], text: "\n" + FigureStyle.shape + "\n" + FigureStyle.rules(.light) + "\n")
        let (margin, head) = (16.0, 60.0)
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
            + svg([style, ground, heading.body], frame: frame, namespace: "http://www.w3.org/2000/svg").source + "\n"
    }

    /// The figure as an element of a page, which holds the style rules.
    package var embedded: Markup { svg([], frame: (0, 0, width, height), namespace: nil) }

    private func svg(
        _ first: [Markup], frame: (x: Double, y: Double, width: Double, height: Double), namespace: String?
    ) -> Markup {
        let id = "figure-\(name)"
        let viewBox = [frame.x, frame.y, frame.width, frame.height].map(Numerals.coordinate).joined(separator: " ")
        return .element(
            "svg",
            [
                "xmlns": namespace, "class": "fig", "role": "img", "id": id,
                "aria-labelledby": "\(id)-title \(id)-desc", "viewBox": viewBox,
                "width": Numerals.coordinate(frame.width), "height": Numerals.coordinate(frame.height),
            ],
            [
                .element("title", ["id": "\(id)-title"], text: source.isEmpty ? title : "\(title) · \(source)"),
                .element("desc", ["id": "\(id)-desc"], text: heading.summary),
            ] + first + [body])
    }
}
