import Foundation

/// How numbers are written for people. What is missing, or no number, is an em dash.
package enum Numerals {
    /// The sign for a number that is not there.
    package static let missing = "—"

    /// A score, rate or distance with so many decimals: `0.42`.
    package static func decimal(_ value: Double?, places: Int = 2) -> String {
        guard let text = fixed(value, places: places) else { return missing }
        return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }

    /// A signed number with its sign shown: `+0.17`, `−0.05`, `0.00`.
    package static func signed(_ value: Double?, places: Int = 2) -> String {
        guard let value, let text = fixed(value, places: places) else { return missing }
        if text.hasPrefix("-") { return "−" + text.dropFirst() }
        return text.contains { $0 != "0" && $0 != "." } ? "+" + text : text
    }

    /// A share of one as a percentage: `14.2 %`.
    package static func percent(_ value: Double?, places: Int = 1) -> String {
        guard let text = fixed(value.map { $0 * 100 }, places: places) else { return missing }
        return text.replacing("-", with: "−") + "\u{00A0}%"
    }

    /// A part of a whole as a percentage; the em dash where the whole is nothing.
    package static func percent(_ part: Int, of whole: Int, places: Int = 1) -> String {
        percent(whole > 0 ? Double(part) / Double(whole) : nil, places: places)
    }

    /// US dollars: `$0.0042`, `$3.20`, `$1,204.00`.
    package static func dollars(_ sum: Double) -> String {
        if sum > 0, sum < 0.01 { return "$" + String(format: "%.4f", sum) }
        guard abs(sum) < 1e13 else { return missing }
        let cents = Int((sum * 100).rounded())
        return "$\(count(cents / 100))." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
    }

    /// A p-value: `0.031`, and `<.001` where it would be written as nothing.
    package static func probability(_ value: Double?) -> String {
        if let value, value < 0.0005 { return "<.001" }
        return decimal(value, places: 3)
    }

    /// An interval: `[0.33, 0.50]`; nothing where there is none.
    package static func range(_ ends: Whisker?, places: Int = 2, isSigned: Bool = false) -> String? {
        ends.map { ends in
            func end(_ number: Double) -> String {
                isSigned ? signed(number, places: places) : decimal(number, places: places)
            }
            return "[\(end(ends.low)), \(end(ends.high))]"
        }
    }

    /// A share's interval in percent: `[12.1, 15.0]`.
    package static func percentRange(_ ends: Whisker?, places: Int = 1) -> String? {
        ends.map { ends in
            "[\(decimal(ends.low * 100, places: places)), \(decimal(ends.high * 100, places: places))]"
        }
    }

    /// A count with its thousands apart: `7,392`.
    package static func count(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return value < 0 ? "−" + grouped : grouped
    }

    /// A count and its noun: `1 country`, `12 countries`.
    package static func count(_ value: Int, _ singular: String, _ plural: String) -> String {
        "\(count(value)) \(value == 1 ? singular : plural)"
    }

    /// A number as it was typed, without the digits that only rounding brings: `0.3`, `0`, `0.25`.
    package static func plain(_ number: Double) -> String {
        let text = ((number * 1e6).rounded() / 1e6).description
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text).replacing("-", with: "−")
    }

    /// A coordinate of a drawing: at most two decimals, none where it is whole.
    package static func coordinate(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        if hundredths.isMultiple(of: 100) { return String(hundredths / 100) }
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        if rest.isMultiple(of: 10) { return "\(sign)\(whole).\(rest / 10)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `-0.00` is written `0.00`: a sign on nothing would be read as a direction.
    private static func fixed(_ value: Double?, places: Int) -> String? {
        guard let value, value.isFinite else { return nil }
        let text = FixedPoint.text(value, places: places)
        guard text.hasPrefix("-"), !text.utf8.contains(where: { (0x31...0x39).contains($0) }) else { return text }
        return String(text.dropFirst())
    }
}
