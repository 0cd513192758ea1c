import AnswerStore
import Elicitation
import Synchronization
import Testing

/// Parts of a set of questions.
struct ShardTests {
    /// Remembers which positions were looked at.
    private final class Looked: QuestionSource {
        let count: Int
        private let positions = Mutex<Set<Int>>([])
        var seen: Set<Int> { positions.withLock(\.self) }

        init(_ count: Int) { self.count = count }

        subscript(position: Int) -> AskedQuestion {
            positions.withLock { _ = $0.insert(position) }
            return AskedQuestion(
                QuestionRecord(id: "q\(position)", kind: "acted", item: ItemRecord(kind: "x", dimensions: [])))
        }
    }

    @Test(arguments: [(0, 3), (1, 3), (2, 3), (3, 3), (704, 32), (7, 7), (10, 4), (5, 1)])
    func `the parts are disjoint and together all, and none makes a question of another`(count: Int, shards: Int) throws
    {
        var all: [Int] = []
        for number in 1...shards {
            let whole = Looked(count)
            let part = ShardedQuestions(whole, try #require(Shard(number: number, of: shards)))
            let ids = (0..<part.count).map { part.id(at: $0) }
            #expect(ids == (0..<part.count).map { part[$0].record.id })
            let own = (0..<count).filter { $0 % shards == number - 1 }
            #expect(whole.seen == Set(own))
            all += own
        }
        #expect(all.sorted() == Array(0..<count))
    }

    @Test(arguments: [1, 2, 3, 7, 32, 100])
    func `shares of a number sum to it, shares of money to no more`(count: Int) throws {
        let shards = try (1...count).map { try #require(Shard(number: $0, of: count)) }
        for whole in [0, 1, 10, 99, 100, 12_345_678, Int.max] {
            #expect(shards.map { $0.share(of: whole) }.reduce(0, +) == whole)
        }
        for sum in [0.1, 1, 3.33, 1000] { #expect(shards.map { $0.share(of: sum) }.reduce(0, +) <= sum) }
    }

    @Test func `there is no shard before the first or behind the last`() {
        #expect(Shard(number: 0, of: 3) == nil)
        #expect(Shard(number: 4, of: 3) == nil)
        #expect(Shard(number: 1, of: 0) == nil)
        #expect(Shard(number: 3, of: 3)?.description == "3/3")
        #expect(Shard(number: 3, of: 5)?.first(from: 0) == 2)
        #expect(Shard(number: 3, of: 5)?.first(from: 2) == 2)
        #expect(Shard(number: 3, of: 5)?.first(from: 3) == 7)
    }
}
