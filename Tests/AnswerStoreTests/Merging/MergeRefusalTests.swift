import AnswerStore
import Foundation
import GRDB
import Testing

/// What can't be merged is told before anything is written.
struct MergeRefusalTests {
    private func refusal(_ body: () throws -> some Any) -> String {
        do {
            _ = try body()
            return "nothing was refused"
        } catch {
            return "\(error)"
        }
    }

    @Test func `another study, another run and a store with projects are refused by name`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        try await world.store("a.sqlite", [("q1", "one", 1)])
        let other = StudyRecord(name: "other", protocolHash: "11ee", source: "name: other\n", actions: nil)
        try await world.store("b.sqlite", study: other, [("q2", "two", 2)])
        var hotter = run(key: "k2")
        hotter.settings = "{\"temperature\":1}"
        try await world.store("c.sqlite", run: hotter, [("q3", "three", 3)])
        try await world.store("d.sqlite", [("q4", "four", 4)])
        try sqlite(world.path("d.sqlite"), "INSERT INTO project VALUES (1, 'p', '{}', 's', 1.0)")
        let (a, b, c, d) = (
            world.path("a.sqlite"), world.path("b.sqlite"), world.path("c.sqlite"), world.path("d.sqlite")
        )
        #expect(
            refusal { try world.merge(["a.sqlite", "b.sqlite"]) }
                == "'\(b)' is of the study 'other' (11ee), and '\(a)' of 'tiny' (00ff): merge the stores of one study at a time"
        )
        #expect(
            refusal { try world.merge(["a.sqlite", "c.sqlite"]) }
                == "'\(c)' is of the run of 'simulated/subject' with {\"temperature\":1}, and '\(a)' of another one, of "
                + "'simulated/subject' with {\"temperature\":0.2}: shards of a run have the same respondent and settings. Leave "
                + "one out, or, where several runs are meant to lie in one store, give --several-runs")
        #expect(
            refusal { try world.merge(["a.sqlite", "d.sqlite"]) }
                == "'\(d)' holds projects that people judge, which can't be merged: name it first, as the store that the others "
                + "are merged into")
        #expect(
            refusal { try world.merge(["a.sqlite"], into: "a.sqlite") }
                == "'\(a)' is both what is merged and what is merged into: name another file first")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: world.folder.path).filter { $0.contains("all") } == [])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: world.folder.path).filter { $0.contains("merge") } == []
        )
        try world.merge(["a.sqlite", "c.sqlite"], several: true)
        #expect(try AnswerStore(path: world.path("all.sqlite")).runs().map(\.key) == ["k", "k2"])
        // The target may hold projects, and other runs of the study.
        try world.merge(["a.sqlite"], into: "d.sqlite")
    }

    @Test func `a store whose batches are out is refused until they are read`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        try await world.store("a.sqlite", [("q1", "one", 1)])
        let part = """
            INSERT INTO batchPart (runID, number, nonce, state, factor, made) VALUES (1, 1, 'n', 'submitted', 0.5, 1.0)
            """
        try sqlite(world.path("a.sqlite"), part)
        #expect(
            refusal { try world.merge(["a.sqlite"]) }
                == "'\(world.path("a.sqlite"))' has a batch that is out at a provider, and is where their answers will be read to: "
                + "read them first, with the command that sent them ('vlens run --batch …')")
        try sqlite(world.path("a.sqlite"), "UPDATE batchPart SET state = 'read'")
        try world.merge(["a.sqlite"])
    }

    @Test(arguments: [1, 2, 3, 4])
    func `a store of an earlier version is read by a copy, and stays as it is`(version: Int) throws {
        let world = try MergeWorld()
        defer { world.remove() }
        try OldStores.make(version, at: world.path("old.sqlite"))
        let before = try Data(contentsOf: URL(filePath: world.path("old.sqlite")))
        let outcome = try world.merge(["old.sqlite"], several: true)
        #expect(outcome.stores == 1)
        #expect(try Data(contentsOf: URL(filePath: world.path("old.sqlite"))) == before)
        try world.merge(["old.sqlite"], several: true)
        let merged = try world.contents("all.sqlite")
        _ = try AnswerStore(path: world.path("old.sqlite"))
        let own = try world.contents("old.sqlite")
        #expect(Set(merged).subtracting(own) == [])
        #expect(Set(own).subtracting(merged) == [])
    }

    @Test func `what is neither a store nor a journal is named, and an empty folder is`() throws {
        let world = try MergeWorld()
        defer { world.remove() }
        try Data("hello, world, this is no store".utf8).write(to: world.folder.appending(path: "x.txt"))
        try FileManager.default.createDirectory(
            at: world.folder.appending(path: "empty"), withIntermediateDirectories: true)
        #expect(
            refusal { try world.merge(["x.txt"]) }
                == "'\(world.path("x.txt"))' is neither a store nor a journal of vlens: leave it out")
        #expect(
            refusal { try world.merge(["empty"]) }
                == "'\(world.path("empty"))' is a folder without journals: name the folder that was given to --journal, or the "
                + "stores one by one")
        #expect(
            refusal { try world.merge(["none.sqlite"]) }
                == "there is no '\(world.path("none.sqlite"))' to be merged: leave it out, or, where it will come later, say with "
                + "--shards how many there are")
    }

    @Test func `where the number of shards is known a broken one is told and holds up no other`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        try await world.store("a.sqlite", [("q1", "one", 1)])
        try Data("SQLite format 3\0 and then something else".utf8).write(to: world.folder.appending(path: "b.sqlite"))
        let names = ["a.sqlite", "b.sqlite", "c.sqlite"]
        let outcome = try StoreMerge(into: world.path("all.sqlite"), from: names.map(world.path), shards: 3).merge()
        #expect(outcome.stores == 1)
        #expect(outcome.notes.count == 2)
        #expect(outcome.notes.allSatisfy { $0.hasPrefix("left out: ") }, "\(outcome.notes)")
        #expect(try allReplies(try AnswerStore(path: world.path("all.sqlite")), run: 1).map(\.text) == ["one"])
        #expect(refusal { try world.merge(["a.sqlite", "b.sqlite"], into: "other.sqlite") } != "nothing was refused")
        #expect(!FileManager.default.fileExists(atPath: world.path("other.sqlite")))
    }
}
