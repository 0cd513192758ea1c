import AnswerStore
import Foundation
import GRDB
import TestSupport
import Testing

/// Stores that can't be used, through the program.
struct BadStoresTests {
    private static let commands = [
        ["run", "--quiet"], ["measure"], ["report"], ["reread"], ["replies"], ["import", "m_t1.csv"],
    ]

    @Test func `a file that is no store is refused by every command and left as it was`() async throws {
        try await withProgram { vlens in
            try vlens.write(BadTablesTests.stated, to: "m_t1.csv")
            let text = "not a database, but a long enough text to be read as a header by SQLite, and by people too"
            try vlens.write(text, to: "text.sqlite")
            try await DatabaseQueue(path: vlens.file("song.sqlite").path).write { db in
                try db.execute(sql: "CREATE TABLE song (title TEXT)")
            }
            let song = try Data(contentsOf: vlens.file("song.sqlite"))
            for store in ["text.sqlite", "song.sqlite"] {
                for command in Self.commands {
                    let result = try await vlens.run(command + ["--store", store])
                    expect(
                        result, exits: 1,
                        says: [
                            "vlens: '\(store)' is not a vlens store: name another file with --store; this one was not touched"
                        ])
                }
            }
            #expect(try Data(contentsOf: vlens.file("text.sqlite")) == Data(text.utf8))
            #expect(try Data(contentsOf: vlens.file("song.sqlite")) == song)
            #expect(try vlens.names() == ["m_t1.csv", "song.sqlite", "text.sqlite"])
        }
    }

    @Test func `a store of a newer version is refused, and its replies stay`() async throws {
        try await withProgram { vlens in
            try await Self.makeStore(vlens)
            try await DatabaseQueue(path: vlens.file("vlens.sqlite").path).write { db in
                try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999: from the future')")
            }
            for command in [["run", "--quiet"], ["measure"], ["report"]] {
                expect(
                    try await vlens.run(command), exits: 1,
                    says: [
                        "vlens: 'vlens.sqlite' was written by a newer vlens: update vlens, or name another file with --store"
                    ])
            }
            try await DatabaseQueue(path: vlens.file("vlens.sqlite").path).write { db in
                try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '999%'")
            }
            #expect(try vlens.replyCount() == 704)
        }
    }

    @Test func `a store that another program holds is told, and works when it is let go`() async throws {
        try await withProgram { vlens in
            try await Self.makeStore(vlens)
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let holder = try DatabaseQueue(path: vlens.file("vlens.sqlite").path, configuration: configuration)
            try await holder.writeWithoutTransaction { db in try db.execute(sql: "BEGIN EXCLUSIVE") }
            let result = try await vlens.run("run", "--quiet", "--repeats", "2", "--no-report")
            expect(
                result, exits: 1,
                says: [
                    "vlens: 'vlens.sqlite' is locked by another program: close that program (a database browser, say) "
                        + "and start again"
                ])
            // What is stored can be read meanwhile.
            expect(try await vlens.run("measure"), exits: 0, says: [])
            try await holder.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
            try holder.close()
            expect(try await vlens.run("run", "--quiet", "--no-report"), exits: 0, says: [])
            #expect(try vlens.replyCount() == 704)
        }
    }

    @Test func `a store of damaged pages is told with a way to its replies`() async throws {
        try await withProgram { vlens in
            try await Self.makeStore(vlens)
            var bytes = try Data(contentsOf: vlens.file("vlens.sqlite"))
            for index in 4096..<bytes.count { bytes[index] = 0xAA }
            try bytes.write(to: vlens.file("damaged.sqlite"))
            for command in [["run", "--quiet"], ["measure"], ["report"]] {
                let result = try await vlens.run(command + ["--store", "damaged.sqlite"])
                expect(
                    result, exits: 1,
                    says: [
                        "vlens: 'damaged.sqlite' is damaged (",
                        "copy it, then try 'sqlite3 COPY .recover | sqlite3 NEW'",
                    ])
            }
        }
    }

    @Test(arguments: [
        (
            "nowhere/vlens.sqlite",
            "can't be written: make it and its folder writable, or name another file with --store"
        ),
        (".", "is not a vlens store: name another file with --store; this one was not touched"),
    ])
    func `a store that can't be made is told`(path: String, message: String) async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("run", "--quiet", "--no-report", "--store", path)
            expect(result, exits: 1, says: ["vlens: '\(path)' \(message)"])
            #expect(try vlens.names() == [])
        }
    }

    // MARK: - Without permission to write

    /// Whether a program can be started as nobody, whom permission bits bind; root can, where the tool is there.
    private static let canBeNobody =
        getuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

    /// Runs the program as somebody whom permission bits bind.
    private static func runBound(_ vlens: Program, _ arguments: [String]) async throws -> Program.Result {
        if getuid() != 0 { return try await vlens.run(arguments) }
        let nobody = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", Program.path]
        return try await vlens.shell(nobody + arguments)
    }

    @Test(.enabled(if: canBeNobody, "root is bound by no permission, and setpriv is not here"))
    func `a store in a folder where nobody can write is measured all the same, and not added to`() async throws {
        try await withProgram { vlens in
            try await Self.makeStore(vlens)
            let before = try await vlens.run("measure", "--json")
            try DatabaseQueue(path: vlens.file("vlens.sqlite").path).close()
            try Self.setPermissions(0o444, vlens.file("vlens.sqlite"))
            try Self.setPermissions(0o555, vlens.folder)
            defer { try? Self.setPermissions(0o755, vlens.folder) }
            let measured = try await Self.runBound(vlens, ["measure", "--json"])
            expect(measured, exits: 0, says: [])
            #expect(measured.output == before.output)
            expect(
                try await Self.runBound(vlens, ["run", "--quiet", "--no-report", "--repeats", "2"]), exits: 1,
                says: [
                    "'vlens.sqlite' can't be written: make it and its folder writable, or name another file with --store"
                ])
            expect(
                try await Self.runBound(vlens, ["report"]), exits: 1,
                says: ["the report cannot be written to ", "can't be written; name another folder"])
            #expect(try vlens.names() == ["vlens.sqlite"])
        }
    }

    @Test(.enabled(if: canBeNobody, "root is bound by no permission, and setpriv is not here"))
    func `a store whose file alone can't be written is measured, and not added to`() async throws {
        try await withProgram { vlens in
            try await Self.makeStore(vlens)
            try Self.setPermissions(0o444, vlens.file("vlens.sqlite"))
            try Self.setPermissions(0o777, vlens.folder)
            expect(try await Self.runBound(vlens, ["measure"]), exits: 0, says: [])
            expect(
                try await Self.runBound(vlens, ["run", "--quiet", "--no-report", "--repeats", "2"]), exits: 1,
                says: ["'vlens.sqlite' can't be written: make it and its folder writable"])
        }
    }

    // MARK: - Without room

    @Test func `where files may grow no further a run ends with the reason, and goes on when they may`() async throws {
        try await withProgram { vlens in
            let run = ["run", "--quiet", "--no-report"]
            // Blocks of 512 or 1,024 bytes: room for some replies, not for all 704.
            let script = "ulimit -f 1200; trap '' XFSZ; exec \"$@\""
            let full = try await vlens.shell(["/bin/sh", "-c", script, "sh", Program.path] + run)
            expect(
                full, exits: 1,
                says: [
                    "vlens: 'vlens.sqlite' can't be read or written (",
                    "then give the same command again; all that was stored is kept",
                ])
            let kept = try vlens.replyCount()
            #expect(kept < 704)
            expect(try await vlens.run(run), exits: 0, says: [])
            #expect(try vlens.replyCount() == 704)
        }
    }

    @Test(.enabled(if: Disk.canBeMade, "only root can mount a small disk, and only where that is allowed"))
    func `on a full disk a run ends with the reason, and goes on when there is room`() async throws {
        try await withProgram { vlens in
            let disk = vlens.file("disk")
            try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
            #expect(try Disk.mount(at: disk.path, kilobytes: 400))
            defer { Disk.unmount(disk.path) }
            let run = ["run", "--quiet", "--no-report", "--store", "disk/vlens.sqlite"]
            let full = try await vlens.run(run)
            expect(
                full, exits: 1,
                says: [
                    "vlens: no space left for 'disk/vlens.sqlite': free some, then give the same command again; "
                        + "all that was stored is kept"
                ])
            #expect(try vlens.replyCount("disk/vlens.sqlite") < 704)
            #expect(try Disk.mount(at: disk.path, kilobytes: 40_000, again: true))
            expect(try await vlens.run(run), exits: 0, says: [])
            #expect(try vlens.replyCount("disk/vlens.sqlite") == 704)
        }
    }

    private static func makeStore(_ vlens: Program) async throws {
        try await vlens.store(StoredRuns.pilot)
    }

    private static func setPermissions(_ bits: Int, _ file: URL) throws {
        try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: file.path)
    }
}

/// A small disk in memory.
enum Disk {
    static let canBeMade: Bool = {
        guard getuid() == 0 else { return false }
        let place = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        guard (try? mount(at: place.path, kilobytes: 64)) == true else { return false }
        unmount(place.path)
        return true
    }()

    /// - Returns: whether it was made.
    static func mount(at path: String, kilobytes: Int, again: Bool = false) throws -> Bool {
        let options = (again ? "remount," : "") + "size=\(kilobytes)k"
        return try call("mount", "-t", "tmpfs", "-o", options, "tmpfs", path)
    }

    static func unmount(_ path: String) {
        _ = try? call("umount", path)
    }

    private static func call(_ words: String...) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
