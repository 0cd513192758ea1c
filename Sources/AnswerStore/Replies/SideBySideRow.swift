/// One question with what several runs' replies to it were read as.
package struct SideBySideRow: Sendable {
    /// The store's number of the question.
    package let question: Int64
    /// The question's id, the same in every store.
    package let id: String
    /// The store's number of the item that it is about.
    package let item: Int64
    /// The question's kind: "stated", "acted", ….
    package let kind: String
    /// Which of the options stood first: 0 the agree-action, 1 the disagree-action.
    package let first: Int?
    /// The current readings, in the order of the runs; nil where a run has no reply. Versions of the reader are not given: 0.
    package internal(set) var readings: [ReadingRecord?]
}

/// How a reply to a question begins.
package struct ReplyBeginning: Sendable, Equatable {
    /// The store's number of the reply.
    package let reply: Int64
    /// Its first bytes as text; a character that is cut in two is left out.
    package let text: String
    /// How many bytes all of it has, in UTF-8.
    package let bytes: Int
    /// Why the respondent stopped: "stop", "length", …; nil where nobody said.
    package let finishReason: String?
    /// The current reading.
    package let reading: ReadingRecord

    /// Whether ``text`` is all of it.
    package var isWhole: Bool { text.utf8.count >= bytes }
}
