/// The style rules of figures, written out for one theme: no variables, so that every program that reads SVG
/// understands a figure that stands alone.
enum FigureStyle {
    /// The rules of one theme, each for elements inside `.fig`.
    static func rules(_ theme: Theme) -> String {
        let roles = [("stated", theme.stated), ("acted", theme.acted), ("gap", theme.gap), ("ink", theme.ink)]
        var lines = [".fig text{fill:\(theme.ink.hex)}", ".fig text.quiet{fill:\(theme.quiet.hex)}"]
        for (role, colour) in roles {
            lines.append(".fig text.\(role){fill:\(colour.hex)}")
            lines.append(".fig .fill-\(role){fill:\(colour.hex)}")
            lines.append(".fig .line-\(role){stroke:\(colour.hex);fill:none}")
        }
        lines.append(".fig .hollow{fill:\(theme.paper.hex)}")
        lines.append(".fig .tint{fill:\(theme.tint.hex)}")
        lines.append(".fig .grid{stroke:\(theme.line.hex);fill:none}")
        lines.append(".fig .axis{stroke:\(theme.quiet.hex);fill:none}")
        for (index, colour) in theme.states.enumerated() {
            lines.append(".fig .state\(index){fill:\(colour.hex)}")
        }
        let paper = theme.paper.hex
        lines.append(".fig .fill-acted+.over,.fig .fill-stated+.over{fill:\(paper)}")
        return (lines + scales(theme)).joined(separator: "\n")
    }

    /// The size of texts that have none of their own, in CSS pixels, as ``shape`` says.
    static let fontSize = 11.0

    /// Sizes and weights, the same in both themes.
    static let shape = """
        .fig{font-family:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
        font-size:11px;font-variant-numeric:tabular-nums}
        .fig .bold{font-weight:600}
        .fig .end{text-anchor:end}
        .fig .mid{text-anchor:middle}
        .fig .mass{fill-opacity:.62}
        .fig .area{fill-opacity:0}
        .fig a:hover text,.fig a:focus-visible text{text-decoration:underline}
        .fig a:hover .area,.fig a:focus-visible .area{stroke:currentColor;stroke-width:1.5}
        """

    /// The steps of every scale, and of the two inks the one that can be read on each.
    private static func scales(_ theme: Theme) -> [String] {
        // Black and white: of these two, one always has a contrast of at least 4.5.
        let inks = [Colour(lightness: 0, chroma: 0, hue: 0), Colour(lightness: 1, chroma: 0, hue: 0)]
        var readers: [[String]] = [[], []]
        var lines: [String] = []
        for scale in Scale.allCases {
            for step in 0..<Scale.steps {
                let ground = scale.colour(step, dark: theme.isDark)
                lines.append(".fig .\(scale.style(step)){fill:\(ground.hex)}")
                let choice = ground.contrast(with: inks[0]) >= ground.contrast(with: inks[1]) ? 0 : 1
                readers[choice].append(".fig .\(scale.style(step))+.over,.fig text.on-\(scale.style(step))")
            }
        }
        for (ink, selectors) in zip(inks, readers) where !selectors.isEmpty {
            lines.append(selectors.joined(separator: ",") + "{fill:\(ink.hex)}")
        }
        return lines
    }
}
