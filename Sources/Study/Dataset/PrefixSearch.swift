/// Goes through sets in the order of their texts, compares each with the earlier ones that it may be like, and joins those that are alike.
struct PrefixSearch {
    private let sets: ShingleSets
    /// Earlier sets by the rare members that they can be found by.
    private var holders: [[Int32]]
    /// By text, another of its group; a group's root is its own.
    private var parents: [Int]
    /// By text, the last text that it was looked at for.
    private var seenFor: [Int]
    private(set) var pairs: [NearDuplicates.Pair] = []
    private(set) var isBounded = false

    init(_ sets: ShingleSets) {
        self.sets = sets
        holders = [[Int32]](repeating: [], count: sets.count)
        parents = Array(sets.sets.indices)
        seenFor = [Int](repeating: -1, count: sets.sets.count)
    }

    mutating func run() {
        var firsts: [[Int32]: Int] = [:]
        for (place, set) in sets.sets.enumerated() where !set.isEmpty {
            if let first = firsts[set] {
                join(first, place, 1)
                continue
            }
            firsts[set] = place
            let prefix = set.prefix(Self.prefixLength(set.count))
            compare(place, set.count, prefix)
            for member in prefix { holders[Int(member)].append(Int32(place)) }
        }
    }

    /// Of a set of this size so many of the rarest members: one that is as alike as the threshold asks shares at least
    /// `threshold · size` members with it, so it can't lack all of them.
    static func prefixLength(_ size: Int) -> Int {
        // The tolerance keeps 0.7 · 10 from being a little more than 7.
        size - Int((NearDuplicates.threshold * Double(size) - 1e-9).rounded(.up)) + 1
    }

    private mutating func compare(_ place: Int, _ size: Int, _ prefix: ArraySlice<Int32>) {
        var compared = 0
        for member in prefix {
            for holder in holders[Int(member)] {
                let other = Int(holder)
                guard seenFor[other] != place else { continue }
                seenFor[other] = place
                // Sizes that differ too much can't be alike; of a group one that is alike will do.
                let (small, large) = (min(size, sets.sets[other].count), max(size, sets.sets[other].count))
                guard Double(small) >= NearDuplicates.threshold * Double(large) - 1e-9, root(other) != root(place)
                else { continue }
                guard compared < NearDuplicates.most else {
                    isBounded = true
                    return
                }
                compared += 1
                let similarity = sets.similarity(other, place)
                if similarity >= NearDuplicates.threshold - 1e-12 { join(other, place, similarity) }
            }
        }
    }

    private mutating func join(_ first: Int, _ second: Int, _ similarity: Double) {
        let (one, other) = (root(first), root(second))
        guard one != other else { return }
        parents[max(one, other)] = min(one, other)
        pairs.append(.init(first: first, second: second, similarity: similarity))
    }

    private mutating func root(_ place: Int) -> Int {
        var place = place
        while parents[place] != place {
            parents[place] = parents[parents[place]]
            place = parents[place]
        }
        return place
    }

    /// The texts that were joined.
    var groups: [[Int]] {
        var search = self
        var members: [Int: [Int]] = [:]
        for place in parents.indices { members[search.root(place), default: []].append(place) }
        return members.values.filter { $0.count > 1 }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }
}
