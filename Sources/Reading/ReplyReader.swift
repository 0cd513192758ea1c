package import Text

/// Reads what a model replied: ratings (Task 1), a choice (Task 2), a generated action.
///
/// One set of rules for all three, stated where each is read, and never a guess: where two different answers are left
/// standing, the reading is `unreadable(.ambiguous)`. Time and memory grow linearly with the reply.
///
/// Replies come as text or as UTF-8 bytes; bytes that are no UTF-8 become U+FFFD. `truncated` says that the
/// respondent was stopped by its output limit: what then stands at the very end is not trusted.
package struct ReplyReader: Sendable {
    /// The version of the rules. It grows whenever any reply is read differently than before, and is stored with
    /// every reading, so that old ones can be read again.
    package static let version = 4

    /// The longest reply that is read, in bytes: 1 MiB. A longer one is `unreadable(.tooLarge)`.
    package static let sizeLimit = 1 << 20

    /// The words of the study's language and English.
    let lexicon: Lexicon
    /// Names of the field that holds a choice, as the study's wording asks for them, folded.
    let choiceKeys: Set<[UInt8]>

    /// A reader for replies in a language, or in English, which always counts too.
    ///
    /// - Parameter choiceKeys: the names of the field that is to hold the choice of Task 2, besides the usual ones.
    package init(language: Language = .english, choiceKeys: [String] = []) {
        lexicon = language.lexicon
        self.choiceKeys = Set(choiceKeys.map { NameFolding.fold($0) }.filter { !$0.isEmpty })
    }

    /// Runs `body` on the bytes and the parts of a reply, after what every task has in common: size, emptiness, and
    /// reasoning split off.
    func reading<Answer: Sendable>(
        _ reply: some Sequence<UInt8>, truncated: Bool,
        _ body: (Bytes, LooseReply, Range<Int>) -> Reading<Answer>
    ) -> Reading<Answer> {
        let direct = reply.withContiguousStorageIfAvailable { read($0, truncated, body) }
        if let direct { return direct }
        // One byte beyond the limit is enough to know that it is exceeded.
        return Array(reply.prefix(Self.sizeLimit + 1)).withUnsafeBufferPointer { read($0, truncated, body) }
    }

    private func read<Answer: Sendable>(
        _ bytes: Bytes, _ truncated: Bool, _ body: (Bytes, LooseReply, Range<Int>) -> Reading<Answer>
    ) -> Reading<Answer> {
        guard bytes.count <= Self.sizeLimit else { return .unreadable(.tooLarge) }
        let reasoning = Reasoning(bytes)
        if reasoning.isUnfinished || (truncated && reasoning.mayBeUnfinished) { return .unreadable(.truncated) }
        if let answer = reasoning.plainAnswer(in: bytes) { return read(bytes, answer, truncated, body) }
        return reasoning.blanked(bytes).withUnsafeBufferPointer { read($0, 0..<$0.count, truncated, body) }
    }

    private func read<Answer: Sendable>(
        _ bytes: Bytes, _ answer: Range<Int>, _ truncated: Bool,
        _ body: (Bytes, LooseReply, Range<Int>) -> Reading<Answer>
    ) -> Reading<Answer> {
        let start = bytes.skippingBlanks(answer.lowerBound, to: answer.upperBound)
        guard start < answer.upperBound else { return .unreadable(truncated ? .truncated : .empty) }
        let reply = LooseReply(bytes, start..<answer.upperBound, mayBeCut: truncated)
        if reply.isTangled { return .unreadable(.tangled) }
        // Written for a browser, an object is hidden behind its character references.
        if reply.documents.isEmpty, let decoded = Markup.decoded(bytes.text(start..<answer.upperBound)) {
            return Array(decoded.utf8).withUnsafeBufferPointer { decoded in
                let reply = LooseReply(decoded, 0..<decoded.count, mayBeCut: truncated)
                return reply.isTangled ? .unreadable(.tangled) : body(decoded, reply, 0..<decoded.count)
            }
        }
        return body(bytes, reply, start..<answer.upperBound)
    }
}
