/// What distinguishes the askings of one task: the levels of its factors, by asking and where needed by cell.
///
/// `nil` stands for “not known”, as with replies recorded by others. Such askings stay out of that factor's effect.
package struct AskingDesign: Sendable, Hashable {
    /// A factor with its levels in order; effects are of each level against the first.
    package struct Factor: Sendable, Hashable {
        /// The factor's name, such as “framing”.
        package let name: String
        /// The levels' names, as the study names them.
        package let levels: [String]
        /// The level of each asking.
        package let levelOfAsking: [Int?]

        /// A factor.
        package init(name: String, levels: [String], levelOfAsking: [Int?]) {
            self.name = name
            self.levels = levels
            self.levelOfAsking = levelOfAsking
        }
    }

    /// The name of the factor that says which end of Task 1's scale stands first.
    package static let scale = "scale"

    /// The name of the factor that says who wrote the actions of Task 2.
    package static let generator = "generator"

    /// The number of askings of each cell: variants × replicates.
    package let askings: Int
    /// Framing, order, requirement, or what else the study varies.
    package let factors: [Factor]
    /// The replicate of each asking, counted from 0.
    package let replicateOfAsking: [Int]
    /// By cell, then asking: whether the disagree-action or the disagreeing end of the scale stood first; `nil` where
    /// that is not known. Empty where it is known of none.
    package let disagreeFirst: [Bool?]

    /// A design.
    ///
    /// - Throws: `MeasuresError.outOfRange` where an array has another length than the askings, or a level does not
    ///   exist; `disagreeFirst` must have a whole number of cells.
    package init(
        askings: Int, factors: [Factor], replicateOfAsking: [Int]? = nil, disagreeFirst: [Bool?] = []
    ) throws(MeasuresError) {
        let replicates = replicateOfAsking ?? [Int](repeating: 0, count: max(0, askings))
        guard askings > 0 else { throw .outOfRange(what: "number of askings", index: askings, count: Int.max) }
        guard replicates.count == askings else {
            throw .outOfRange(what: "number of replicate entries", index: replicates.count, count: askings + 1)
        }
        for factor in factors {
            guard factor.levelOfAsking.count == askings else {
                throw .outOfRange(
                    what: "number of “\(factor.name)” entries", index: factor.levelOfAsking.count, count: askings + 1)
            }
            for case let level? in factor.levelOfAsking where !factor.levels.indices.contains(level) {
                throw .outOfRange(what: "level of “\(factor.name)”", index: level, count: factor.levels.count)
            }
        }
        guard disagreeFirst.count.isMultiple(of: askings) else {
            throw .outOfRange(what: "number of orders", index: disagreeFirst.count, count: askings)
        }
        self.askings = askings
        self.factors = factors
        self.replicateOfAsking = replicates
        self.disagreeFirst = disagreeFirst
    }

    /// What is known of the order in which options stood.
    package enum Order: String, Sendable, Hashable {
        /// Now the agreeing option stood first, now the disagreeing one.
        case both
        /// The agreeing option stood first wherever the order is known.
        case agreeFirst = "agree_first"
        /// The disagreeing option stood first wherever the order is known.
        case disagreeFirst = "disagree_first"
        /// Nothing is known.
        case unknown
    }

    /// What is known of the order. With one order alone, a liking for a place can't be told from one for an option.
    package var order: Order {
        switch (disagreeFirst.contains(false), disagreeFirst.contains(true)) {
        case (true, true): .both
        case (true, false): .agreeFirst
        case (false, true): .disagreeFirst
        case (false, false): .unknown
        }
    }

    /// Which option stood first when a cell was asked.
    package func disagreeFirst(cell: Int, asking: Int) -> Bool? {
        let place = cell * askings + asking
        return disagreeFirst.indices.contains(place) ? disagreeFirst[place] : nil
    }

    /// The pairs of askings of one replicate at a factor's reference and at another level that differ in as few other
    /// factors as any two do, and in how many.
    func pairs(factor: Int, reference: Int, level: Int) -> (pairs: [(reference: Int, level: Int)], others: Int) {
        let levels = factors[factor].levelOfAsking
        let around = (0..<askings).map { surroundings(ofAsking: $0, without: factor) }
        let before = levels.indices.filter { levels[$0] == reference }
        let after = levels.indices.filter { levels[$0] == level }
        var byOthers: [Int: [(reference: Int, level: Int)]] = [:]
        for one in before {
            for other in after where replicateOfAsking[one] == replicateOfAsking[other] {
                let others = zip(around[one], around[other]).count { $0 != $1 }
                byOthers[others, default: []].append((one, other))
            }
        }
        return byOthers.min { $0.key < $1.key }.map { ($0.value, $0.key) } ?? ([], 0)
    }

    /// What an asking has in common with those that differ from it in one factor alone: its other levels and its
    /// replicate.
    func surroundings(ofAsking asking: Int, without factor: Int) -> [Int] {
        factors.indices.filter { $0 != factor }.map { factors[$0].levelOfAsking[asking] ?? -1 }
            + [replicateOfAsking[asking]]
    }
}
