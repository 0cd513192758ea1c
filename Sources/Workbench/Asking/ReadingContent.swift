package import Reading
package import Study

/// The answer of a reading as the store keeps it: short, and readable without this program.
package enum ReadingContent {
    /// Ratings: option numbers from 1 in the theory's order, joined by commas, nothing where unread ("1,,3"); where any
    /// rating named no option, or two, their numbers follow ("1,,3;2;1").
    package static func text(_ ratings: Ratings) -> String {
        let options = ratings.options.map { $0.map(String.init) ?? "" }.joined(separator: ",")
        guard ratings.outOfRange + ratings.ambiguous > 0 else { return options }
        return "\(options);\(ratings.outOfRange);\(ratings.ambiguous)"
    }

    /// What ``text(_:)`` wrote; `nil` for anything else.
    package static func ratings(_ text: String) -> Ratings? {
        var options: [UInt8?] = []
        options.reserveCapacity(text.utf8.count / 2 + 1)
        // The number being read: an option up to the first semicolon, one of two counts behind it.
        var number: Int?
        var counts: [Int] = []
        var semicolons = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                // Far below an overflow, far above any count.
                guard number ?? 0 < 1_000_000_000 else { return nil }
                number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                guard append(number, to: &options, &counts, semicolons), byte != UInt8(ascii: ",") || semicolons == 0
                else { return nil }
                number = nil
                if byte == UInt8(ascii: ";") { semicolons += 1 }
            default: return nil
            }
        }
        guard append(number, to: &options, &counts, semicolons), semicolons == 0 || semicolons == 2 else { return nil }
        return Ratings(options: options, outOfRange: counts.first ?? 0, ambiguous: counts.last ?? 0)
    }

    /// Ends a number; false where it is none that may stand there.
    private static func append(
        _ number: Int?, to options: inout [UInt8?], _ counts: inout [Int], _ semicolons: Int
    ) -> Bool {
        if semicolons > 0 {
            guard let number else { return false }
            counts.append(number)
            return true
        }
        guard number ?? 0 <= UInt8.max else { return false }
        options.append(number.map(UInt8.init))
        return true
    }

    /// The inclination chosen: the option's number as displayed, which `first` turns into an inclination, or the
    /// inclination itself where a file of others says only that. `nil` for anything else.
    ///
    /// - Parameter first: the code of the action that stood first; 0 = agree.
    package static func choice(_ text: String, first: Int?) -> Inclination? {
        switch (text, first) {
        case ("1", 0), ("2", 1): .agree
        case ("1", 1), ("2", 0): .disagree
        default: Inclination(rawValue: text)
        }
    }
}
