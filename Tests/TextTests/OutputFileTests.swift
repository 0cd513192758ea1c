import Foundation
import Testing
import Text

/// Files that are written in pieces.
struct OutputFileTests {
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func `a file stands in its place once it is whole, and not before`() throws {
        try withFolder { folder in
            let path = folder.appending(path: "plan.jsonl").path
            try Data("old".utf8).write(to: URL(filePath: path))
            let file = try OutputFile(path)
            for _ in 0..<100 { try file.write([UInt8](repeating: 0x61, count: 10_000)) }
            #expect(try Data(contentsOf: URL(filePath: path)) == Data("old".utf8))
            try file.take(path)
            #expect(try Data(contentsOf: URL(filePath: path)).count == 1_000_000)
            #expect(try names(folder) == ["plan.jsonl"])
        }
    }

    @Test func `a file that is let go leaves nothing behind`() throws {
        try withFolder { folder in
            do {
                let file = try OutputFile(folder.appending(path: "a").path)
                try file.write([1, 2, 3])
                try file.end()
                #expect(try names(folder).count == 1)
            }
            #expect(try names(folder) == [])
        }
    }

    @Test func `no folder and no database is written over`() throws {
        try withFolder { folder in
            #expect(throws: FileFailure(.writing, folder.path, number: EISDIR)) { try OutputFile(folder.path) }
            let store = folder.appending(path: "vlens.sqlite").path
            try Data("SQLite format 3\u{0}".utf8).write(to: URL(filePath: store))
            #expect(throws: FileFailure(.writing, store, number: FileFailure.isStore)) { try OutputFile(store) }
            #expect(try names(folder) == ["vlens.sqlite"])
        }
    }
}
