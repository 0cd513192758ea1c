import Foundation
import Reports
import Testing

@Suite("The colours of a report")
struct ColourTests {
    private static let themes = ["light", "dark"]

    @Test(arguments: themes)
    func `let text be read in both themes: contrast of at least 4.5`(theme: String) throws {
        let colours = try Self.variables(theme)
        let paper = try #require(colours["paper"])
        for role in ["ink", "quiet", "stated", "acted", "gap"] {
            #expect(Self.contrast(try #require(colours[role]), paper) >= 4.5, "\(role)")
        }
        for ground in ["tint", "mark"] {
            #expect(Self.contrast(try #require(colours["ink"]), try #require(colours[ground])) >= 4.5, "\(ground)")
        }
        #expect(Self.contrast(try #require(colours["quiet"]), try #require(colours["tint"])) >= 4.5)
    }

    @Test(arguments: themes)
    func `grow evenly darker or lighter along each scale, so that it can be read without colour`(theme: String) throws {
        for letter in ["a", "b", "c"] {
            let luminances = try Self.scale(letter, theme).map(Self.luminance)
            let steps = zip(luminances, luminances.dropFirst()).map { $1 - $0 }
            #expect(steps.allSatisfy { theme == "light" ? $0 < 0 : $0 > 0 }, "scale \(letter)")
        }
        let signed = try Self.scale("d", theme).map(Self.luminance)
        for step in 0..<12 {
            let outwards = [signed[step] - signed[step + 1], signed[24 - step] - signed[23 - step]]
            #expect(outwards.allSatisfy { theme == "light" ? $0 < 0 : $0 > 0 })
        }
    }

    @Test(arguments: themes)
    func `let the number in a heatmap's cell be read on every step`(theme: String) throws {
        let rules = try Self.rules(theme)
        for letter in ["a", "b", "c", "d"] {
            for (step, ground) in try Self.scale(letter, theme).enumerated() {
                let selector = try Regex("\\.fig \\.\(letter)\(step)\\+\\.over[^{]*\\{fill:(#[0-9a-f]{6})\\}")
                let ink = try #require(rules.firstMatch(of: selector)?.output[1].substring)
                #expect(Self.contrast(String(ink), ground) >= 4.5, "\(letter)\(step)")
            }
        }
    }

    // MARK: - Reading the style sheet

    /// The style rules of one theme: those before or those inside the query for dark screens.
    private static func rules(_ theme: String) throws -> String {
        let page = try HTMLReport.page(Fixture.pilot)
        let style = try #require(page.firstMatch(of: /<style>(?s)(.*)<\/style>/)).output.1
        let parts = style.components(separatedBy: "@media screen and (prefers-color-scheme:dark)")
        try #require(parts.count == 3)
        return theme == "light" ? parts[0] + parts[1].drop { $0 != "\n" } : parts[1].prefix { $0 != "\n" } + parts[2]
    }

    private static func variables(_ theme: String) throws -> [String: String] {
        let found = try rules(theme).matches(of: /--([a-z]+):(#[0-9a-f]{6})/)
        return Dictionary(found.map { (String($0.output.1), String($0.output.2)) }) { first, _ in first }
    }

    private static func scale(_ letter: String, _ theme: String) throws -> [String] {
        let rules = try rules(theme)
        return try (0..<25).map { step in
            let rule = try Regex("\\.fig \\.\(letter)\(step)\\{fill:(#[0-9a-f]{6})\\}")
            return String(try #require(rules.firstMatch(of: rule)?.output[1].substring))
        }
    }

    /// WCAG 2.2, relative luminance.
    private static func luminance(_ hex: String) -> Double {
        let number = Int(hex.dropFirst(), radix: 16) ?? 0
        let channels = [number >> 16, number >> 8 & 255, number & 255].map { Double($0) / 255 }
        let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private static func contrast(_ one: String, _ other: String) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}
