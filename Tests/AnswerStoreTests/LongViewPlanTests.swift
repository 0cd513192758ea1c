import AnswerStore
import Foundation
import GRDB
import Testing

/// The views for programs of others stay quick however many replies a store holds, and hold in stores of every version.
struct LongViewPlanTests {
    @Test(arguments: LongTable.allCases)
    func `each table is walked by an index, from the run on`(table: LongTable) async throws {
        try await withStore { _, path in
            let plan = try rows(path, "EXPLAIN QUERY PLAN SELECT * FROM \(table.rawValue) WHERE run = 1")
                .map { try $0.decode(String.self, forColumn: "detail") }
            // What is scanned is a reply's own list of ratings, or what was grouped.
            let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.contains("part VIRTUAL TABLE") && $0 != "SCAN sums" }
            #expect(scans.isEmpty && !plan.contains { $0.contains("AUTOMATIC") }, "\(plan)")
            let walked = ["run", "study", "reply", "question", "item", "served", "reading"]
            for (place, name) in walked.enumerated() {
                let lines = plan.filter { $0.hasPrefix("SEARCH") && !$0.contains("LEFT-JOIN") }
                #expect(lines[place].hasPrefix("SEARCH \(name) USING"), "\(plan)")
            }
            // Sorted are a cell's readings, and what people said of one reading.
            let sorts = plan.filter { $0.contains("TEMP B-TREE") }
            #expect(
                Set(sorts).isSubset(of: ["USE TEMP B-TREE FOR GROUP BY", "USE TEMP B-TREE FOR ORDER BY"]), "\(plan)")
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5])
    func `a store of an earlier version has the views, which say nothing of names that they don't know`(
        version: Int
    ) async throws {
        try await withFolder { path in
            try OldStores.make(version, at: path)
            let store = try AnswerStore(path: path)
            #expect(try store.runsWithoutWords() == [1])
            var rows: [[LongField]] = []
            try store.forEachRow(of: .readings, run: 1) { fields in
                rows.append(fields)
                return true
            }
            let columns = try store.columns(of: .readings)
            func column(_ name: String) throws -> [LongField] {
                let place = try #require(columns.firstIndex(of: name))
                return rows.map { $0[place] }
            }
            // Those that were set aside are not among them.
            #expect(try column("question_id") == ["q1", "q2", "q3"].map(LongField.text))
            #expect(try column("state") == ["answered", "unreadable", "refused"].map(LongField.text))
            #expect(try column("score") == [.number(1), .missing, .missing])
            #expect(try column("value") == [.text("Daring"), .text("Daring"), .missing])
            #expect(try column("framing") == [.missing, .missing, .missing])
            #expect(try column("replied") == Array(repeating: .text("2023-11-14 22:13:20.125"), count: 3))
            try store.forEachRow(of: .readings, run: 2) { fields in
                rows.append(fields)
                return true
            }
            #expect(try column("origin").last == .text("imported") && column("replied").last == .missing)
        }
    }

    @Test func `a damaged reading is a row without a score`() async throws {
        try await withStore { store, path in
            let words = StudyWords(
                options: 4, values: [.init(name: "A", group: "G"), .init(name: "B", group: "G")], variants: [])
            let record = StudyRecord(name: "tiny", protocolHash: "0f", source: "", actions: nil, words: words)
            let id = try store.begin(run(), of: record).id
            for (number, content) in ["1,4", "1,9", "1", "[\"1\"", "'; DROP TABLE run; --", "1,,;2;1"].enumerated() {
                var one = reply("q\(number)")
                one.question.kind = "stated"
                one.question.item = .place(country: "Egypt", topic: "Topic \(number)")
                one.reading.content = content
                try await ReplyJournal(store: store, run: id).save([one])
            }
            let found = try rows(path, "SELECT topic, value, score FROM reading_long ORDER BY question_id, value")
            let scores = found.map { row -> String in
                let score: Double? = row[2]
                return "\(row[0] as String? ?? "") \(row[1] as String? ?? "–") \(score.map { "\($0)" } ?? "–")"
            }
            #expect(
                scores == [
                    "Topic 0 A 0.0", "Topic 0 B 1.0", "Topic 1 A 0.0", "Topic 1 B –", "Topic 2 A 0.0", "Topic 3 A –",
                    "Topic 3 B –", "Topic 4 A –", "Topic 4 B –", "Topic 5 – –", "Topic 5 A 0.0", "Topic 5 B –",
                ])
        }
    }

    @Test func `words are kept once, with the study`() async throws {
        try await withStore { store, path in
            let words = StudyWords(
                options: 4, values: [.init(name: "Daring", group: "Stimulation")],
                variants: [.init(kind: "acted", number: 3, framing: "f", order: "o", requirement: "r", generator: "g")])
            let plain = StudyRecord(name: "tiny", protocolHash: "0f", source: "", actions: nil)
            var full = plain
            full.words = words
            let id = try store.begin(run(), of: plain).id
            try await ReplyJournal(store: store, run: id).save([reply("q1")])
            #expect(try store.runsWithoutWords() == [id])
            _ = try store.begin(run(), of: full)
            _ = try store.begin(run(), of: full)
            #expect(try store.runsWithoutWords().isEmpty)
            let found = try rows(
                path, "SELECT value_group, framing, ordering, requirement, generator, first, option FROM reading_long")
            #expect(found.count == 1)
            let texts = (0..<6).map { found.first?[$0] as String? }
            #expect(texts == ["Stimulation", "f", "o", "r", "g", "disagree"] && found.first?[6] as Int? == 2)
        }
    }

    private func rows(_ path: String, _ sql: String) throws -> [Row] {
        try DatabaseQueue(path: path).read { db in try Row.fetchAll(db, sql: sql) }
    }
}
