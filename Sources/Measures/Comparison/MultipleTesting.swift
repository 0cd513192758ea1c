/// Adjusted p-values of a family of tests. Tests without a p-value stay out of the family and have none after.
package enum MultipleTesting {
    /// Holm's step-down adjustment: bounds the chance of even one false finding in the family (Holm 1979).
    ///
    /// p₍ᵢ₎ becomes max over j ≤ i of (m − j + 1) p₍ⱼ₎, at most 1.
    package static func holm(_ pValues: [Double?]) -> [Double?] {
        adjusted(pValues) { sorted in
            var largest = 0.0
            return sorted.enumerated().map { place, p in
                largest = max(largest, min(1, Double(sorted.count - place) * p))
                return largest
            }
        }
    }

    /// Benjamini and Hochberg's step-up adjustment: bounds the expected share of false findings among the findings of
    /// the family (1995).
    ///
    /// p₍ᵢ₎ becomes min over j ≥ i of m p₍ⱼ₎ / j, at most 1.
    package static func benjaminiHochberg(_ pValues: [Double?]) -> [Double?] {
        adjusted(pValues) { sorted in
            var smallest = 1.0
            let fromLast = sorted.enumerated().reversed().map { place, p in
                smallest = min(smallest, Double(sorted.count) * p / Double(place + 1))
                return smallest
            }
            return fromLast.reversed()
        }
    }

    private static func adjusted(_ pValues: [Double?], _ step: ([Double]) -> [Double]) -> [Double?] {
        let family = pValues.enumerated().compactMap { index, p in p.map { (index: index, p: $0) } }
            .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
        var result = [Double?](repeating: nil, count: pValues.count)
        for (entry, p) in zip(family, step(family.map(\.p))) { result[entry.index] = p }
        return result
    }
}
