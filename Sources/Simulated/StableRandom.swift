/// Numbers that depend on nothing but texts and a seed: the same on every machine, in every order, in every release.
struct StableRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A stream for a seed and some texts. The texts are hashed with their lengths (FNV-1a), so that ("ab", "c") and
    /// ("a", "bc") are different streams.
    init(seed: UInt64, _ texts: String...) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ Self.mixed(seed)
        for text in texts {
            hash = (hash ^ UInt64(text.utf8.count)) &* 0x0000_0100_0000_01B3
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        state = Self.mixed(hash)
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// The next number from 0 up to, not including, 1.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// True with that probability. One number is drawn whatever the probability, so that a change of one parameter
    /// leaves the other draws as they were.
    mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    /// One of the elements; `fallback` where there are none.
    mutating func pick<Element>(_ elements: [Element], or fallback: Element) -> Element {
        elements.isEmpty ? fallback : elements[Int(unit() * Double(elements.count))]
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var z = number
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
