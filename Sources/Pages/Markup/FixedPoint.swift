import Foundation

/// A number with so many decimals, as C writes it, without C: pages hold thousands of them.
enum FixedPoint {
    /// `-0.05`, rounded to the nearest decimal, and to an even digit where the number lies exactly between two.
    static func text(_ value: Double, places: Int) -> String {
        guard (0...6).contains(places), abs(value) < 1e9 else { return String(format: "%.\(places)f", value) }
        let unit = powers[places]
        let scaled = abs(value) * unit
        var rounded = scaled.rounded(.toNearestOrEven)
        // Multiplying has rounded, too: what it cut off decides where the product lies exactly between two.
        if scaled - scaled.rounded(.down) == 0.5 {
            let cut = (-scaled).addingProduct(abs(value), unit)
            if cut != 0 { rounded = cut > 0 ? scaled.rounded(.up) : scaled.rounded(.down) }
        }
        let (whole, rest) = UInt64(rounded).quotientAndRemainder(dividingBy: UInt64(unit))
        let sign = value.sign == .minus ? "-" : ""
        guard places > 0 else { return "\(sign)\(whole)" }
        let digits = String(rest)
        return "\(sign)\(whole)." + String(repeating: "0", count: places - digits.utf8.count) + digits
    }

    private static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
}
