/// The xoshiro256** generator of Blackman and Vigna (2018), seeded through SplitMix64: the same numbers from the same
/// seed on every machine and in every release.
package struct Xoshiro256: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// The generator of a seed. Different streams of one seed are independent for every practical purpose, so that
    /// work can be split among threads without changing its result.
    package init(seed: UInt64, stream: UInt64 = 0) {
        var word = Self.mixed(seed) ^ Self.mixed(stream &+ 0x9E37_79B9_7F4A_7C15)
        func next() -> UInt64 {
            word &+= 0x9E37_79B9_7F4A_7C15
            return Self.mixed(word)
        }
        state = (next(), next(), next(), next())
    }

    /// The generator in a given state, not all of it 0.
    package init(state: (UInt64, UInt64, UInt64, UInt64)) {
        self.state = state
    }

    /// SplitMix64's finaliser.
    private static func mixed(_ word: UInt64) -> UInt64 {
        var word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// 64 random bits.
    package mutating func next() -> UInt64 {
        func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 { (word << bits) | (word >> (64 - bits)) }
        let result = rotated(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotated(state.3, by: 45)
        return result
    }

    /// A whole number in `0..<count`, each equally likely (Lemire's method, whose result we fix ourselves because the
    /// standard library's may change). `count` must be positive.
    package mutating func index(below count: Int) -> Int {
        let bound = UInt64(count)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    /// A number in [0, 1), a multiple of 2⁻⁵³.
    package mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }
}
