/// What measuring needs of one reply: what it was about, and its current reading.
package struct ReadingRow: Sendable, Equatable {
    /// The store's number of the reply.
    package var reply: Int64
    /// The store's number of the item that the question is about.
    package var item: Int64
    /// The question's kind: "stated", "acted", ….
    package var kind: String
    /// The wording, from 0; below 10,000.
    package var variant: Int
    /// The repetition, from 0; below 10,000,000.
    package var replicate: Int
    /// Which of the options stood first: 0 the agree-action, 1 the disagree-action.
    package var first: Int?
    /// The current reading.
    package var reading: ReadingRecord
}
