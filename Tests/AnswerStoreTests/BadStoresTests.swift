import AnswerStore
import Foundation
import Testing

struct BadStoresTests {
    @Test func `a file that is no database is refused and left as it was`() throws {
        let path = try file("not a database, but a long enough text to be read as a header by SQLite", "a.sqlite")
        let error = #expect(throws: StoreError.self) { try AnswerStore(path: path) }
        #expect(error == .foreign(path: path))
        #expect(
            error?.description
                == "'\(path)' is not a vlens store: name another file with --store; this one was not touched")
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("not a database"))
    }

    @Test func `a database of another program is refused and left as it was`() throws {
        let path = try file("", "b.sqlite")
        try sqlite(path, "CREATE TABLE song (title TEXT)")
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: StoreError.foreign(path: path)) { try AnswerStore(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func `a store of a newer version is refused`() throws {
        let path = try file("", "c.sqlite")
        _ = try AnswerStore(path: path)
        try sqlite(path, "INSERT INTO grdb_migrations VALUES ('999: from the future')")
        let error = #expect(throws: StoreError.self) { try AnswerStore(path: path) }
        #expect(
            error?.description
                == "'\(path)' was written by a newer vlens: update vlens, or name another file with --store")
    }

    @Test func `reading where nothing is says how to start`() {
        let error = #expect(throws: StoreError.self) { try AnswerStore(path: "/tmp/none.sqlite", mode: .readOnly) }
        #expect(
            error?.description
                == "no store at '/tmp/none.sqlite': start one with 'vlens run', or name another with --store")
        #expect(!FileManager.default.fileExists(atPath: "/tmp/none.sqlite"))
    }

    @Test func `a folder that does not exist can't be written`() {
        let path = "/nowhere/at/all/vlens.sqlite"
        #expect(throws: StoreError.readOnly(path: path)) { try AnswerStore(path: path) }
    }

    @Test func `damaged pages are reported with a remedy`() throws {
        let path = try file("", "d.sqlite")
        let store = try AnswerStore(path: path)
        for number in 0..<200 { _ = try store.begin(run(key: "key \(number)"), of: study) }
        try sqlite(path, "PRAGMA wal_checkpoint(TRUNCATE)")
        var bytes = try Data(contentsOf: URL(filePath: path))
        for index in 4096..<bytes.count { bytes[index] = 0xAA }
        let broken = path + ".broken"
        try bytes.write(to: URL(filePath: broken))
        let error = #expect(throws: StoreError.self) { _ = try AnswerStore(path: broken).runs() }
        guard case .damaged = error else {
            Issue.record("expected damage, got \(String(describing: error))")
            return
        }
    }

    private func file(_ text: String, _ name: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bad-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let url = folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }
}
