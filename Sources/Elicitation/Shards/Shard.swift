/// One of several equal parts of a set of questions: those whose position, divided by the number of parts, leaves the
/// part's number less 1.
///
/// The parts are disjoint and together all; which question is in which follows from the plan alone, so that no process needs
/// to know of another.
package struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// The most parts.
    package static let most = 100_000

    /// Which part, from 1.
    package let number: Int
    /// Of how many.
    package let count: Int

    /// - Returns: `nil` where there is no such part.
    package init?(number: Int, of count: Int) {
        guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
        (self.number, self.count) = (number, count)
    }

    /// "3/32".
    package var description: String { "\(number)/\(count)" }

    /// How many of so many questions are in this part.
    package func size(of questions: Int) -> Int { max(0, (questions - number + count) / count) }

    /// The position in the whole of a position in this part.
    package func position(_ place: Int) -> Int { number - 1 + place * count }

    /// The first position of this part at or behind a position of the whole.
    package func first(from position: Int) -> Int {
        max(0, position - number + count) / count * count + number - 1
    }

    /// This part's share of a number: the shares of all parts sum to it.
    package func share(of whole: Int) -> Int {
        // Not whole × number, which may be more than a number can be.
        whole / count + (number <= whole % count ? 1 : 0)
    }

    /// This part's share of a sum of money: the shares of all parts sum to no more.
    package func share(of whole: Double) -> Double {
        // A little less, so that rounding adds up to no more.
        count == 1 ? whole : whole / Double(count) * (1 - 1e-12)
    }
}

/// A part of some questions. Of the others none is made or hashed.
package struct ShardedQuestions: QuestionSource {
    private let whole: any QuestionSource
    private let shard: Shard

    package init(_ whole: any QuestionSource, _ shard: Shard) {
        (self.whole, self.shard) = (whole, shard)
    }

    package var count: Int { shard.size(of: whole.count) }

    package subscript(position: Int) -> AskedQuestion { whole[shard.position(position)] }

    package func id(at position: Int) -> String { whole.id(at: shard.position(position)) }
}
