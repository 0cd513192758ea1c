import Foundation
import TestSupport
import Testing

/// What the system says of a file, in words with a remedy, and nothing half-made.
struct FileMessagesTests {
    @Test func `study new leaves nothing behind where its second file can't be written`() async throws {
        try await withProgram { vlens in
            // A link that leads nowhere is no file that exists, and can't be made anew.
            try FileManager.default.createSymbolicLink(
                atPath: vlens.file("x-actions.jsonl").path, withDestinationPath: "/nowhere/at/all")
            expect(
                try await vlens.run("study", "new", "x"), exits: 1,
                says: ["vlens: 'x-actions.jsonl' can't be written: it exists; choose another name, or move it away\n"])
            #expect(try vlens.names() == ["x-actions.jsonl"])
        }
    }

    @Test(
        .enabled(
            if: getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"), "needs another user")
    )
    func `a folder that may not be written is told with what to do`() async throws {
        try await withProgram { vlens in
            let folder = vlens.file("ro")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: vlens.folder.path)
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
            // The program is copied: where it was built another user may not look.
            try FileManager.default.copyItem(at: URL(filePath: Program.path), to: vlens.file("copy"))
            let result = try await vlens.shell(
                "cd ro && setpriv --reuid=65534 --regid=65534 --clear-groups ../copy study new x")
            expect(result, exits: 1, says: [])
            #expect(result.error == "vlens: 'x.yaml' can't be written: make the folder writable, or go to another\n")
            #expect(try vlens.names("ro") == [])
        }
    }

    @Test func `a figure and a JUnit file go to any place, and a wrong one is told in words`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pilot)
            let compare = ["compare", "1", "1", "--draws", "100", "--figure"]
            for (path, reason) in [
                (".", "it is a folder; name a file"), ("none/f.svg", "there is no such folder; make it first"),
                ("vlens.sqlite/f.svg", "a part of its path is a file and no folder"),
                (String(repeating: "n", count: 300), "its name is too long; choose a shorter one"),
            ] {
                expect(
                    try await vlens.run(compare + [path]), exits: 1,
                    says: ["vlens: '\(path)' can't be written: \(reason)\n"])
            }
            if FileManager.default.fileExists(atPath: "/dev/full") {
                expect(
                    try await vlens.run(compare + ["/dev/full"]), exits: 1,
                    says: ["vlens: '/dev/full' can't be written: the disk is full; free some room\n"])
            }
            expect(try await vlens.run(compare + ["/dev/null"]), exits: 0, says: [])
            #expect(try vlens.names().allSatisfy { $0.hasPrefix("vlens.sqlite") })
        }
    }
}
