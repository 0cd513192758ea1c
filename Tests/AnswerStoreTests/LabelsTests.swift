import AnswerStore
import Foundation
import GRDB
import Testing

struct LabelsTests {
    private let judge = JudgeRecord(kind: "person", name: "A")
    private let item = ItemRecord.place(country: "Philippines", topic: "Politics", value: "Daring")

    private func label(_ content: String, undoes: Int64? = nil) -> LabelRecord {
        LabelRecord(
            item: item, judge: judge, criterion: "harm", content: content, undoes: undoes, labelled: now)
    }

    @Test func `labels come back as they were given, page after page`() async throws {
        try await withStore { store, _ in
            let ids = try store.add([label("none"), label("some"), label("", undoes: 1)])
            #expect(ids == [1, 2, 3])
            var read = try store.labels(criterion: "harm", limit: 2)
            #expect(read.map(\.id) == [1, 2])
            read += try store.labels(criterion: "harm", after: 2, limit: 2)
            #expect(read.map(\.content) == ["none", "some", ""])
            #expect(read.map(\.undoes) == [nil, nil, 1])
            #expect(read.allSatisfy { $0.item == item && $0.judge == judge && $0.labelled == now })
            #expect(try store.labels(criterion: "other", limit: 2).isEmpty)
        }
    }

    @Test func `a label is undone once, and never one that is not there`() async throws {
        try await withStore { store, _ in
            _ = try store.add([label("none"), label("", undoes: 1)])
            #expect(throws: StoreError.self) { try store.add([label("x"), label("", undoes: 1)]) }
            #expect(throws: StoreError.self) { try store.add([label("", undoes: 99)]) }
            #expect(try store.labels(criterion: "harm", limit: 9).count == 2)
        }
    }

    @Test(arguments: ["UPDATE label SET content = 'x'", "DELETE FROM label"])
    func `nobody changes or removes a label`(change: String) async throws {
        try await withStore { store, path in
            _ = try store.add([label("none")])
            #expect(throws: DatabaseError.self) { try sqlite(path, change) }
            #expect(try store.labels(criterion: "harm", limit: 9).map(\.content) == ["none"])
        }
    }

    @Test func `an item has one hash, which its kind and all its dimensions decide`() {
        let others = [
            ItemRecord.place(country: "Philippines", topic: "Politics"),
            ItemRecord(
                kind: "action", dimensions: [("country", "Philippines"), ("topic", "Politics"), ("value", "Daring")]),
            ItemRecord(
                kind: "cell", dimensions: [("topic", "Politics"), ("country", "Philippines"), ("value", "Daring")]),
            ItemRecord(
                kind: "cell", dimensions: [("country", "PhilippinesPolitics"), ("topic", ""), ("value", "Daring")]),
        ]
        #expect(Set(([item] + others).map(\.hash)).count == 5)
        #expect(item.hash == "ed979f9bf0c825afa041da582b0322bd")
    }

    @Test func `any dimensions come back in their order`() async throws {
        try await withStore { store, _ in
            let odd = ItemRecord(kind: "pair", dimensions: [("b", "\"\\\n"), ("a", "Ünï \u{1F600}"), ("", "")])
            var label = label("x")
            label.item = odd
            _ = try store.add([label])
            #expect(try store.labels(criterion: "harm", limit: 1).map(\.item) == [odd])
        }
    }
}
