import Text

/// Task 1 replies as released: one raw reply for each scenario and prompt.
package struct ReleasedRatings: Sendable {
    /// What was found.
    package let summary: ReleasedSummary
    /// The replies in the file's order, each question once.
    package let replies: [Reply]
    /// Questions of which rows hold different replies, so that none of them is the reply; they are not among ``replies``.
    package let contradicted: [Reply]
    /// The prompt indices found, in ascending order; they count from 0.
    package let prompts: [Int]
    /// The model that the file names, where it has such a column and names one only.
    package let model: String?

    /// One raw reply.
    package struct Reply: Sendable, Hashable {
        /// The line in which the row begins.
        package let line: Int
        /// The scenario it answers for.
        package let scenario: Scenario
        /// Which of the prompts was asked, from 0.
        package let prompt: Int
        /// The reply as recorded.
        package let text: String
    }

    init(_ rows: inout ReleasedRows) throws(ReleasedFileError) {
        let columns = try rows.columns(["response", "prompt_index"])
        let modelColumn = rows.column("model")
        var replies: [Reply] = []
        var places: [PromptKey: Int] = [:]
        var models: Set<String> = []
        var tally = RepeatedRows()
        while let row = try rows.next() {
            let prompt = try PromptIndex.read(row.fields.bytes(columns[1]), file: rows.file, line: row.line)
            let text = row.fields[columns[0]]
            let key = PromptKey(scenario: row.scenario, value: nil, prompt: prompt)
            if let place = places[key] {
                let first = replies[place]
                tally.add(
                    "\(row.scenario.country), \(row.scenario.topic), prompt \(prompt)", key: place,
                    lines: (first.line, row.line),
                    isSame: first.text.trimmed == text.trimmed)
                continue
            }
            places[key] = replies.count
            if let modelColumn { models.insert(row.fields[modelColumn]) }
            replies.append(Reply(line: row.line, scenario: row.scenario, prompt: prompt, text: text))
        }
        try rows.requireRows(replies.count)
        let prompts = Set(replies.map(\.prompt))
        self.prompts = prompts.sorted()
        self.replies = replies.indices.filter { !tally.contradicted.contains($0) }.map { replies[$0] }
        contradicted = tally.contradicted.sorted().map { replies[$0] }
        model = models.count == 1 ? models.first.flatMap { $0.isEmpty ? nil : $0 } : nil
        let planned = rows.scenarios.count * prompts.count
        summary = rows.summary(polarity: nil, repeated: tally, missing: planned - places.count)
    }
}

/// What a row asks.
struct PromptKey: Hashable {
    let scenario: Scenario
    let value: Int?
    let prompt: Int
}

/// Reads the `prompt_index` column.
enum PromptIndex {
    /// A study has 8 prompts; far more than that is another column, and room would be made for them all.
    static let greatest = 999

    /// - Throws: `notAnIndex` for anything but a whole number from 0 to ``greatest``; "5.0" is one.
    static func read(_ bytes: ArraySlice<UInt8>, file: String, line: Int) throws(ReleasedFileError) -> Int {
        let text = String(decoding: bytes, as: UTF8.self)
        var digits = text.trimmed
        if digits.hasSuffix(".0") || digits.hasSuffix(",0") { digits.removeLast(2) }
        guard let index = Int(digits), (0...greatest).contains(index) else {
            throw .notAnIndex(file: file, line: line, text: text)
        }
        return index
    }
}
