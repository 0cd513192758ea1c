/// Which of a study's cells an address asks for, and how many there would be with another choice.
struct DataFilter {
    enum Facet: Int, CaseIterable {
        case country, topic, value, group, flag
    }

    let pairs: [FlaggedPair]
    /// For each facet, how many cells each of its choices would give while all else stays as it is chosen.
    let counts: [Facet: [String: Int]]

    init(_ address: DataAddress, _ input: DataInput) {
        var (kept, counts) = ([FlaggedPair](), [Facet: [String: Int]]())
        for pair in input.pairs {
            let flags = pair.allFlags(address.inclination)
            var failed: [Facet] = []
            func require(_ facet: Facet, _ isMet: Bool) { if !isMet { failed.append(facet) } }
            require(.country, address.country == nil || address.country == pair.country)
            require(.topic, address.topic == nil || address.topic == pair.topic)
            require(.value, address.value == nil || address.value == pair.value)
            require(.group, address.group == nil || address.group == pair.group)
            require(.flag, address.flag.map(flags.contains) ?? true)
            if failed.isEmpty { kept.append(pair) }
            guard failed.count < 2 else { continue }
            for facet in failed.isEmpty ? Facet.allCases : failed {
                for choice in Self.choices(of: pair, flags, facet) {
                    counts[facet, default: [:]][choice, default: 0] += 1
                }
            }
        }
        (pairs, self.counts) = (kept, counts)
    }

    private static func choices(of pair: FlaggedPair, _ flags: Set<ActionFlag>, _ facet: Facet) -> [String] {
        switch facet {
        case .country: [pair.country]
        case .topic: [pair.topic]
        case .value: [pair.value]
        case .group: [pair.group]
        case .flag: flags.map(\.rawValue)
        }
    }
}
