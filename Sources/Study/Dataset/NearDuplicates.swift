import Text

/// Texts that are nearly the same.
///
/// A text is the set of its pairs of neighbouring words, as ``SearchTokenizer`` cuts them; in scripts without spaces each sign is a word. Two
/// texts are near-duplicates where the Jaccard index of their sets is at least ``threshold``: one word of twenty changed, or two that stand
/// side by side. A text of one word is the set of that word; one without words is like no other.
///
/// Nothing is left to chance. Two sets as alike as that must share one of the rarest few of either (Bayardo, Ma and Srikant 2007, all-pairs
/// search by prefixes), so only texts that do are compared, exactly. Texts that are the same are one from the start.
package struct NearDuplicates: Sendable, Hashable {
    /// From what Jaccard index on two texts count as nearly the same.
    package static let threshold = 0.7

    /// With how many others a text is compared at most. Only texts by the thousand that share their rarest words, and are not alike for all
    /// that, have more; then some may be missed.
    package static let most = 1000

    /// Two texts that were compared and are alike.
    package struct Pair: Sendable, Hashable {
        /// The place of the text that stands earlier.
        package let first: Int
        /// The place of the later one.
        package let second: Int
        /// Their Jaccard index, from ``threshold`` to 1.
        package let similarity: Double

        /// Two texts that are alike.
        package init(first: Int, second: Int, similarity: Double) {
            (self.first, self.second, self.similarity) = (first, second, similarity)
        }
    }

    /// The places of texts that are alike, directly or through others, in ascending order; each group has two at least. The group whose first
    /// text stands first comes first.
    package let groups: [[Int]]
    /// Pairs that show the groups: each text but a group's first with an earlier one, or one that its group was joined to another by.
    package let pairs: [Pair]
    /// Whether some text had more others to be compared with than ``most``.
    package let isBounded: Bool

    /// Finds what is nearly the same among texts that are given as their words.
    package init(words texts: [[String]]) {
        let sets = ShingleSets(texts)
        var search = PrefixSearch(sets)
        search.run()
        (groups, pairs, isBounded) = (search.groups, search.pairs, search.isBounded)
    }

    /// Finds what is nearly the same among texts.
    package init(_ texts: [String]) {
        var tokenizer = SearchTokenizer()
        self.init(words: texts.map { tokenizer.tokens(of: $0).map(\.text) })
    }

    /// The Jaccard index of two texts' sets: 1 where they are the same, 0 where they share nothing or one is without words.
    package static func similarity(_ left: [String], _ right: [String]) -> Double {
        let sets = ShingleSets([left, right])
        return sets.similarity(0, 1)
    }
}

/// The sets of some texts, each as ascending numbers: the rarer a pair of words is, the lower is its number.
struct ShingleSets {
    /// By text.
    let sets: [[Int32]]
    /// How many different pairs of words there are.
    let count: Int

    init(_ texts: [[String]]) {
        var words: [String: UInt64] = [:]
        var shingles: [UInt64: Int32] = [:]
        var often: [Int] = []
        let raw = texts.map { text in
            var numbers: [UInt64] = []
            numbers.reserveCapacity(text.count)
            for word in text {
                // 0 stands for the place behind a text's only word.
                if words[word] == nil { words[word] = UInt64(words.count + 1) }
                numbers.append(words[word] ?? 0)
            }
            var set = Set<Int32>(minimumCapacity: numbers.count)
            for place in numbers.indices where place + 1 < numbers.count || numbers.count == 1 {
                let key = numbers[place] << 32 | (place + 1 < numbers.count ? numbers[place + 1] : 0)
                if shingles[key] == nil {
                    shingles[key] = Int32(shingles.count)
                    often.append(0)
                }
                guard let number = shingles[key], set.insert(number).inserted else { continue }
                often[Int(number)] += 1
            }
            return set
        }
        // Ties by number, which is the order of first occurrence: the same on every machine.
        let order = often.indices.sorted { (often[$0], $0) < (often[$1], $1) }
        var rank = [Int32](repeating: 0, count: often.count)
        for (place, number) in order.enumerated() { rank[number] = Int32(place) }
        sets = raw.map { set in set.map { rank[Int($0)] }.sorted() }
        count = often.count
    }

    /// The Jaccard index of two sets.
    func similarity(_ first: Int, _ second: Int) -> Double {
        let (left, right) = (sets[first], sets[second])
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        var (i, j, shared) = (0, 0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                (i, j, shared) = (i + 1, j + 1, shared + 1)
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(shared) / Double(left.count + right.count - shared)
    }
}
