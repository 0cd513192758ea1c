import Synchronization

/// How many things were made beside those who wait for them: whoever looks again and again sees by it that there is something new.
final class MadeCount: Sendable {
    private let number = Atomic<Int>(0)

    /// So many so far.
    var count: Int { number.load(ordering: .relaxed) }

    /// One more was made.
    func add() { number.add(1, ordering: .relaxed) }
}
