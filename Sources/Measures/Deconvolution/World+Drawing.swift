extension World.Form {
    /// A cell's leanings; each cell takes as many numbers as every other of its world.
    ///
    /// - Parameter unit: gives numbers from 0 up to, not including, 1.
    package func leanings(_ unit: () -> Double) -> Leanings {
        switch self {
        case .sides(let sides): sides.leanings(unit)
        case .probits(let probits): probits.leanings(unit)
        }
    }

    /// The share of cells, of endlessly many, whose leanings lie on opposite sides of ½.
    package var gap: Double {
        switch self {
        case .sides(let sides): sides.gap
        case .probits(let probits): probits.gap
        }
    }
}

extension World.Sides {
    fileprivate func leanings(_ unit: () -> Double) -> Leanings {
        let place = unit()
        let slip = slips * 2 * place
        let chance =
            switch tie {
            case .none: gap
            case .together: min(1, gap * 2 * place)
            case .opposed: min(1, gap * 2 * (1 - place))
            }
        let stated = unit() < disagree
        let acted = stated != (unit() < chance)
        return Leanings(stated: stated ? 1 - slip : slip, acted: acted ? 1 - slip : slip)
    }
}

extension World.Probits {
    fileprivate func leanings(_ unit: () -> Double) -> Leanings {
        let (first, second) = (Self.normal(unit), Self.normal(unit))
        let other = correlation * first + (1 - correlation * correlation).squareRoot() * second
        return Leanings(
            stated: NormalDistribution.cumulative(mean + spread * first),
            acted: NormalDistribution.cumulative(mean + spread * other))
    }

    private static func normal(_ unit: () -> Double) -> Double {
        // Between two of the numbers that can be drawn, so that neither end is one.
        NormalDistribution.quantile(unit() + 0x1p-54)
    }
}

extension World.Probits {
    /// 2 (Φ(a) − P(u < 0, v < 0)), a = −mean / spread.
    var gap: Double { gap(halfTangent: correlation / (1 + (1 - correlation * correlation).squareRoot())) }

    /// The largest gap that any correlation makes.
    package var widestGap: Double { gap(halfTangent: -1) }

    /// The same spread and mean with the correlation that makes this gap; `nil` above ``widestGap``.
    package func with(gap wanted: Double) -> World.Probits? {
        guard wanted <= widestGap else { return nil }
        var (low, high) = (-1.0, 1.0)
        // The gap falls as the correlation rises.
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if gap(halfTangent: middle) > wanted { low = middle } else { high = middle }
        }
        let tangent = (low + high) / 2
        var found = self
        found.correlation = min(1, max(-1, 2 * tangent / (1 + tangent * tangent)))
        return found
    }

    /// P(u < 0, v < 0) = Φ(a)² + 1/2π ∫ exp(−a² / (1 + sin θ)) dθ from 0 to arcsin of the correlation (Plackett 1954),
    /// here over t = tan θ/2, by Simpson's rule.
    private func gap(halfTangent end: Double) -> Double {
        let a = -mean / spread
        func height(_ t: Double) -> Double {
            let below = (1 + t) * (1 + t) / (1 + t * t)
            let decay =
                a == 0
                ? 1
                : below == 0
                    ? 0
                    : NormalDistribution.density(a / (below / 2).squareRoot())
                        / NormalDistribution.density(0)
            return decay * 2 / (1 + t * t)
        }
        let steps = 256
        let width = end / Double(steps)
        var sum = height(0) + height(end)
        for step in 1..<steps { sum += (step.isMultiple(of: 2) ? 2 : 4) * height(Double(step) * width) }
        let side = NormalDistribution.cumulative(a)
        return max(0, 2 * (side - side * side - sum * width / 3 / (2 * Double.pi)))
    }
}
