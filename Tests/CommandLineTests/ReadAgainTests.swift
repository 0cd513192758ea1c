import AnswerStore
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Stored replies are read again", .timeLimit(.minutes(5)))
struct ReadAgainTests {
    private func sqlite(_ program: Program, _ sql: String...) throws {
        let queue = try DatabaseQueue(path: program.file("vlens.sqlite").path)
        try queue.write { db in for line in sql { try db.execute(sql: line) } }
        try queue.close()
    }

    @Test
    func `by a later reader, which says what went from where to where, and keeps the earlier readings`() async throws {
        let program = try Program()
        defer { program.remove() }
        let asked = try await program.run(
            "run", "--no-report", "--quiet", "--task", "acted", "--countries", "Philippines", "--topics", "Politics",
            "--model",
            "simulated/a?broken=0&refusal=0&noise=0")
        #expect(asked.status == 0, "\(asked.error)")
        #expect(!asked.error.contains("reader version"))
        // As version 2 had read them: three were not understood, two taken for the other option.
        let chosen = "(SELECT replyID FROM reading WHERE content = '1' ORDER BY replyID LIMIT"
        try sqlite(
            program, "UPDATE reading SET readerVersion = 2",
            "UPDATE reading SET state = 'unreadable', reason = 'noAnswer', content = NULL WHERE replyID IN \(chosen) 3)",
            "UPDATE reading SET content = '2' WHERE replyID IN \(chosen) 2)")
        let note =
            "note: replies of run 1 were read by reader version 2, and this is version 4: 'vlens reread' reads them anew "
            + "and says what changes\n"
        for command in [["runs"], ["runs", "--json"], ["replies", "--limit", "1"]] {
            let result = try await program.run(command)
            #expect(result.status == 0)
            #expect(result.error == note)
        }
        let again = try await program.run("reread")
        #expect(again.error.isEmpty)
        let lines = again.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines.first == "read 80 replies of run 1 again, with reader version 4: 5 readings changed")
        let first = try #require(lines.dropFirst().first)
        #expect(
            first.hasPrefix(
                "  3  acted: unreadable: no answer → answered 1; look at one: vlens replies --run 1 --question "))
        #expect(lines.last?.hasPrefix("  2  acted: answered 2 → answered 1; look at one: ") == true)
        let id = try #require(first.split(separator: " ").last)
        let shown = try await program.run("replies", "--run", "1", "--question", String(id))
        #expect(shown.output.hasSuffix("read by version 2: unreadable: no answer\nread by version 4: answered 1\n"))
        #expect(shown.error.isEmpty)
        let once = try await program.run("reread", "--run", "1")
        #expect(
            once.output
                == "run 1 (simulated/a?broken=0&refusal=0&noise=0): no reply was read by an older reader than this, "
                + "version 4; nothing changed\n")
        let unknown = try await program.run("replies", "--question", "00")
        #expect(unknown.status == 1)
        #expect(unknown.error == "vlens: run 1 has no reply to a question '00'\n")
    }
}
