/// The strokes that figures are made of. Coordinates are CSS pixels from the top left.
package struct Drawing {
    /// What has been drawn so far.
    package private(set) var body = Strokes.none

    /// Nothing drawn yet.
    package init() {}

    /// A text whose baseline starts, ends or centres at a point, by its `style`: `end`, `mid`, `bold`, `quiet`, a role.
    package mutating func text(_ text: String, x: Double, y: Double, style: String? = nil, size: Double? = nil) {
        body.items.append(.text(TextStroke(text: text, x: x, y: y, style: style, size: size)))
    }

    /// A text that rises from its starting point by `degrees`.
    package mutating func rising(_ text: String, x: Double, y: Double, degrees: Double, style: String? = nil) {
        body.items.append(.text(TextStroke(text: text, x: x, y: y, degrees: degrees, style: style, size: nil)))
    }

    /// A text that runs upward, from, to or about a point by its `style`.
    package mutating func upward(_ text: String, x: Double, y: Double, style: String? = nil, size: Double? = nil) {
        body.items.append(.text(TextStroke(text: text, x: x, y: y, degrees: 90, style: style, size: size)))
    }

    /// A straight line.
    package mutating func line(
        from: (x: Double, y: Double), to: (x: Double, y: Double), style: String, width: Double = 1
    ) {
        body.items.append(.line(LineStroke(from: from, to: to, style: style, width: width)))
    }

    /// An interval as a thin line at one height; nothing where there is none.
    ///
    /// - Parameter x: where a number stands.
    package mutating func whisker(_ ends: Whisker?, x: (Double) -> Double, y: Double, style: String = "line-ink") {
        guard let ends, ends.low.isFinite, ends.high.isFinite else { return }
        line(from: (x(ends.low), y), to: (x(ends.high), y), style: style)
    }

    /// A line through points, dashed where it stands for what is true and not for what was found.
    package mutating func curve(
        _ points: [(x: Double, y: Double)], style: String, width: Double = 1, opacity: Double = 1,
        isDashed: Bool = false
    ) {
        guard points.count > 1 else { return }
        body.items.append(
            .curve(CurveStroke(points: points, style: style, width: width, opacity: opacity, isDashed: isDashed)))
    }

    /// A disc, with what a pointer resting on it is told.
    package mutating func dot(
        x: Double, y: Double, radius: Double, style: String, stroke: Double? = nil, tip: String? = nil
    ) {
        body.items.append(.dot(DotStroke(x: x, y: y, radius: radius, style: style, stroke: stroke, tip: tip)))
    }

    /// A filled rectangle. Thousands of them cost a page no more than one for each colour, since a page puts those of one style
    /// together (``Figure/embedded``).
    package mutating func box(
        x: Double, y: Double, width: Double, height: Double, style: String? = nil, fill: String? = nil,
        opacity: Double = 1, tip: String? = nil
    ) {
        body.items.append(
            .box(
                BoxStroke(
                    x: x, y: y, width: width, height: height, style: style, fill: fill, opacity: opacity, tip: tip)))
    }

    /// The outline of a rectangle, dashed: a border within a drawing.
    package mutating func frame(
        x: Double, y: Double, width: Double, height: Double, style: String, isDashed: Bool = false
    ) {
        body.items.append(
            .frame(FrameStroke(x: x, y: y, width: width, height: height, style: style, isDashed: isDashed)))
    }

    /// Puts strokes together under a name, by which they can be drawn again. Where they are, only rules for what lies within
    /// the group apply: so it is a figure itself.
    package mutating func group(_ name: String, x: Double, y: Double, _ strokes: Drawing) {
        body.items.append(.group(name: name, x: x, y: y, strokes: strokes.body))
    }

    /// Strokes under a name that are not drawn where they are defined, but wherever the name is used.
    package mutating func define(_ name: String, _ strokes: Drawing) {
        body.items.append(.definition(name: name, strokes: strokes.body))
    }

    /// All strokes of another drawing, above those that are there.
    package mutating func add(_ strokes: Drawing) {
        body.items += strokes.body.items
    }

    /// Draws a named group of the page once more.
    package mutating func use(_ name: String, x: Double, y: Double) {
        body.items.append(.use(name: name, x: x, y: y))
    }

    /// Strokes that lead to another page; on paper they lead nowhere.
    package mutating func link(_ link: Link, _ strokes: Drawing) {
        body.items.append(.link(link, strokes.body))
    }

    /// The drawing as a small sign in a line of text, with what it says to who cannot see it.
    package func inline(width: Double, height: Double, label: String) -> Markup {
        .element(
            "svg",
            [
                "class": "fig sign", "role": "img", "aria-label": label, "width": Numerals.coordinate(width),
                "height": Numerals.coordinate(height),
                "viewBox": "0 0 \(Numerals.coordinate(width)) \(Numerals.coordinate(height))",
            ], [SVGStrokes(manner: .lean(hasTips: false)).markup(body)])
    }

    /// Defines the hatching that stands for "missing" and returns the fill that uses it.
    ///
    /// - Parameter figure: The figure's name: identifiers are shared by all figures of a page.
    package mutating func hatching(in figure: String) -> String {
        let name = "\(figure)-missing"
        body.items.append(.hatching(name: name))
        return "url(#\(name))"
    }
}
