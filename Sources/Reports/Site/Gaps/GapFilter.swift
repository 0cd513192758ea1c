import Text

/// Which of a run's cells an address asks for, in which order, and how many there would be with another choice.
struct GapFilter {
    /// What is chosen among.
    enum Facet: Int, CaseIterable {
        case show, country, topic, value, group, direction, variant, provider, stop
    }

    let address: GapsAddress
    let input: GapsInput
    /// The cells that are asked for, in the order asked for.
    let cells: [GapCell]
    /// For each facet, how many cells each of its choices would give while all else stays as it is chosen.
    let counts: [Facet: [String: Int]]

    init(_ address: GapsAddress, _ input: GapsInput) {
        (self.address, self.input) = (address, input)
        let variant = input.variants.first { $0.name == address.variant }
        let (provider, stop) = (
            input.providers.firstIndex { $0 == address.provider }, input.stops.firstIndex { $0 == address.stop }
        )
        var (kept, counts) = ([GapCell](), [Facet: [String: Int]]())
        for cell in input.cells where Self.fits(cell, address, input.search) {
            // The facets that this cell fails: counted in a choice of a facet is who fails no other.
            var failed: [Facet] = []
            func require(_ facet: Facet, _ isMet: Bool) { if !isMet { failed.append(facet) } }
            require(.show, address.show == .all || address.show.rawValue == cell.state.rawValue)
            require(.country, address.country == nil || address.country == cell.country)
            require(.topic, address.topic == nil || address.topic == cell.topic)
            require(.value, address.value == nil || address.value == cell.value)
            require(.group, address.group == nil || address.group == cell.group)
            require(.direction, address.direction == nil || address.direction == cell.direction)
            require(.variant, address.variant == nil || variant.map { $0.isMisaligned(cell) } ?? false)
            require(.provider, address.provider == nil || provider.map { cell.providers >> $0 & 1 == 1 } ?? false)
            require(.stop, address.stop == nil || stop.map { cell.stops >> $0 & 1 == 1 } ?? false)
            if failed.isEmpty { kept.append(cell) }
            guard failed.count < 2 else { continue }
            for facet in failed.isEmpty ? Facet.allCases : failed {
                for choice in Self.choices(of: cell, facet, input) {
                    counts[facet, default: [:]][choice, default: 0] += 1
                }
            }
        }
        self.counts = counts
        cells = Self.sorted(kept, address)
    }

    /// What is asked for and is no choice among few.
    private static func fits(_ cell: GapCell, _ address: GapsAddress, _ search: SearchFindings?) -> Bool {
        if let search, search.query.isSeeking, search.texts[cell.cell] == nil { return false }
        guard let least = address.least else { return true }
        return cell.signedGap.map { abs($0) >= least - 1e-12 } ?? false
    }

    private static func choices(of cell: GapCell, _ facet: Facet, _ input: GapsInput) -> [String] {
        switch facet {
        case .show: [cell.state.rawValue, GapsAddress.Show.all.rawValue]
        case .country: [cell.country]
        case .topic: [cell.topic]
        case .value: [cell.value]
        case .group: [cell.group]
        case .direction: cell.direction.map { [$0.rawValue] } ?? []
        case .variant: input.variants.filter { $0.isMisaligned(cell) }.map(\.name)
        case .provider: input.providers.indices.filter { cell.providers >> $0 & 1 == 1 }.map { input.providers[$0] }
        case .stop: input.stops.indices.filter { cell.stops >> $0 & 1 == 1 }.map { input.stops[$0] }
        }
    }

    // MARK: - Order

    /// Cells of which the number is missing stand last in both directions; ties in the order of the axes.
    private static func sorted(_ cells: [GapCell], _ address: GapsAddress) -> [GapCell] {
        let isUp = (address.order ?? address.sort.usualOrder) == .up
        func byNumber(_ number: (GapCell) -> Double?) -> [GapCell] {
            let keyed = cells.map { (cell: $0, key: number($0)) }
            return keyed.sorted { left, right in
                switch (left.key, right.key) {
                case (let a?, let b?): a == b ? left.cell.cell < right.cell.cell : (a < b) == isUp
                case (nil, nil): left.cell.cell < right.cell.cell
                case (let a, _): a != nil
                }
            }.map(\.cell)
        }
        func byName(_ name: (GapCell) -> String) -> [GapCell] {
            let keyed = cells.map { (cell: $0, key: name($0).lowercased()) }
            return keyed.sorted { left, right in
                left.key == right.key ? left.cell.cell < right.cell.cell : (left.key < right.key) == isUp
            }.map(\.cell)
        }
        return switch address.sort {
        case .gap: byNumber { $0.signedGap.map(abs) }
        case .signed: byNumber(\.signedGap)
        case .stated: byNumber(\.stated)
        case .acted: byNumber(\.acted)
        case .country: byName(\.country)
        case .topic: byName(\.topic)
        case .value: byName(\.value)
        }
    }
}

extension GapsInput.Variant {
    func isMisaligned(_ cell: GapCell) -> Bool {
        (task == 1 ? cell.statedVariants : cell.actedVariants) >> index & 1 == 1
    }
}
