import AnswerStore
import Foundation
import Testing

struct RunsTests {
    @Test func `the same key is the same run and joins the selections`() async throws {
        try await withStore { store, _ in
            let first = try store.begin(run(selections: ["a"]), of: study)
            try store.end(run: first.id, status: .stopped, at: now)
            let again = try store.begin(run(selections: ["b", "a"]), of: study)
            #expect(again.id == first.id)
            #expect(again.selections == ["a", "b"])
            #expect(try store.runs().map(\.status) == [.running])
        }
    }

    @Test func `another key is another run of the same study`() async throws {
        try await withStore { store, _ in
            let first = try store.begin(run(key: "a"), of: study)
            let second = try store.begin(run(key: "b"), of: study)
            #expect(first.id != second.id)
            #expect(try store.study(ofRun: second.id) == study)
        }
    }

    @Test func `a run comes back as it was stored`() async throws {
        try await withStore { store, _ in
            var stored = try store.begin(run(), of: study)
            try store.end(run: stored.id, status: .finished, at: now + 90)
            stored.status = .finished
            stored.finished = now + 90
            #expect(try store.runs() == [stored])
        }
    }

    @Test func `a dataset is found by its name and replaced by a later one`() async throws {
        try await withStore { store, _ in
            #expect(try store.dataset(named: "via") == nil)
            for actions in ["old", "new"] {
                let dataset = DatasetRecord(name: "via", origin: "a.csv", actions: actions, summary: "{}")
                try store.save(dataset, at: now)
            }
            #expect(try store.dataset(named: "via")?.actions == "new")
        }
    }
}
