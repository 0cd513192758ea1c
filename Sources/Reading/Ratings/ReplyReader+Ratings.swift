import Text

extension ReplyReader {
    /// Reads the ratings of a Task 1 reply.
    ///
    /// - Ratings are taken from the objects and lists in the reply (see `RatingTree`), else from its lines (see
    ///   `RatingLines`); each rating may be a number, a label, or both (see `RatingScale`).
    /// - A value rated twice with different options inside one object is ambiguous. In a later object the rating counts
    ///   as a correction, if that object is complete and no "or" alone joins the two; else it is ambiguous too.
    /// - Where objects answer, a line of prose behind them that rates a value otherwise makes that value ambiguous.
    /// - A reply in which at least one rating can be read is answered; what the others are is counted.
    /// - A refusal is one in prose, or in a field of an object that rates nothing.
    ///
    /// - Parameters:
    ///   - reply: the reply's UTF-8 bytes.
    ///   - values: the values asked about; the ratings come in their order.
    ///   - options: the options offered. The numbers need not be four.
    ///   - truncated: whether the respondent was stopped by its output limit.
    package func ratings(
        in reply: some Sequence<UInt8>, values: ValueIndex, options: [RatingOption] = RatingOption.either,
        truncated: Bool = false
    ) -> Reading<Ratings> {
        let scale = options == RatingOption.either ? RatingScale.either : RatingScale(options)
        return ratings(in: reply, values: values, scale: scale, truncated: truncated)
    }

    /// Reads the ratings of a Task 1 reply on a scale that is ready.
    package func ratings(
        in reply: some Sequence<UInt8>, values: ValueIndex, scale: RatingScale, truncated: Bool = false
    ) -> Reading<Ratings> {
        reading(reply, truncated: truncated) { bytes, parts, _ in
            var sheet = RatingSheet(count: values.count)
            var end = 0
            for document in parts.documents {
                let between = end..<max(end, document.range.lowerBound)
                end = document.range.upperBound
                var found = RatingSheet(count: values.count)
                let tree = RatingTree(values: values, scale: scale, isDoubtful: document.isDoubtful)
                tree.collect(document.value, into: &found)
                // "{…} or {…}" corrects nothing.
                let isCorrection = document.isComplete && (sheet.isEmpty || !joins(bytes, between))
                sheet.correct(with: found, isComplete: isCorrection)
            }
            let isFromObjects = !sheet.isEmpty
            let lines = RatingLines(values: values, scale: scale)
            let last = isFromObjects ? parts.documents.last?.range.upperBound ?? 0 : 0
            for range in parts.prose where range.lowerBound >= last {
                lines.collect(text(bytes, range, truncated: truncated), into: &sheet)
            }
            if !sheet.isUnrecognised { return sheet.reading }
            // A refusal may stand in the fields of an object, in the place of the ratings or beside them.
            if parts.documents.contains(where: { refuses($0.value) }) { return .refused }
            if !sheet.isEmpty { return sheet.reading }
            if parts.documents.isEmpty, Refusal.isRefusal(bytes, parts.prose, lexicon) { return .refused }
            return .unreadable(truncated || parts.isCutOff ? .truncated : .noAnswer)
        }
    }

    /// Reads the ratings of a Task 1 reply from text.
    package func ratings(
        in reply: String, values: ValueIndex, options: [RatingOption] = RatingOption.either, truncated: Bool = false
    ) -> Reading<Ratings> {
        ratings(in: reply.utf8, values: values, options: options, truncated: truncated)
    }

    /// Whether nothing but "or" or the like stands there.
    private func joins(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
        guard range.count <= 64 else { return false }
        let text = bytes.text(range)
        return lexicon.joiners.isWhole(Words(text).texts) || text.trimmed == "/"
    }

    private func refuses(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): Refusal.isRefusal(text, lexicon)
        case .array(let items): items.contains(where: refuses)
        case .object(let fields): fields.contains { refuses($0.value) }
        default: false
        }
    }

    /// A stretch of prose; of one that the output limit may have cut, only whole lines.
    private func text(_ bytes: Bytes, _ range: Range<Int>, truncated: Bool) -> String {
        guard truncated, range.upperBound == bytes.count else { return bytes.text(range) }
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] != .newline { end -= 1 }
        return bytes.text(range.lowerBound..<end)
    }
}
