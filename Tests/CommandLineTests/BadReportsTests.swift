import Foundation
import TestServers
import TestSupport
import Testing

/// Places where no report can be written: known before any question is asked, and what is there stays.
struct BadReportsTests {
    @Test(arguments: [
        ("foreign", "foreign holds “mine.txt”, which is no part of a report, so it is left alone; name another folder"),
        ("file", "file is a file, so no report can be written there; name a folder"),
        ("file/report", "file is a file, so no report can be written there; name a folder"),
        ("file/a/b/report", "file is a file, so no report can be written there; name a folder"),
        ("/dev/null", "/dev/null is a file, so no report can be written there; name a folder"),
    ])
    func `a place that is not ours is refused before anything is asked`(path: String, message: String) async throws {
        try await withProgram { vlens in
            try Self.fill(vlens)
            try await LoopbackServer.run(handler: SmallPart.answer) { server in
                let result = try await vlens.run(SmallPart.run(server, "--report", path))
                expect(result, exits: 1, says: [message])
                #expect(result.output == "")
                #expect(server.requestCount == 0)
            }
            try Self.expectUntouched(vlens)

            try await vlens.store(StoredRuns.pilot)
            expect(try await vlens.run("report", "--out", path), exits: 1, says: [message])
            try Self.expectUntouched(vlens)
        }
    }

    @Test func `the default folder's name is refused, too, where others hold it`() async throws {
        try await withProgram { vlens in
            let folder = vlens.file("report-pilot-simulated-subject")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: folder.appending(path: "notes.txt"))
            let result = try await vlens.run("run")
            expect(
                result, exits: 1,
                says: ["report-pilot-simulated-subject holds “notes.txt”, which is no part of a report"])
            #expect(try vlens.names("report-pilot-simulated-subject") == ["notes.txt"])
            #expect(!FileManager.default.fileExists(atPath: vlens.file("vlens.sqlite").path))
        }
    }

    @Test func `missing parents are made, an empty folder is filled, an earlier report is replaced`() async throws {
        try await withProgram { vlens in
            let empty = vlens.file("empty")
            try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
            for path in ["missing/parent/report", "empty", "empty"] {
                expect(
                    try await vlens.run("run", "--quiet", "--report", path), exits: 0,
                    says: ["report: ", "report.html"])
                #expect(try vlens.names(path).contains("report.html"))
            }
            #expect(try vlens.names() == ["empty", "missing", "vlens.sqlite"])
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self"), "there is no /proc here"))
    func `a place that refuses when written keeps the replies, and the report can go elsewhere`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("run", "--quiet", "--report", "/proc/report")
            expect(result, exits: 1, says: ["the report cannot be written to /proc/report: ", "name another folder"])
            #expect(try vlens.replyCount() == 704)
            expect(try await vlens.run("report", "--out", "elsewhere"), exits: 0, says: [])
            #expect(try vlens.names("elsewhere").contains("report.html"))
        }
    }

    private static func fill(_ vlens: Program) throws {
        let foreign = vlens.file("foreign")
        try FileManager.default.createDirectory(at: foreign, withIntermediateDirectories: true)
        try vlens.write("mine", to: "foreign/mine.txt")
        try vlens.write("mine", to: "file")
    }

    private static func expectUntouched(_ vlens: Program) throws {
        #expect(try vlens.names("foreign") == ["mine.txt"])
        #expect(try String(contentsOf: vlens.file("foreign/mine.txt"), encoding: .utf8) == "mine")
        #expect(try String(contentsOf: vlens.file("file"), encoding: .utf8) == "mine")
    }
}
