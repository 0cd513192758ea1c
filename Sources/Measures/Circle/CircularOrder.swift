/// The order in which a theory puts its groups of values around a circle: neighbours go together, opposites conflict.
package struct CircularOrder: Sendable, Hashable {
    /// By group, in the order of `Axes.groups`: its place on the circle, counted from 0. Groups may share a place.
    package let places: [Int]
    /// How many places the circle has, all equally far apart.
    package let count: Int

    /// An order of groups, each at a place in 0 ..< `count`.
    package init(places: [Int], count: Int) {
        (self.places, self.count) = (places, count)
    }

    /// How many places lie between two groups, the shorter way round: 0 where they share one.
    package func steps(_ one: Int, _ other: Int) -> Int {
        let apart = abs(places[one] - places[other])
        return min(apart, count - apart)
    }
}

extension CircularOrder {
    /// Schwartz's order of his ten types (Schwartz 1992, figure 1: Advances in Experimental Social Psychology 25), in nine
    /// places: Conformity and Tradition share one, since they have one motive and differ in how far from the centre they lie.
    ///
    /// - Parameter groups: the names of a theory's groups; case and hyphens do not matter.
    /// - Returns: `nil` unless they are these ten: no other theory is said to have a circle.
    package static func schwartz(_ groups: [String]) -> CircularOrder? {
        let places = groups.map { name in
            schwartzPlaces[String(name.lowercased().unicodeScalars.filter(\.properties.isAlphabetic))]
        }
        let known = places.compactMap(\.self)
        guard known.count == groups.count, groups.count == schwartzPlaces.count, Set(known).count == 9 else {
            return nil
        }
        return CircularOrder(places: known, count: 9)
    }

    private static let schwartzPlaces = [
        "selfdirection": 0, "stimulation": 1, "hedonism": 2, "achievement": 3, "power": 4, "security": 5,
        "conformity": 6, "tradition": 6, "benevolence": 7, "universalism": 8,
    ]
}
