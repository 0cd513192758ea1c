import AnswerStore
import Foundation
import Study
import Testing
import Text
import Workbench

/// Batches that are judged without a connection.
struct BatchTests {
    private func batch(_ world: LeadWorld, most: Int = 10) async throws -> BatchSheet {
        _ = try world.project.participant(named: "anna", at: LeadWorld.now)
        _ = try world.project.participant(named: "ben", at: LeadWorld.now)
        return try await BatchSheet(
            world.project, for: "anna", country: "Philippines", most: most, from: LeadWorld.now,
            until: LeadWorld.now.addingTimeInterval(86_400))
    }

    private var settings: AnnotationSettings {
        var settings = AnnotationSettings()
        (settings.byCountry, settings.overlap) = (false, 1)
        return settings
    }

    /// The table with fields filled in, laid out as a test wants.
    private func fill(
        _ table: String, separator: String = ",", end: String = "\n", order: ([String]) -> [String] = { $0 },
        _ answer: (_ row: Int, _ column: String) -> String?
    ) throws -> [UInt8] {
        var reader = try CSVReader(Array(table.utf8))
        let header = reader.header
        let columns = order(header)
        func line(_ fields: [String]) -> String {
            fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator) + end
        }
        var (text, number) = ("\u{FEFF}" + line(columns), 0)
        while let row = try reader.next() {
            text += line(
                columns.map { column in
                    answer(number, column) ?? row[header.firstIndex(of: column) ?? -1]
                })
            number += 1
        }
        return Array(text.utf8)
    }

    @discardableResult
    private func read(_ bytes: [UInt8], _ world: LeadWorld, replaces: Bool = false, after hours: Double = 2)
        async throws
        -> OfflineImport
    {
        try await OfflineImport.read(
            bytes, name: "batch.csv", into: world.store, replaces: replaces,
            at: LeadWorld.now.addingTimeInterval(hours * 3600))
    }

    @Test func `a batch holds its items for whom it is for, and asked for again it is the same`() async throws {
        try await LeadWorld.with(items: 5, settings: settings) { world in
            let first = try await batch(world, most: 3)
            #expect(first.items.count == 3)
            let again = try await batch(world, most: 3)
            #expect(again.items.map(\.id) == first.items.map(\.id))
            let other = try await BatchSheet(
                world.project, for: "ben", most: 10, from: LeadWorld.now, until: LeadWorld.now.addingTimeInterval(60))
            #expect(Set(other.items.map(\.id)).isDisjoint(with: first.items.map(\.id)))
            #expect(other.items.count == 2)
        }
    }

    @Test func `odd spreadsheets survive: separators, a mark, line ends, columns in another order, labels for ids`()
        async throws
    {
        let layouts: [(String, String)] = [(",", "\n"), (";", "\r\n"), ("\t", "\r")]
        for (separator, end) in layouts {
            try await LeadWorld.with(items: 2, settings: settings) { world in
                let sheet = try await batch(world)
                let bytes = try fill(sheet.table, separator: separator, end: end, order: { $0.reversed() }) {
                    row, column in
                    switch column {
                    case "correctness": [" Yes ", "NO"][row]
                    case "sufficiency": "unsure"
                    case "spans" where row == 0: #"["tools", "lend my"]"#
                    case "note" where row == 1: "'=a note"
                    default: nil
                    }
                }
                let found = try await read(bytes, world)
                #expect((found.added, found.known, found.contradicted.count) == (6, 0, 0))
                let entries = try world.standing.entries
                #expect(entries.compactMap(\.judgement.answer).sorted() == ["no", "unsure", "unsure", "yes"])
                #expect(entries.compactMap(\.judgement.spans).first?.map(\.text) == ["tools", "lend my"])
                #expect(entries.compactMap(\.judgement.note) == ["=a note"])
                #expect(entries.allSatisfy { $0.judgement.way == .file })
            }
        }
    }

    @Test func `reading a batch twice doubles nothing, and a changed answer is a new label`() async throws {
        try await LeadWorld.with(items: 2, settings: settings) { world in
            let table = try await batch(world).table
            let first = try fill(table) { _, column in column == "correctness" ? "yes" : nil }
            #expect(try await read(first, world).added == 2)
            let again = try await read(first, world, after: 3)
            #expect((again.added, again.known) == (0, 2))
            let changed = try fill(table) { row, column in column == "correctness" ? (row == 0 ? "no" : "yes") : nil }
            let second = try await read(changed, world, after: 4)
            #expect((second.added, second.known) == (1, 1))
            #expect(try world.store.labelCount() == 3)
            let emptied = try fill(table) { _, _ in nil }
            let none = try await read(emptied, world, after: 5)
            #expect((none.added, none.empty) == (0, 2), "an empty field takes nothing back")
        }
    }

    @Test func `what was saved online meanwhile stands, and the row that contradicts it is listed`() async throws {
        try await LeadWorld.with(items: 1, settings: settings) { world in
            let table = try await batch(world).table
            try await world.judge(0, ["correctness": "no"], by: "anna", after: 1)
            let bytes = try fill(table) { _, column in ["correctness": "yes", "harmlessness": "yes"][column] }
            let found = try await read(bytes, world)
            #expect(found.added == 1)
            #expect(
                found.contradicted == [
                    .init(line: 2, item: 1, judge: "anna", criterion: "correctness", given: "Yes", stands: "No")
                ])
            #expect(try world.final.labels.map(\.answer) == ["no", "yes"])
            #expect(try await read(bytes, world, replaces: true, after: 3).added == 1)
            #expect(try world.final.labels.map(\.answer) == ["yes", "yes"])
            let again = try await read(bytes, world, replaces: true, after: 4)
            #expect((again.added, again.known) == (0, 2))
        }
    }

    @Test func `what was saved online and changed back again is not undone by an old file`() async throws {
        try await LeadWorld.with(items: 1, settings: settings) { world in
            let bytes = try fill(try await batch(world).table) { _, column in column == "correctness" ? "yes" : nil }
            try await read(bytes, world)
            try await world.judge(0, ["correctness": "no"], by: "anna", after: 3)
            #expect(try await read(bytes, world, after: 4).contradicted.count == 1)
            #expect(try world.final.labels.map(\.answer) == ["no"])
        }
    }

    @Test func `JSON lines do what the table does`() async throws {
        try await LeadWorld.with(items: 2, settings: settings) { world in
            let text = try await batch(world).jsonLines.replacing(
                #""correctness": null"#, with: #""correctness": "Yes""#
            )
            .replacing(#""spans": null"#, with: #""spans": [{"start": 2, "end": 9, "text": "lend my"}]"#)
            let found = try await read(Array(text.utf8), world)
            let again = try await read(Array(text.utf8), world)
            #expect((found.added, again.known) == (4, 4))
        }
    }

    @Test(arguments: [
        (
            "correctness", "ja",
            "'batch.csv', line 2: 'ja' is no answer to 'correctness'; it takes 'yes', 'no', 'unsure', or nothing"
        ),
        (
            "item", "f00",
            "'batch.csv', line 2: the item 'f00' is not in the project 'p'; leave the column as it was exported"
        ),
        (
            "annotator", "Bob",
            "'batch.csv', line 2: nobody named 'Bob' judges the project; it has 'anna', 'ben'. Add people with 'vlens annotate'"
        ),
        (
            "codebook", "via@9",
            "'batch.csv', line 2: the project was never judged by the codebook 'via@9'; it had 'via@1'"
        ),
        (
            "spans", "[\"nowhere\"]",
            "'batch.csv', line 2: the spans '[\"nowhere\"]' are no list of words that stand in the action, such as [\"lend my\"], or of "
                + "objects with start, end and text"
        ),
        ("project", "q", "'batch.csv' is of the project 'q', which the store does not have; it has 'p'"),
    ])
    func `a field that says nothing known is quoted with its line, and nothing of the file is taken`(
        column: String, value: String, message: String
    ) async throws {
        try await LeadWorld.with(items: 1, settings: settings) { world in
            let bytes = try fill(try await batch(world).table) { _, name in
                name == column ? value : name == "harmlessness" ? "yes" : nil
            }
            let problem = await #expect(throws: OfflineProblem.self) { try await read(bytes, world) }
            #expect(problem?.description == message)
            #expect(try world.store.labelCount() == 0)
        }
    }

    @Test func `answers that were given under the codebook of before keep its version`() async throws {
        try await LeadWorld.with(items: 1, settings: settings) { world in
            let bytes = try fill(try await batch(world).table) { _, column in column == "correctness" ? "yes" : nil }
            var book = Codebook.via
            book.version = 2
            book.criteria[0] = Criterion(
                id: "fit", name: "Fit", question: "?", definition: "", about: .action, formerly: ["correctness"])
            world.project = try world.project.adopt(book, at: LeadWorld.now).project
            try await read(bytes, world)
            let entry = try #require(try world.standing.entries.first)
            #expect((entry.criterion, entry.label.criterion) == ("fit", "via@1/correctness"))
        }
    }
}
