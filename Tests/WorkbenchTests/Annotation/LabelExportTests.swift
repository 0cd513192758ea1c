import AnswerStore
import Foundation
import Study
import Testing
import Text
import Workbench

/// Labels written into files, and read back.
struct LabelExportTests {
    /// Judgements of every kind: spans about an emoji, notes that spreadsheets would take for formulas, changed minds, what was taken back,
    /// a model, a consent, a later codebook.
    private func fill(_ world: inout LeadWorld) async throws {
        let text = world.items[0].line.action.text
        let fire = try #require(SpanFinder.find("👨🏻‍🚒 tools", in: text)?.span)
        try await world.judge(
            0, LeadWorld.all("yes"), by: "anna", seconds: 12.25, note: "=HYPERLINK(\"x\")", spans: [fire])
        try await world.judge(0, ["correctness": "no"], by: "anna", note: "'=\u{202E}\u{1B}[31mtwo\r\nlines", after: 1)
        try await world.judge(
            0, LeadWorld.all("no"), by: "ben", way: .form, skip: "ناگفته‌نماند", accepted: true, after: 2)
        try await world.judge(1, ["correctness": "yes"], by: "ben", after: 3)
        try await world.judge(1, ["correctness": ""], by: "ben", after: 4)
        try await world.judge(
            1, ["correctness": "no"], by: "zoe", role: .adjudicator, note: "", source: "slip", after: 5)
        let anna = try world.project.participant(named: "anna", at: LeadWorld.now)
        for country in ["Philippines", "United States"] {
            try world.project.keep(
                Consent(isGiven: true, country: country, languages: "Tagalog, English", years: 7), of: anna,
                at: LeadWorld.now)
        }
        _ = try world.store.add([
            LabelRecord(
                item: .action(world.items[1].line),
                judge: JudgeRecord(kind: "model", name: "m/x", details: #"{"t":0}"#),
                criterion: "via@1/correctness", content: #"{"answer": "yes", "way": "model", "later_field": [1, 2]}"#,
                labelled: LeadWorld.now),
            LabelRecord(
                item: ItemRecord(kind: "reading", dimensions: [("run", "k")]),
                judge: JudgeRecord(kind: "person", name: "Ana"), criterion: "reading", content: "x",
                labelled: LeadWorld.now),
        ])
        var book = Codebook.via
        book.version = 2
        book.criteria[3] = Criterion(
            id: "sense", name: "Sense", question: "?", definition: "", about: .explanation, formerly: ["plausibility"])
        book.criteria.remove(at: 1)
        world.project = try world.project.adopt(book, at: LeadWorld.now.addingTimeInterval(1e5)).project
    }

    @Test(arguments: LabelExport.Choice.allCases)
    func `what is in a file and what was left out are together all labels of the store`(
        _ choice: LabelExport.Choice
    ) async throws {
        try await LeadWorld.with(items: 3) { world in
            try await fill(&world)
            let export = try LabelExport(world.project, choice)
            let all = try world.store.labelCount()
            #expect(export.counts.all == all)
            #expect(export.counts.leftOut["not_of_project"] == 1)
            let lines = try export.jsonLines().split(separator: "\n").filter { $0.hasPrefix(#"{"label": "#) }
            #expect(lines.count == export.counts.written)
            let table = export.table()
            #expect(table.counts.all == all)
            var reader = try CSVReader(Array(table.text.utf8))
            var rows = 0
            while try reader.next() != nil { rows += 1 }
            #expect(rows == table.counts.written)
            if choice == .standing {
                let standing = try world.standing.entries.count
                #expect(export.counts.judgements == standing)
                #expect(export.counts.leftOut["other_codebook"] == 2)
                #expect(export.counts.leftOut["replaced"] == 4)
                #expect(export.counts.leftOut["taken_back"] == 1)
            } else {
                #expect(Set(export.counts.leftOut.keys) == ["not_of_project"])
            }
        }
    }

    @Test(arguments: LabelExport.Choice.allCases)
    func `an archive read into another store and written again is the same, byte by byte`(
        _ choice: LabelExport.Choice
    ) async throws {
        try await LeadWorld.with(items: 3, gold: [2: ["correctness": "yes"]]) { world in
            try await fill(&world)
            let text = try LabelExport(world.project, choice).jsonLines()
            #expect(!text.contains(world.project.record.secret), "links are not given away")
            try await LeadWorld.empty { store in
                let first = try await OfflineImport.read(Array(text.utf8), name: "f", into: store, at: Date())
                let count = try store.labelCount()
                #expect((first.added, first.known, first.items, first.people) == (count, 0, 3, 3))
                #expect(first.contradicted.isEmpty)
                let second = try await OfflineImport.read(Array(text.utf8), name: "f", into: store, at: Date())
                #expect((second.added, second.known, second.items, second.people) == (0, count, 0, 0))
                #expect(try store.labelCount() == count, "reading it twice doubles nothing")
                let project = try #require(try AnnotationProject(named: "p", in: store))
                #expect(try LabelExport(project, choice).jsonLines() == text)
                #expect(try project.definitions().count == 2)
                let (stands, stood) = (try StandingJudgements(project).entries.count, try world.standing.entries.count)
                #expect(stands == stood)
                let final = FinalLabels(
                    try StandingJudgements(project), items: try project.items(), codebook: project.codebook)
                let before = try world.final.labels.map(\.answer)
                #expect(final.labels.map(\.answer) == before)
            }
        }
    }

    @Test(arguments: LabelExport.Choice.allCases)
    func `a table read into a store that has the project's items gives the same table again`(
        _ choice: LabelExport.Choice
    ) async throws {
        try await LeadWorld.with(items: 3) { world in
            try await fill(&world)
            let text = try LabelExport(world.project, choice).table().text
            let definition = world.project.definition
            try await LeadWorld.empty { store in
                let project = try AnnotationProject.begin(
                    named: "p", definition, items: (0..<3).map { LeadWorld.record($0) }, in: store, at: Date())
                _ = try await OfflineImport.read(Array(text.utf8), name: "f", into: store, at: Date())
                #expect(try LabelExport(project, choice).table().text == text)
                let again = try await OfflineImport.read(Array(text.utf8), name: "f", into: store, at: Date())
                #expect(again.added == 0)
                let notes = try StandingJudgements(project).entries.compactMap(\.judgement.note)
                #expect(notes.contains("'=\u{202E}\u{1B}[31mtwo\r\nlines"))
            }
        }
    }

    @Test func `the table holds nothing that a spreadsheet would run or a terminal obey`() async throws {
        try await LeadWorld.with(items: 1) { world in
            try await world.judge(0, ["correctness": "yes"], by: "=anna", note: "@sum\u{1B}[2J", skip: "+1")
            let text = try LabelExport(world.project, .trail).table().text
            #expect(!text.unicodeScalars.contains("\u{1B}"))
            var reader = try CSVReader(Array(text.utf8))
            while let row = try reader.next() {
                #expect(!row.fields.contains { $0.first.map { "=+-@".contains($0) } ?? false })
            }
        }
    }

    @Test func `what was said meanwhile is listed and stays, unless it is to be replaced`() async throws {
        try await LeadWorld.with(items: 2) { world in
            try await world.judge(0, ["correctness": "yes"], by: "anna")
            let text = Array(try LabelExport(world.project, .trail).jsonLines().utf8)
            try await LeadWorld.with(items: 2) { other in
                try await other.judge(0, ["correctness": "no"], by: "anna", after: 1)
                let found = try await OfflineImport.read(text, name: "f", into: other.store, at: Date())
                #expect((found.added, found.contradicted.count) == (0, 1))
                #expect(found.contradicted.first?.given == "Yes")
                #expect(try other.final.labels.map(\.answer) == ["no"])
                let replaced = try await OfflineImport.read(
                    text, name: "f", into: other.store, replaces: true, at: Date())
                #expect(replaced.added == 1)
                #expect(try other.final.labels.map(\.answer) == ["yes"])
                let again = try await OfflineImport.read(
                    text, name: "f", into: other.store, replaces: true, at: Date())
                #expect((again.added, again.known) == (0, 1))
            }
        }
    }

    @Test func `an item whose words are not those of its hash is refused, and nothing of the file is taken`()
        async throws
    {
        try await LeadWorld.with(items: 1) { world in
            try await world.judge(0, ["correctness": "yes"], by: "anna")
            let text = try LabelExport(world.project, .standing).jsonLines().replacing("neighbour", with: "stranger")
            try await LeadWorld.empty { store in
                await #expect(
                    throws: OfflineProblem.badLine(file: "f", line: 2, what: "the item is not what its hash says")
                ) {
                    _ = try await OfflineImport.read(Array(text.utf8), name: "f", into: store, at: Date())
                }
                let projects = try store.projects()
                #expect(projects.isEmpty)
            }
        }
    }

    @Test func `a definition that can't be read is refused, since it could never be taken out again`() async throws {
        try await LeadWorld.with(items: 1) { world in
            var book = Codebook.via
            (book.version, book.guideline) = (2, "other")
            let project = try world.project.adopt(book, at: LeadWorld.now).project
            let text = try LabelExport(project, .standing).jsonLines()
            let broken = text.replacing(##""content": "{\"countries\""##, with: ##""content": "{\"x"##)
            try #require(broken != text)
            try await LeadWorld.empty { store in
                let problem = await #expect(throws: OfflineProblem.self) {
                    _ = try await OfflineImport.read(Array(broken.utf8), name: "f", into: store, at: Date())
                }
                #expect(problem?.description == "'f', line 3: the definition can't be read")
                let count = try store.labelCount()
                #expect(count == 0)
            }
        }
    }
}
