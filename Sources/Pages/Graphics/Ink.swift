/// What a style means on white paper: the rules of `FigureStyle`, resolved for whoever draws without a style sheet.
struct Ink: Sendable {
    /// The colour of the area; nil where it is left empty.
    var fill: Colour?
    /// The colour of the line; nil where there is none.
    var line: Colour?
    /// Of the area, 0…1.
    var opacity = 1.0

    private static let theme = Theme.light
    private static let (black, white) = (
        Colour(lightness: 0, chroma: 0, hue: 0), Colour(lightness: 1, chroma: 0, hue: 0)
    )

    /// The ink of an area, a disc or a line. Of two classes that say different things the later rule of the style sheet counts.
    static func shape(_ style: String?) -> Ink {
        let classes = Set((style ?? "").split(separator: " "))
        var ink = Ink(fill: style == nil ? black : nil)
        var isFilled = false
        for (role, colour) in roles {
            if classes.contains("fill-\(role)") { (ink.fill, isFilled) = (colour, true) }
            if classes.contains("line-\(role)") { (ink.line, ink.fill, isFilled) = (colour, nil, true) }
        }
        if classes.contains("hollow") { (ink.fill, isFilled) = (theme.paper, true) }
        if classes.contains("tint") { (ink.fill, isFilled) = (theme.tint, true) }
        if classes.contains("grid") { (ink.line, ink.fill, isFilled) = (theme.line, nil, true) }
        if classes.contains("axis") { (ink.line, ink.fill, isFilled) = (theme.quiet, nil, true) }
        for name in classes {
            if let colour = numbered(name) { (ink.fill, isFilled) = (colour, true) }
        }
        if !isFilled { ink.fill = black }
        if classes.contains("mass") { ink.opacity = 0.62 }
        if classes.contains("area") { ink.fill = nil }
        return ink
    }

    /// The colour of a text.
    ///
    /// - Parameter ground: the style of what lies below it, which a text that is `over` something is to be read on.
    static func text(_ style: String?, on ground: String?) -> Colour {
        let classes = Set((style ?? "").split(separator: " "))
        if classes.contains("over"), let ground {
            let below = Set(ground.split(separator: " "))
            if below.contains("fill-acted") || below.contains("fill-stated") { return theme.paper }
            if let step = below.lazy.compactMap({ scaleStep($0) }).first {
                let colour = step.scale.colour(step.step, dark: false)
                return colour.contrast(with: black) >= colour.contrast(with: white) ? black : white
            }
        }
        if classes.contains("quiet") { return theme.quiet }
        return roles.first { classes.contains(Substring($0.name)) }?.colour ?? theme.ink
    }

    private static let roles: [(name: String, colour: Colour)] = [
        ("stated", theme.stated), ("acted", theme.acted), ("gap", theme.gap), ("ink", theme.ink),
    ]

    /// The hatching's ground and lines.
    static let hatching = (ground: theme.tint, line: theme.quiet)

    /// The colour of a state or of a scale's step.
    private static func numbered(_ name: Substring) -> Colour? {
        if name.hasPrefix("state"), let index = Int(name.dropFirst(5)), theme.states.indices.contains(index) {
            return theme.states[index]
        }
        return scaleStep(name).map { $0.scale.colour($0.step, dark: false) }
    }

    /// Whether a style is that of a scale's step.
    static func isStep(_ style: String) -> Bool { scaleStep(style[...]) != nil }

    private static func scaleStep(_ name: Substring) -> (scale: Scale, step: Int)? {
        guard let step = Int(name.dropFirst()), (0..<Scale.steps).contains(step) else { return nil }
        let scale: Scale? =
            switch name.first {
            case "a": .stated
            case "b": .acted
            case "c": .distance
            case "d": .signed
            default: nil
            }
        return scale.map { ($0, step) }
    }
}
