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
