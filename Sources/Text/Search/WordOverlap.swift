/// How alike two texts are, word by word.
package enum WordOverlap {
    /// Longer texts are compared by their first words.
    package static let most = 400

    /// Twice the number of words that both have in the same order (their longest common subsequence), over the number of words of both
    /// together: 1 where they are the same words, 0 where they share none, and where both have none.
    package static func share(_ left: [String], _ right: [String]) -> Double {
        let (left, right) = (numbered(left, right))
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        var row = [Int](repeating: 0, count: right.count + 1)
        for word in left {
            var diagonal = 0
            for (place, other) in right.enumerated() {
                let above = row[place + 1]
                row[place + 1] = word == other ? diagonal + 1 : max(above, row[place])
                diagonal = above
            }
        }
        return 2 * Double(row[right.count]) / Double(left.count + right.count)
    }

    /// Each word as a number, so that comparing is quick.
    private static func numbered(_ left: [String], _ right: [String]) -> ([Int], [Int]) {
        var numbers: [String: Int] = [:]
        func number(_ word: String) -> Int {
            if let known = numbers[word] { return known }
            numbers[word] = numbers.count
            return numbers.count - 1
        }
        return (left.prefix(most).map(number), right.prefix(most).map(number))
    }
}

/// Whether a text stands in another byte by byte, in time that grows with their lengths and not with their product.
package enum LiteralSearch {
    package static func contains(_ sought: String, in text: String) -> Bool {
        let (sought, text) = (Array(sought.utf8), text.utf8)
        guard !sought.isEmpty else { return true }
        // Knuth, Morris and Pratt: how much of what is sought still fits where the next byte does not.
        var fallback = [0]
        var length = 0
        for byte in sought.dropFirst() {
            while length > 0, sought[length] != byte { length = fallback[length - 1] }
            if sought[length] == byte { length += 1 }
            fallback.append(length)
        }
        length = 0
        for byte in text {
            while length > 0, sought[length] != byte { length = fallback[length - 1] }
            if sought[length] == byte { length += 1 }
            if length == sought.count { return true }
        }
        return false
    }
}
