/// Strokes as elements of SVG.
struct SVGStrokes {
    /// How much a drawing may cost whoever shows it.
    enum Manner {
        /// An element for each stroke, each with its tip: for a file of its own, which somebody may want to edit.
        case full
        /// As few elements as show the same: strokes of one style are put together where nothing lies between them.
        case lean(hasTips: Bool)
    }

    let manner: Manner

    func markup(_ strokes: Strokes) -> Markup {
        switch manner {
        case .full: .joined(strokes.items.map { element($0, hasTip: true) })
        case .lean(let hasTips):
            .joined(
                SVGMerge(strokes, hasTips: hasTips).pieces.map { piece in
                    piece.outlines.count > 1 ? merged(piece) : element(piece.first, hasTip: hasTips)
                })
        }
    }

    private func merged(_ piece: SVGMerge.Piece) -> Markup {
        let key = piece.key
        return .element(
            "path",
            [
                "class": key?.style, "d": piece.outlines.joined(), "fill": key?.fill, "fill-opacity": key?.fillOpacity,
                "stroke-width": key?.strokeWidth, "stroke-opacity": key?.strokeOpacity,
            ])
    }

    private func element(_ stroke: Stroke, hasTip: Bool) -> Markup {
        switch stroke {
        case .text(let text): Self.element(text)
        case .line(let line): Self.element(line)
        case .curve(let curve): Self.element(curve)
        case .dot(let dot): Self.element(dot, hasTip: hasTip)
        case .box(let box): Self.element(box, hasTip: hasTip)
        case .frame(let frame): Self.element(frame)
        case .group(let name, let x, let y, let strokes):
            .element(
                "g", ["transform": Self.move(x, y)],
                [.element("g", ["id": name, "class": "fig"], [markup(strokes)])])
        case .definition(let name, let strokes):
            .element("defs", [:], [.element("g", ["id": name, "class": "fig"], [markup(strokes)])])
        case .use(let name, let x, let y): .element("use", ["href": "#" + name, "transform": Self.move(x, y)])
        case .hatching(let name): Self.hatching(name)
        case .link(let link, let strokes):
            // A file of its own has left the site that its links lead through.
            switch manner {
            case .full: markup(strokes)
            case .lean: .element("a", ["href": link.href], [markup(strokes)])
            }
        }
    }

    // MARK: - Single strokes

    private static func element(_ text: TextStroke) -> Markup {
        let (x, y) = (Numerals.coordinate(text.x), Numerals.coordinate(text.y))
        let size = text.size.map(Numerals.coordinate)
        guard let degrees = text.degrees else {
            return .element("text", ["x": x, "y": y, "class": text.style, "font-size": size], text: text.text)
        }
        let place = "translate(\(x) \(y)) rotate(-\(Numerals.coordinate(degrees)))"
        return .element("text", ["transform": place, "class": text.style, "font-size": size], text: text.text)
    }

    private static func element(_ line: LineStroke) -> Markup {
        .element(
            "line",
            [
                "x1": Numerals.coordinate(line.from.x), "y1": Numerals.coordinate(line.from.y),
                "x2": Numerals.coordinate(line.to.x), "y2": Numerals.coordinate(line.to.y), "class": line.style,
                "stroke-width": line.width == 1 ? nil : Numerals.coordinate(line.width),
            ])
    }

    private static func element(_ curve: CurveStroke) -> Markup {
        .element(
            "path",
            [
                "d": curve.outline, "class": curve.style, "stroke-width": Numerals.coordinate(curve.width),
                "stroke-opacity": curve.opacity < 1 ? Numerals.coordinate(curve.opacity) : nil,
                "stroke-dasharray": curve.isDashed ? "3 3" : nil,
            ])
    }

    private static func element(_ dot: DotStroke, hasTip: Bool) -> Markup {
        .element(
            "circle",
            [
                "cx": Numerals.coordinate(dot.x), "cy": Numerals.coordinate(dot.y),
                "r": Numerals.coordinate(dot.radius), "class": dot.style,
                "stroke-width": dot.stroke.map(Numerals.coordinate),
            ], tip(hasTip ? dot.tip : nil))
    }

    private static func element(_ box: BoxStroke, hasTip: Bool) -> Markup {
        .element(
            "path",
            [
                "class": box.style, "d": box.outline, "fill": box.fill,
                "fill-opacity": box.opacity < 1 ? Numerals.coordinate(box.opacity) : nil,
            ], tip(hasTip ? box.tip : nil))
    }

    private static func element(_ frame: FrameStroke) -> Markup {
        .element(
            "rect",
            [
                "x": Numerals.coordinate(frame.x), "y": Numerals.coordinate(frame.y),
                "width": Numerals.coordinate(frame.width), "height": Numerals.coordinate(frame.height),
                "class": frame.style, "stroke-dasharray": frame.isDashed ? "3 3" : nil,
            ])
    }

    private static func tip(_ words: String?) -> [Markup] {
        words.map { [.element("title", [:], text: $0)] } ?? []
    }

    private static func hatching(_ name: String) -> Markup {
        .element(
            "pattern",
            ["id": name, "width": "5", "height": "5", "patternUnits": "userSpaceOnUse"],
            [
                .element("rect", ["width": "5", "height": "5", "class": "tint"]),
                .element("path", ["d": "M-1 1l2 -2M0 5l5 -5M4 6l2 -2", "class": "axis", "stroke-width": "0.8"]),
            ])
    }

    private static func move(_ x: Double, _ y: Double) -> String {
        "translate(\(Numerals.coordinate(x)) \(Numerals.coordinate(y)))"
    }
}

// MARK: - Outlines

extension LineStroke {
    /// Its path's data.
    var outline: String {
        "M\(Numerals.coordinate(from.x)) \(Numerals.coordinate(from.y))"
            + (from.y == to.y
                ? "H\(Numerals.coordinate(to.x))"
                : from.x == to.x
                    ? "V\(Numerals.coordinate(to.y))" : "L\(Numerals.coordinate(to.x)) \(Numerals.coordinate(to.y))")
    }
}

extension CurveStroke {
    /// Its path's data.
    var outline: String {
        "M" + points.map { "\(Numerals.coordinate($0.x)) \(Numerals.coordinate($0.y))" }.joined(separator: "L")
    }
}

extension DotStroke {
    /// Its path's data.
    var outline: String {
        let (r, across) = (Numerals.coordinate(radius), Numerals.coordinate(2 * radius))
        return "M\(Numerals.coordinate(x - radius)) \(Numerals.coordinate(y))a\(r) \(r) 0 1 0 \(across) 0"
            + "a\(r) \(r) 0 1 0 -\(across) 0z"
    }
}

extension BoxStroke {
    /// Its path's data.
    var outline: String {
        "M\(Numerals.coordinate(x)) \(Numerals.coordinate(y))h\(Numerals.coordinate(width))"
            + "v\(Numerals.coordinate(height))h\(Numerals.coordinate(-width))z"
    }
}
