import AnswerStore
import Foundation
import Measures
import Reports
import Study
import Testing
import Workbench

/// The views that people read with programs of theirs, held against what `measure` says.
struct LongViewTests {
    @Test func `cells have the scores of measure, to the last bit`() async throws {
        try await LongWorld.with { world in
            let measured = try MeasuredRun(run: world.run, store: world.store, scoring: .strict)
            let rows = try world.rows(.cells)
            let input = measured.reportInput()
            let axes = measured.measures.axes
            #expect(rows.count == axes.cellCount)
            var compared = 0
            for cell in 0..<axes.cellCount {
                let place = axes.position(ofCell: cell)
                let names = [axes.countries[place.country], axes.topics[place.topic], axes.values[place.value]]
                let row = try #require(
                    rows.first {
                        [$0["country"], $0["topic"], $0["value"]].map { $0?.text } == names.map(Optional.some)
                    })
                let record = input.cells[cell]
                #expect(row["stated"]?.number == record.stated && row["acted"]?.number == record.acted)
                #expect(row["stated_readings"]?.number == Double(record.statedReadings))
                #expect(row["acted_readings"]?.number == Double(record.actedReadings))
                let gap = measured.measures.gap(ofCell: cell)
                #expect(row["distance"]?.number == gap?.distance && row["signed_gap"]?.number == gap?.signedGap)
                #expect(row["value_group"]?.text == axes.groups[axes.groupOfValue[place.value]])
                guard let stated = record.stated, let acted = record.acted else { continue }
                let sides = measured.measures.ties.sides(stated: stated, acted: acted)
                #expect(row["consistent"]?.number == sides.map { $0.stated == $0.acted ? 1 : 0 })
                compared += 1
            }
            #expect(compared > 30)
            let inconsistent = rows.count { $0["consistent"]?.number == 0 }
            #expect(inconsistent == measured.measures.inconsistency.total)
        }
    }

    @Test func `a reply to Task 1 is a row a value, unread ones too, and one to Task 2 is one row`() async throws {
        try await LongWorld.with { world in
            let rows = try world.rows(.readings)
            let stated = world.questions.filter { $0.task == .stated }.count
            #expect(rows.count == stated * 10 + world.questions.count - stated)
            let counts = try world.store.counts(run: world.run.id)
            #expect(counts.refused > 0 && counts.unreadable > 0)
            for (state, replies) in [("refused", counts.refused), ("unreadable", counts.unreadable)] {
                let found = rows.filter { $0["state"]?.text == state }
                #expect(Set(found.compactMap { $0["question_id"]?.text }).count == replies)
                #expect(
                    found.allSatisfy { $0["score"] == .missing && $0["option"] == .missing && $0["value"] != .missing })
            }
            let scores = Set(rows.filter { $0["task"]?.text == "stated" }.compactMap { $0["score"]?.number })
            #expect(scores == [0, 1.0 / 3, 2.0 / 3, 1])
            #expect(rows.allSatisfy { $0["inclination"]?.number == $0["score"]?.number.map { $0 > 0.5 ? 1 : 0 } })
        }
    }

    @Test func `a row has its question's words, and who served it`() async throws {
        try await LongWorld.with { world in
            for row in try world.rows(.readings) {
                let question = try #require(world.questions.first { $0.id == row["question_id"]?.text })
                let variant = question.variant
                #expect(row["task"]?.text == question.task.rawValue)
                #expect(row["framing"]?.text == variant.framing && row["ordering"]?.text == variant.order)
                #expect(row["requirement"]?.text == variant.requirement)
                #expect(row["variant"]?.number == Double(variant.index) && row["replicate"]?.number == 0)
                #expect(
                    row["country"]?.text == question.scenario.country && row["topic"]?.text == question.scenario.topic)
                if let value = question.value { #expect(row["value"]?.text == value) }
                #expect(row["served_model"]?.text == "gpt-x-1" && row["finish"]?.text == "stop")
                #expect(row["tokens"]?.number == 17 && row["latency"]?.number == 0.25)
                #expect(row["replied"]?.text == "2023-11-14 22:13:20.250" && row["study"]?.text == world.study.label)
            }
        }
    }

    @Test func `an acted row holds the stated mean of its cell`() async throws {
        try await LongWorld.with { world in
            let cells = Dictionary(
                uniqueKeysWithValues: try world.rows(.cells).map { ([$0["topic"], $0["value"]], $0["stated"]) })
            let rows = try world.rows(.readings)
            for row in rows where row["task"]?.text == "acted" {
                #expect(row["stated_mean_of_cell"] == cells[[row["topic"], row["value"]]])
            }
            #expect(rows.allSatisfy { $0["task"]?.text == "acted" || $0["stated_mean_of_cell"] == .missing })
        }
    }

    @Test func `what people overruled stands beside the reading, and counts as measure counts it`() async throws {
        try await LongWorld.with { world in
            func overrule(_ question: Question, _ state: String?, _ answer: String = "") async throws {
                let seen = try world.store.overrules(runKey: world.run.key, question: question.id).last?.id
                _ = try await Overruling(world.run, question: question.id, of: world.study, in: world.store).keep(
                    .init(by: "Ana", why: "because", state: state, answer: answer, seen: seen), at: Date())
            }
            let acted = world.questions.filter { $0.task == .acted }
            let stated = try #require(world.questions.first { $0.task == .stated })
            for question in acted.prefix(5) { try await overrule(question, "answered", "2") }
            try await overrule(acted[5], "refused")
            try await overrule(acted[6], "refused")
            try await overrule(acted[6], nil)
            try await overrule(stated, "answered", "4,3,2,1,,1,2,3,4,1")
            let rows = try world.rows(.readings)
            func of(_ question: Question) -> [[String: LongField]] {
                rows.filter { $0["question_id"]?.text == question.id }
            }
            #expect(of(acted[5]).map { $0["overruled_state"] } == [.text("refused")])
            #expect(of(acted[5]).map { $0["overruled_score"] } == [.missing])
            #expect(of(acted[6]).map { $0["overruled_state"] } == [.missing])
            let thirds: [Int?] = [3, 2, 1, 0, nil, 0, 1, 2, 3, 0]
            let ratings = of(stated).map { $0["overruled_score"]?.number }
            #expect(ratings == thirds.map { $0.map { Double($0) / 3 } })
            let measured = try MeasuredRun(run: world.run, store: world.store, scoring: .overruled)
            let counted = rows.filter { $0["task"]?.text == "acted" }.compactMap { row in
                row["overruled_state"] == .missing ? row["score"]?.number : row["overruled_score"]?.number
            }
            #expect(counted.count == measured.reportInput().cells.reduce(0) { $0 + $1.actedReadings })
            let plain = try MeasuredRun(run: world.run, store: world.store, scoring: .strict)
            #expect(
                rows.count { $0["task"]?.text == "acted" && $0["score"] != .missing }
                    == plain.reportInput().cells.reduce(0) { $0 + $1.actedReadings })
        }
    }

    @Test func `the last reader's reading counts`() async throws {
        try await LongWorld.with { world in
            let question = try #require(world.questions.last)
            let reply = try #require(try world.store.reply(run: world.run.id, question: question.id))
            try world.store.add(readings: [(reply.id, ReadingRecord(readerVersion: 9, state: "answered", content: "1"))]
            )
            let row = try #require(try world.rows(.readings).first { $0["question_id"]?.text == question.id })
            #expect(
                row["reader_version"] == .integer(9)
                    && row["first"]?.text == (question.first == .agree ? "agree" : "disagree"))
            #expect(row["score"]?.number == (question.first == .agree ? 0 : 1))
        }
    }

    @Test func `a study of an earlier version has no names, never wrong ones, until its words are filled in`()
        async throws
    {
        try await LongWorld.with(hasWords: false) { world in
            let before = try world.rows(.readings)
            #expect(before.allSatisfy { $0["framing"] == .missing && $0["value_group"] == .missing })
            #expect(
                before.allSatisfy {
                    $0["task"]?.text == "acted" || ($0["value"] == .missing && $0["score"] == .missing)
                })
            #expect(try world.store.runsWithoutNames() == [world.run.id])
            try world.store.completeWords()
            #expect(try world.store.runsWithoutWords().isEmpty)
            try await LongWorld.with { other in
                let (filled, whole) = (try world.rows(.readings), try other.rows(.readings))
                #expect(filled == whole)
            }
        }
    }

    @Test func `a study that can't be read any more is not asked for again, and its rows have no names`() async throws {
        try await LongWorld.with(hasWords: false) { world in
            try world.store.keep(nil, ofRun: world.run.id)
            #expect(try world.store.runsWithoutWords().isEmpty)
            #expect(try world.store.runsWithoutNames() == [world.run.id])
            let rows = try world.rows(.readings)
            #expect(rows.contains { $0["score"] != .missing } && rows.allSatisfy { $0["value_group"] == .missing })
        }
    }

    @Test(arguments: LongTable.allCases)
    func `every column of a view has its meaning, in order`(table: LongTable) async throws {
        try await LongWorld.with { world in
            let dictionary = try #require(LongDictionary.tables.first { $0.name == table.rawValue })
            #expect(try world.store.columns(of: table) == dictionary.header)
        }
    }
}
