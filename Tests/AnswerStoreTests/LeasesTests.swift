import AnswerStore
import Foundation
import Testing

/// Who is given which item: never more people than are wanted, and none held for ever.
struct LeasesTests {
    /// A label "done" judges its item, "skip" leaves it out.
    private func quota(_ overlap: Int, mostOpen: Int = 10) -> Quota {
        Quota(
            overlap: overlap, lease: 60, mostOpen: mostOpen,
            isJudged: { rows in rows.contains { $0.criterion == "done" && !$0.content.isEmpty } },
            isSkipped: { rows in rows.contains { $0.criterion == "skip" } })
    }

    private func make(_ store: AnswerStore, items: Int, people: Int) throws -> ([Candidate], [ParticipantRecord]) {
        let records = (0..<items).map { number in
            ProjectItemRecord(
                item: ItemRecord(kind: "action", dimensions: [("value", "\(number)")]), content: "{}")
        }
        let project = try #require(
            try store.make(ProjectRecord(name: "p", definition: "{}", secret: "s", made: now), items: records))
        let participants = try (0..<people).map { try add("person \($0)", .annotator, to: project.id, in: store) }
        let candidates = try store.items(project: project.id).map { Candidate(item: $0.itemID, isForAll: false) }
        return (candidates, participants)
    }

    private func add(
        _ name: String, _ role: ParticipantRecord.Role, to project: Int64, in store: AnswerStore,
        kind: String = "person"
    ) throws -> ParticipantRecord {
        try store.add(
            ParticipantRecord(
                project: project, judge: JudgeRecord(kind: kind, name: name), role: role, secret: name, added: now))
    }

    private func judge(_ item: Int64, _ person: ParticipantRecord, in store: AnswerStore, as criterion: String = "done")
        async throws
    {
        _ = try await store.save(
            [.init(criterion: criterion, content: "x")], of: item, by: person.judgeID, seen: 0, at: now)
    }

    @Test func `twenty people who ask at once, of two processes, get no item more often than is wanted`() async throws {
        try await withStore { store, path in
            let (candidates, people) = try make(store, items: 15, people: 20)
            let other = try AnswerStore(path: path)
            let grants = try await withThrowingTaskGroup(of: [Grant].self) { group in
                for (number, person) in people.enumerated() {
                    group.addTask {
                        var order = candidates
                        order.shuffle()
                        var grants: [Grant] = []
                        for _ in 0..<3 {
                            grants.append(
                                try await (number % 2 == 0 ? store : other)
                                    .next(for: person, among: order, self.quota(2), at: now))
                        }
                        return grants
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            var given: [Int64: Int] = [:]
            for case .item(let item) in grants { given[item, default: 0] += 1 }
            #expect(given.count == 15 && given.values.allSatisfy { $0 == 2 })
            #expect(grants.count { if case .none(othersHoldSome: true) = $0 { true } else { false } } == 30)
            // What was given can be saved.
            for person in people {
                for lease in try store.leases(of: person) { try await judge(lease.item, person, in: store) }
            }
            #expect(
                try await store.next(for: people[0], among: candidates, quota(2), at: now)
                    == .none(othersHoldSome: false))
        }
    }

    @Test func `an item that nobody came back to is given to another, and the late answer is kept`() async throws {
        try await withStore { store, _ in
            let (candidates, people) = try make(store, items: 1, people: 3)
            let item = candidates[0].item
            func next(_ person: Int, after seconds: Double) async throws -> Grant {
                try await store.next(for: people[person], among: candidates, quota(1), at: now + seconds)
            }
            #expect(try await next(0, after: 0) == .item(item))
            #expect(try await next(1, after: 59) == .none(othersHoldSome: true))
            #expect(try await next(1, after: 60) == .item(item))
            // Whoever comes back holds it no longer, and may answer all the same.
            #expect(try await store.renew(item, for: people[0], quota(1), at: now + 61) == false)
            try await judge(item, people[0], in: store)
            try await judge(item, people[1], in: store)
            #expect(try store.labels(of: item, by: people[0].judgeID).count == 1)
            #expect(try store.labels(of: item, by: people[1].judgeID).count == 1)
            #expect(try await next(2, after: 1000) == .none(othersHoldSome: false))
        }
    }

    @Test func `whoever looks at an item holds it on, and whoever gives it back does not`() async throws {
        try await withStore { store, _ in
            let (candidates, people) = try make(store, items: 1, people: 2)
            let item = candidates[0].item
            _ = try await store.next(for: people[0], among: candidates, quota(1), at: now)
            #expect(try await store.renew(item, for: people[0], quota(1), at: now + 50))
            #expect(try store.leases(of: people[0]).map(\.until) == [now + 110])
            #expect(
                try await store.next(for: people[1], among: candidates, quota(1), at: now + 100)
                    == .none(othersHoldSome: true))
            try await store.release(item, of: people[0], at: now + 101)
            #expect(try await store.next(for: people[1], among: candidates, quota(1), at: now + 101) == .item(item))
        }
    }

    @Test func `what models and adjudicators say takes nobody's place, and a known item is for all`() async throws {
        try await withStore { store, _ in
            let (candidates, people) = try make(store, items: 1, people: 2)
            let item = candidates[0].item
            let lead = try add("lead", .adjudicator, to: people[0].project, in: store)
            try await judge(item, lead, in: store)
            _ = try store.add([
                LabelRecord(
                    item: ItemRecord(kind: "action", dimensions: [("value", "0")]),
                    judge: JudgeRecord(kind: "model", name: "m"), criterion: "done", content: "x", labelled: now)
            ])
            #expect(try await store.next(for: people[0], among: candidates, quota(1), at: now) == .item(item))
            let known = [Candidate(item: item, isForAll: true)]
            #expect(
                try await store.next(for: people[1], among: candidates, quota(1), at: now)
                    == .none(othersHoldSome: true))
            #expect(try await store.next(for: people[1], among: known, quota(1), at: now) == .item(item))
        }
    }

    @Test func `somebody who judges nothing is given no more than a few`() async throws {
        try await withStore { store, _ in
            let (candidates, people) = try make(store, items: 5, people: 1)
            func next() async throws -> Grant {
                try await store.next(for: people[0], among: candidates, quota(3, mostOpen: 2), at: now)
            }
            #expect(try await next() == .item(candidates[0].item))
            #expect(try await next() == .item(candidates[1].item))
            #expect(try await next() == .tooManyOpen)
            try await judge(candidates[0].item, people[0], in: store, as: "skip")
            #expect(
                try await store.next(for: people[0], among: candidates, quota(3, mostOpen: 2), at: now, holds: false)
                    == .item(candidates[2].item))
            #expect(try store.leases(of: people[0]).count == 2)
            #expect(try await next() == .item(candidates[2].item))
        }
    }
}
