import Foundation
import Study
import TestSupport

/// Values for tests that need no theory file.
enum ReaderFixture {
    static let reader = ReplyReader()

    static let values = ValueIndex([
        Value(name: "Social Power", gloss: ""),
        Value(name: "Equality", gloss: ""),
        Value(name: "Broad-Minded", gloss: ""),
        Value(
            name: "Honoring of Parents and Elders", gloss: "", aliases: ["Honoring Parents and Elders"]),
        Value(name: "Healthy", gloss: ""),
    ])

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

    /// The released theory: the names in the order of the tables computed from the release.
    static func releasedTheory() throws -> Theory {
        let expected = try SharedFolder.bytes("expected/gemma-2-9b-it.strict.json")
        let text = String(decoding: expected, as: UTF8.self)
        // The object "value_distance" lists every value once, in the theory's order.
        guard let start = text.range(of: "\"value_distance\": {")?.upperBound,
            let end = text.range(of: "}", range: start..<text.endIndex)?.lowerBound
        else { throw CocoaError(.fileReadCorruptFile) }
        let names = text[start..<end].split(separator: "\"").enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        let values = names.map { name in
            Value(
                name: name, gloss: "",
                aliases: name == "Honoring of Parents and Elders" ? ["Honoring Parents and Elders"] : [])
        }
        return Theory(name: "released", source: "", groups: [ValueGroup(name: "all", values: values)])
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
