import AnswerStore
import Foundation
import Testing

/// Projects, who takes part in them, and what they save.
struct JudgingTests {
    private func item(_ value: String, gold: String? = nil) -> ProjectItemRecord {
        ProjectItemRecord(
            item: ItemRecord(kind: "action", dimensions: [("value", value)]), content: #"{"action":"\#(value)"}"#,
            gold: gold)
    }

    private func project(_ store: AnswerStore) throws -> ProjectRecord {
        let record = ProjectRecord(name: "p", definition: "{}", secret: "s", made: now)
        return try #require(try store.make(record, items: [item("a"), item("b", gold: "{}"), item("a")]))
    }

    private func anna(_ project: ProjectRecord, in store: AnswerStore) throws -> ParticipantRecord {
        try store.add(
            ParticipantRecord(
                project: project.id, judge: JudgeRecord(kind: "person", name: "Anna"), role: .annotator, secret: "x",
                added: now))
    }

    @Test func `a project is made once, and has each item once, however often it is added`() async throws {
        try await withStore { store, _ in
            let project = try project(store)
            #expect(try store.make(project, items: [item("c")]) == nil)
            #expect(try store.items(project: project.id).map(\.position) == [0, 1])
            #expect(try store.add([item("b"), item("c")], to: project.id) == 1)
            let items = try store.items(project: project.id)
            #expect(items.map { $0.item["value"] } == ["a", "b", "c"])
            #expect(items.map(\.gold) == [nil, "{}", nil])
            #expect(try store.projects() == [project])
        }
    }

    @Test func `the same judge is one participant with one link`() async throws {
        try await withStore { store, _ in
            let project = try project(store)
            let anna = try anna(project, in: store)
            #expect(try self.anna(project, in: store) == anna)
            #expect(try store.participants(project: project.id) == [anna])
            #expect(try store.participant(secret: "x") == anna)
            #expect(try store.participant(secret: "y") == nil)
        }
    }

    @Test func `a save that has not seen the last one is refused, unless it says what stands`() async throws {
        try await withStore { store, _ in
            let project = try project(store)
            let judge = try anna(project, in: store).judgeID
            let item = try store.items(project: project.id)[0].itemID
            func save(_ content: String, seen: Int64) async throws -> SaveOutcome {
                try await store.save(
                    [.init(criterion: "c", content: content)], of: item, by: judge, seen: seen, at: now)
            }
            #expect(try await save("yes", seen: 0) == .saved(revision: 1))
            #expect(try await save("no", seen: 0) == .stale(revision: 1))
            #expect(try await save("yes", seen: 0) == .saved(revision: 1))
            #expect(try await save("no", seen: 1) == .saved(revision: 2))
            #expect(try await save("", seen: 2) == .saved(revision: 3))
            #expect(try await save("", seen: 0) == .saved(revision: 3))
            #expect(try await save("yes", seen: 3) == .saved(revision: 4))
            #expect(try store.labels(of: item, by: judge).map(\.content) == ["yes", "no", "", "yes"])
            #expect(try store.labels(by: judge, after: 2, limit: 1).map(\.id) == [3])
            #expect(try store.labels(project: project.id, position: 0).count == 4)
            #expect(try store.labels(project: project.id, position: 1).isEmpty)
        }
    }
}
