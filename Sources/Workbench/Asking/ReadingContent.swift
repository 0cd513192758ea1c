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
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard let first = parts.first else { return nil }
        var options: [UInt8?] = []
        for item in first.split(separator: ",", omittingEmptySubsequences: false) {
            guard !item.isEmpty else {
                options.append(nil)
                continue
            }
            guard let option = UInt8(item) else { return nil }
            options.append(option)
        }
        let counts = parts.dropFirst().map { Int($0) }
        guard counts.isEmpty || (counts.count == 2 && !counts.contains(nil)) else { return nil }
        return Ratings(
            options: options, outOfRange: counts.first.flatMap { $0 } ?? 0, ambiguous: counts.last.flatMap { $0 } ?? 0)
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
