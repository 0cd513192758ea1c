/// The strokes that figures are made of. Coordinates are CSS pixels from the top left.
package struct Drawing {
    /// What has been drawn so far.
    package private(set) var body = Markup.empty

    /// Nothing drawn yet.
    package init() {}

    /// A text whose baseline starts, ends or centres at a point, by its `style`: `end`, `mid`, `bold`, `quiet`, a role.
    package mutating func text(_ text: String, x: Double, y: Double, style: String? = nil, size: Double? = nil) {
        body += .element(
            "text",
            [
                "x": Numerals.coordinate(x), "y": Numerals.coordinate(y), "class": style,
                "font-size": size.map(Numerals.coordinate),
            ], text: text)
    }

    /// A text that rises from its starting point by `degrees`.
    package mutating func rising(_ text: String, x: Double, y: Double, degrees: Double, style: String? = nil) {
        let place =
            "translate(\(Numerals.coordinate(x)) \(Numerals.coordinate(y))) rotate(-\(Numerals.coordinate(degrees)))"
        body += .element("text", ["transform": place, "class": style], text: text)
    }

    /// A text that runs upward, from, to or about a point by its `style`.
    package mutating func upward(_ text: String, x: Double, y: Double, style: String? = nil, size: Double? = nil) {
        let place = "translate(\(Numerals.coordinate(x)) \(Numerals.coordinate(y))) rotate(-90)"
        body += .element(
            "text", ["transform": place, "class": style, "font-size": size.map(Numerals.coordinate)], text: text)
    }

    /// A straight line.
    package mutating func line(
        from: (x: Double, y: Double), to: (x: Double, y: Double), style: String, width: Double = 1
    ) {
        body += .element(
            "line",
            [
                "x1": Numerals.coordinate(from.x), "y1": Numerals.coordinate(from.y), "x2": Numerals.coordinate(to.x),
                "y2": Numerals.coordinate(to.y), "class": style,
                "stroke-width": width == 1 ? nil : Numerals.coordinate(width),
            ])
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
        let outline = points.map { "\(Numerals.coordinate($0.x)) \(Numerals.coordinate($0.y))" }.joined(separator: "L")
        body += .element(
            "path",
            [
                "d": "M" + outline, "class": style, "stroke-width": Numerals.coordinate(width),
                "stroke-opacity": opacity < 1 ? Numerals.coordinate(opacity) : nil,
                "stroke-dasharray": isDashed ? "3 3" : nil,
            ])
    }

    /// A disc, with what a pointer resting on it is told.
    package mutating func dot(
        x: Double, y: Double, radius: Double, style: String, stroke: Double? = nil, tip: String? = nil
    ) {
        body += .element(
            "circle",
            [
                "cx": Numerals.coordinate(x), "cy": Numerals.coordinate(y), "r": Numerals.coordinate(radius),
                "class": style, "stroke-width": stroke.map(Numerals.coordinate),
            ], tip.map { [.element("title", [:], text: $0)] } ?? [])
    }

    /// A filled rectangle: the shortest way to write one, for there are thousands.
    package mutating func box(
        x: Double, y: Double, width: Double, height: Double, style: String? = nil, fill: String? = nil,
        opacity: Double = 1, tip: String? = nil
    ) {
        let outline =
            "M\(Numerals.coordinate(x)) \(Numerals.coordinate(y))h\(Numerals.coordinate(width))"
            + "v\(Numerals.coordinate(height))h\(Numerals.coordinate(-width))z"
        body += .element(
            "path",
            [
                "class": style, "d": outline, "fill": fill,
                "fill-opacity": opacity < 1 ? Numerals.coordinate(opacity) : nil,
            ],
            tip.map { [.element("title", [:], text: $0)] } ?? [])
    }

    /// The outline of a rectangle, dashed: a border within a drawing.
    package mutating func frame(
        x: Double, y: Double, width: Double, height: Double, style: String, isDashed: Bool = false
    ) {
        body += .element(
            "rect",
            [
                "x": Numerals.coordinate(x), "y": Numerals.coordinate(y), "width": Numerals.coordinate(width),
                "height": Numerals.coordinate(height), "class": style, "stroke-dasharray": isDashed ? "3 3" : nil,
            ])
    }

    /// Puts strokes together under a name, by which they can be drawn again. Where they are, only rules for what lies within
    /// the group apply: so it is a figure itself.
    package mutating func group(_ name: String, x: Double, y: Double, _ strokes: Drawing) {
        body += .element(
            "g", ["transform": Self.move(x, y)], [.element("g", ["id": name, "class": "fig"], [strokes.body])])
    }

    /// Draws a named group of the page once more.
    package mutating func use(_ name: String, x: Double, y: Double) {
        body += .element("use", ["href": "#" + name, "transform": Self.move(x, y)])
    }

    private static func move(_ x: Double, _ y: Double) -> String {
        "translate(\(Numerals.coordinate(x)) \(Numerals.coordinate(y)))"
    }

    /// The drawing as a small sign in a line of text, with what it says to who cannot see it.
    package func inline(width: Double, height: Double, label: String) -> Markup {
        .element(
            "svg",
            [
                "class": "fig sign", "role": "img", "aria-label": label, "width": Numerals.coordinate(width),
                "height": Numerals.coordinate(height),
                "viewBox": "0 0 \(Numerals.coordinate(width)) \(Numerals.coordinate(height))",
            ], [body])
    }

    /// Defines the hatching that stands for "missing" and returns the fill that uses it.
    ///
    /// - Parameter figure: The figure's name: identifiers are shared by all figures of a page.
    package mutating func hatching(in figure: String) -> String {
        let name = "\(figure)-missing"
        body += .element(
            "pattern",
            ["id": name, "width": "5", "height": "5", "patternUnits": "userSpaceOnUse"],
            [
                .element("rect", ["width": "5", "height": "5", "class": "tint"]),
                .element("path", ["d": "M-1 1l2 -2M0 5l5 -5M4 6l2 -2", "class": "axis", "stroke-width": "0.8"]),
            ])
        return "url(#\(name))"
    }
}
