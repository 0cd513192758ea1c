import AnswerStore
import Foundation
import Testing
import Text

/// Where an index of words lies if not beside its store.
struct SearchPlaceTests {
    /// Something that can't be written stands where the index would lie beside the store.
    private func blocked(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: path + "-search", withIntermediateDirectories: false)
    }

    private func temporary() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "places-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test func `it is a folder of the user's own, that nobody else can write`() async throws {
        try await withStore { store, path in
            try blocked(path)
            let folder = try temporary()
            defer { try? FileManager.default.removeItem(at: folder) }
            let index = try SearchIndex(beside: store, temporary: folder)
            #expect(index.path.hasPrefix(folder.path + "/vlens-search-"))
            let made = URL(filePath: index.path).deletingLastPathComponent().path
            let mode = try FileManager.default.attributesOfItem(atPath: made)[.posixPermissions] as? Int
            #expect(mode == 0o700)
            #expect(try await !index.advance(from: store))
        }
    }

    @Test func `a folder that others can write is not taken, nor a link`() async throws {
        for isLink in [false, true] {
            try await withStore { store, path in
                try blocked(path)
                let folder = try temporary()
                defer { try? FileManager.default.removeItem(at: folder) }
                let name = try URL(
                    filePath: { try SearchIndex(beside: store, temporary: folder).path }()
                ).deletingLastPathComponent()
                try FileManager.default.removeItem(at: name)
                let other = folder.appending(path: "other")
                let made = isLink ? other : name
                try FileManager.default.createDirectory(at: made, withIntermediateDirectories: false)
                if isLink {
                    try FileManager.default.createSymbolicLink(at: name, withDestinationURL: other)
                } else {
                    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: name.path)
                }
                let absence = #expect(throws: SearchIndex.Absence.self) {
                    try SearchIndex(beside: store, temporary: folder)
                }
                #expect(absence == .nowhere)
                #expect(
                    absence?.description
                        == "the index of words can be written neither beside the store nor among the system’s temporary "
                        + "files: make one of them writable, and start again")
            }
        }
    }

    @Test func `an index of another layout is made anew`() async throws {
        try await withStore { store, path in
            let id = try store.begin(run(), of: study).id
            try await ReplyJournal(store: store, run: id).save([reply("q", text: "some words")])
            let first = try SearchIndex(beside: store)
            _ = try await first.advance(from: store)
            try sqlite(path + "-search", "PRAGMA user_version = 99; DELETE FROM document;")
            let second = try SearchIndex(beside: store)
            while try await second.advance(from: store) {}
            #expect(try await second.counts(SearchQuery("words"), run: id, source: nil).map(\.texts) == [1])
        }
    }
}
