/// A drawing with a title and a description, to stand inside a page or in a file of its own.
public struct Figure: Sendable {
    /// A name that is unique on a page and fit for a file: lower-case letters, digits and hyphens.
    public let name: String
    /// What the figure shows, as a heading.
    public let title: String
    /// What a reader who cannot see it would be told.
    public let summary: String
    /// Its size in CSS pixels at full size; it can be scaled.
    let width, height: Double
    /// The elements drawn.
    let body: Markup

    /// The figure as a complete SVG file on white ground, with its colours inside.
    public var standalone: String {
        let style = Markup.element(
            "style", [:], text: "\n" + FigureStyle.shape + "\n" + FigureStyle.rules(.light) + "\n")
        let ground = Markup.element("rect", ["width": "100%", "height": "100%", "fill": "#ffffff"])
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + svg([style, ground], namespace: "http://www.w3.org/2000/svg").source + "\n"
    }

    /// The figure as an element of a page, which holds the style rules.
    var embedded: Markup { svg([], namespace: nil) }

    private func svg(_ first: [Markup], namespace: String?) -> Markup {
        let id = "figure-\(name)"
        return .element(
            "svg",
            [
                "xmlns": namespace, "class": "fig", "role": "img", "id": id,
                "aria-labelledby": "\(id)-title \(id)-desc",
                "viewBox": "0 0 \(Numerals.coordinate(width)) \(Numerals.coordinate(height))",
                "width": Numerals.coordinate(width), "height": Numerals.coordinate(height),
            ],
            [
                .element("title", ["id": "\(id)-title"], text: title),
                .element("desc", ["id": "\(id)-desc"], text: summary),
            ] + first + [body])
    }
}
