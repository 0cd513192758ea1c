import Foundation

/// A colour of the sRGB screen, computed from lightness, chroma and hue as the eye judges them (OKLCH).
struct Colour: Sendable, Equatable {
    /// Red, green and blue, gamma-encoded, each in 0…1.
    let red, green, blue: Double

    /// The colour nearest to the one asked for: chroma gives way where a screen cannot show it, lightness never does.
    ///
    /// - Parameters:
    ///   - lightness: 0 (black) … 1 (white), even steps looking even.
    ///   - chroma: 0 (grey) … about 0.3.
    ///   - hue: degrees; 30 red, 60 orange, 255 blue, 340 plum.
    init(lightness: Double, chroma: Double, hue: Double) {
        var reach = chroma
        var linear = Colour.linear(lightness, reach, hue)
        while reach > 0.002, linear.contains(where: { $0 < -0.0005 || $0 > 1.0005 }) {
            reach *= 0.96
            linear = Colour.linear(lightness, reach, hue)
        }
        let encoded = linear.map(Colour.encode)
        (red, green, blue) = (encoded[0], encoded[1], encoded[2])
    }

    /// `#rrggbb`.
    var hex: String {
        "#"
            + [red, green, blue].map { channel in
                let text = String(Int((channel * 255).rounded()), radix: 16)
                return text.count == 1 ? "0" + text : text
            }.joined()
    }

    /// The relative luminance that WCAG's contrast ratio is made of.
    var luminance: Double {
        0.2126 * Colour.decode(red) + 0.7152 * Colour.decode(green) + 0.0722 * Colour.decode(blue)
    }

    /// WCAG's contrast ratio of two colours, 1…21.
    func contrast(with other: Colour) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    /// Linear sRGB of an OKLCH colour (Ottosson, 2020); may lie outside 0…1.
    private static func linear(_ lightness: Double, _ chroma: Double, _ hue: Double) -> [Double] {
        let a = chroma * cos(hue * .pi / 180)
        let b = chroma * sin(hue * .pi / 180)
        let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        return [
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
        ]
    }

    private static func encode(_ value: Double) -> Double {
        let channel = min(max(value, 0), 1)
        return channel <= 0.0031308 ? 12.92 * channel : 1.055 * pow(channel, 1 / 2.4) - 0.055
    }

    private static func decode(_ channel: Double) -> Double {
        channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
}
