extension CodedExample {
    /// The local number of its run, where it is looked at in the store that has it.
    package func served(in run: Int?) -> CodedExample {
        var example = self
        example.run = run
        return example
    }

    /// Examples by rule: for each code that occurs, the rarest first, the widest gap that is not taken yet, unless one that is taken carries
    /// the code; then the widest gaps of all. In the order of the codebook, then by gap.
    ///
    /// - Parameter codes: the names of the codes in the codebook's order.
    package static func chosen(
        from examples: [CodedExample], codes: [String], atMost most: Int
    ) -> [CodedExample] {
        // Of equal gaps the first: the order of the project.
        let sorted = examples.enumerated().sorted { one, other in
            let (a, b) = (abs(one.element.cell.signedGap), abs(other.element.cell.signedGap))
            return a == b ? one.offset < other.offset : a > b
        }.map(\.offset)
        var taken: [Int] = []
        let counts = codes.map { code in examples.count { $0.codes.contains(code) } }
        let rarest = codes.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
        for code in rarest where taken.count < most {
            if taken.contains(where: { examples[$0].codes.contains(codes[code]) }) { continue }
            let widest = sorted.first { !taken.contains($0) && examples[$0].codes.contains(codes[code]) }
            if let widest { taken.append(widest) }
        }
        let isTaken = Set(taken)
        let rest = sorted.filter { !isTaken.contains($0) && !examples[$0].codes.isEmpty }
        taken += rest.prefix(max(0, most - taken.count))
        let rank = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
        func first(_ example: Int) -> Int {
            codes.firstIndex { examples[example].codes.contains($0) } ?? codes.count
        }
        return taken.sorted { (first($0), rank[$0] ?? 0) < (first($1), rank[$1] ?? 0) }.map { examples[$0] }
    }

    /// What it says and what it does, in words.
    var sides: (stated: String, acted: String) {
        let (agrees, against) = (cell.stated < 0.5, cell.acted > 0.5)
        return (agrees ? "agrees" : "disagrees", against ? "acts against" : "acts for")
    }
}
