/// Rows that answer what an earlier row has answered: the same again, or something else, which makes it no answer at all.
struct RepeatedRows {
    /// Rows that only say again what an earlier one says.
    private(set) var duplicates = 0
    /// The places, as the file's reader counts them, of which rows say different things.
    private(set) var contradicted: Set<Int> = []
    /// The first of these in words: "France, Politics, prompt 0: lines 2 and 3".
    private(set) var example: String?

    /// - Parameters:
    ///   - question: what both rows answer, in words.
    ///   - key: its place.
    mutating func add(_ question: @autoclosure () -> String, key: Int, lines: (Int, Int), isSame: Bool) {
        guard !isSame else {
            duplicates += 1
            return
        }
        contradicted.insert(key)
        if example == nil { example = "\(question()): lines \(lines.0) and \(lines.1)" }
    }
}
