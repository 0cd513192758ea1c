import AnswerStore
import Foundation
import Testing

/// A store that goes away under a run is noticed, and what it holds is saved.
struct PulledAwayTests {
    private func begun(_ body: (AnswerStore, String, Membership, Int64) async throws -> Void) async throws {
        try await withStore { store, path in
            let id = try store.begin(run(), of: study).id
            try await ReplyJournal(store: store, run: id).save([reply("q1"), reply("q2")])
            let membership = try Membership(store: store, atOnce: 4)
            try await membership.checkFiles()
            try await body(store, path, membership, id)
        }
    }

    @Test(arguments: [
        ("rm", "", "was removed or moved"), ("rm", "-wal", "was removed or moved"),
        ("rm", "-shm", "was removed or moved"),
        ("mv", "", "was removed or moved"), ("swap", "", "was replaced"), ("cut", "", "was cut or overwritten"),
    ])
    func `a file that is removed, moved, replaced or cut is noticed`(
        deed: String, suffix: String, what: String
    ) async throws {
        try await begun { _, path, membership, _ in
            let file = path + suffix
            switch deed {
            case "rm": try FileManager.default.removeItem(atPath: file)
            case "mv": try FileManager.default.moveItem(atPath: file, toPath: file + ".moved")
            case "swap":
                try FileManager.default.copyItem(atPath: file, toPath: file + ".copy")
                #expect(rename(file + ".copy", file) == 0)
            default:
                let handle = try FileHandle(forWritingTo: URL(filePath: file))
                try handle.truncate(atOffset: 0)
            }
            await #expect(throws: StoreError.pulledAway(path: path, what: "'\(file)' \(what)", rescued: nil)) {
                try await membership.checkFiles()
            }
        }
    }

    @Test(arguments: [0, 1500])
    func `a file that was cut or overwritten, and has grown again since, is noticed`(length: Int) async throws {
        try await begun { store, path, membership, id in
            let size = try #require(
                try FileManager.default.attributesOfItem(atPath: path)[.size] as? UInt64)
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.truncate(atOffset: 0)
            try handle.write(contentsOf: Data(repeating: 0x61, count: length))
            try handle.truncate(atOffset: size + 4096)
            await #expect(
                throws: StoreError.pulledAway(path: path, what: "'\(path)' was cut or overwritten", rescued: nil)
            ) {
                try await membership.checkFiles()
            }
        }
    }

    @Test func `replies that another program removes are noticed`() async throws {
        try await begun { _, path, membership, _ in
            try sqlite(path, "DELETE FROM reading; DELETE FROM raw; DELETE FROM replyRow")
            await #expect(throws: StoreError.emptied(path: path)) { try await membership.checkFiles() }
        }
    }

    @Test func `all that a removed store holds can be saved beside it`() async throws {
        try await begun { store, path, _, id in
            for suffix in ["", "-wal", "-shm"] { try FileManager.default.removeItem(atPath: path + suffix) }
            try await ReplyJournal(store: store, run: id).save(reply("q3"))
            let copy = try #require(store.rescue())
            #expect(copy == "\(path).rescued")
            #expect(try AnswerStore(path: copy).counts(run: id).answered == 3)
            // A copy from before is left as it is.
            #expect(store.rescue() == "\(path).rescued-2")
        }
    }

    @Test(arguments: [AnswerStore.Mode.readWrite, .readOnly])
    func `where a saved store lies, no new one is begun in the place of the lost`(mode: AnswerStore.Mode) async throws {
        try await begun { store, path, _, id in
            for suffix in ["", "-wal", "-shm"] { try FileManager.default.removeItem(atPath: path + suffix) }
            let copy = try #require(store.rescue())
            let error = #expect(throws: StoreError.saved(path: path, rescued: copy)) {
                _ = try AnswerStore(path: path, mode: mode)
            }
            #expect(
                error?.description
                    == "no store at '\(path)', but '\(copy)' holds what was saved when it was pulled away: give that file "
                    + "the name '\(path)' to go on with it, or name another store with --store")
            try FileManager.default.moveItem(atPath: copy, toPath: path)
            #expect(try AnswerStore(path: path, mode: mode).counts(run: id).answered == 2)
        }
    }

    @Test func `the message says what happened, where the replies are, and what to do`() {
        let error = StoreError.pulledAway(
            path: "a.sqlite", what: "'a.sqlite' was replaced", rescued: "a.sqlite.rescued")
        #expect(
            error.description
                == "'a.sqlite' was replaced while the run wrote to it: the run was stopped, and all its replies are in "
                + "'a.sqlite.rescued'. Give that file the name 'a.sqlite' (without the -wal and -shm of before, which "
                + "belong to the lost one), then the same command again")
    }
}
