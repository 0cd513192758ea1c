import Reading

/// Values for tests that need no theory file.
enum ReaderFixture {
    static let reader = ReplyReader()

    static let values = ValueIndex(
        names: ["Social Power", "Equality", "Broad-Minded", "Honoring of Parents and Elders", "Healthy"],
        aliases: [[], [], [], ["Honoring Parents and Elders"], []])

    /// The ratings of a reply in the order of ``values``, `nil` where the reply is not answered.
    static func ratings(_ reply: String, options: [RatingOption] = RatingOption.either, truncated: Bool = false)
        -> [UInt8?]?
    {
        reader.ratings(in: reply, values: values, options: options, truncated: truncated).answer?.options
    }

    /// Why a Task 1 reply has no answer.
    static func ratingsReading(_ reply: String, truncated: Bool = false) -> Reading<Ratings> {
        reader.ratings(in: reply, values: values, truncated: truncated)
    }
}

/// A small generator with a seed, so that a failing property can be seen again.
struct ReaderRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
