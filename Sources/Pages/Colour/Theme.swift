/// The colours of one theme and the rules that give them to figures.
struct Theme: Sendable {
    /// Whether the ground is dark.
    let isDark: Bool
    /// Ground, text, quieter text, thin lines, and a tint for table heads and asides.
    let paper, ink, quiet, line, tint: Colour
    /// What a respondent states, how it acts, and the gap between them, wherever they appear.
    let stated, acted, gap: Colour
    /// The ground of highlighted spans.
    let mark: Colour
    /// The states of readings: answered, refused, unreadable, missing.
    let states: [Colour]

    /// For light screens and for paper.
    static let light = Theme(
        isDark: false,
        paper: Colour(lightness: 0.995, chroma: 0.002, hue: 90),
        ink: Colour(lightness: 0.22, chroma: 0.012, hue: 260),
        quiet: Colour(lightness: 0.46, chroma: 0.014, hue: 260),
        line: Colour(lightness: 0.895, chroma: 0.005, hue: 260),
        tint: Colour(lightness: 0.97, chroma: 0.004, hue: 260),
        stated: Colour(lightness: 0.48, chroma: 0.14, hue: 252),
        acted: Colour(lightness: 0.54, chroma: 0.14, hue: 50),
        gap: Colour(lightness: 0.45, chroma: 0.15, hue: 338),
        mark: Colour(lightness: 0.93, chroma: 0.075, hue: 92),
        states: [(0.55, 0.05), (0.68, 0.14), (0.42, 0.1), (0.88, 0.0)].map {
            Colour(lightness: $0.0, chroma: $0.1, hue: $0.1 > 0.12 ? 70 : 235)
        })

    /// For dark screens.
    static let dark = Theme(
        isDark: true,
        paper: Colour(lightness: 0.195, chroma: 0.008, hue: 260),
        ink: Colour(lightness: 0.93, chroma: 0.005, hue: 260),
        quiet: Colour(lightness: 0.735, chroma: 0.012, hue: 260),
        line: Colour(lightness: 0.33, chroma: 0.010, hue: 260),
        tint: Colour(lightness: 0.24, chroma: 0.010, hue: 260),
        stated: Colour(lightness: 0.75, chroma: 0.11, hue: 252),
        acted: Colour(lightness: 0.77, chroma: 0.13, hue: 60),
        gap: Colour(lightness: 0.75, chroma: 0.13, hue: 338),
        mark: Colour(lightness: 0.42, chroma: 0.085, hue: 88),
        states: [(0.62, 0.05), (0.78, 0.13), (0.85, 0.05), (0.36, 0.0)].map {
            Colour(lightness: $0.0, chroma: $0.1, hue: $0.1 > 0.12 ? 75 : 235)
        })
}
