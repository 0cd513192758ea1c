import AnswerStore
import Foundation
import Study
import Testing
import Text
import Workbench

/// Codes that are given without a connection, and what is written of them.
struct CodingOfflineTests {
    private func batch(_ world: LeadWorld) async throws -> BatchSheet {
        _ = try world.project.participant(named: "anna", at: LeadWorld.now)
        return try await BatchSheet(
            world.project, for: "anna", country: "Philippines", most: 3, from: LeadWorld.now,
            until: LeadWorld.now.addingTimeInterval(86_400))
    }

    private func filled(_ table: String, _ answer: (_ row: Int, _ column: String) -> String?) throws -> [UInt8] {
        var reader = try CSVReader(Array(table.utf8))
        let header = reader.header
        var (writer, number) = (CSVWriter(header: header), 0)
        while let row = try reader.next() {
            writer.write(zip(header, row.fields).map { answer(number, $0) ?? $1 })
            number += 1
        }
        return Array(writer.text.utf8)
    }

    private func read(_ bytes: [UInt8], _ world: LeadWorld) async throws -> OfflineImport {
        try await OfflineImport.read(
            bytes, name: "batch.csv", into: world.store, replaces: false, at: LeadWorld.now.addingTimeInterval(7200))
    }

    @Test(arguments: [Codebook.Coding.Mode.fixed, .extensible])
    func `a batch has a column a code and the gap, and never says whose it is`(_ mode: Codebook.Coding.Mode)
        async throws
    {
        try await LeadWorld.with(settings: CodingTests.settings(mode), areGaps: true) { world in
            let sheet = try await batch(world)
            let header = try CSVReader(Array(sheet.table.utf8)).header
            let codes = world.project.codebook.criteria.map(\.id)
            #expect(
                header == [
                    "project", "annotator", "item", "codebook", "country", "topic", "value", "meaning", "says",
                    "chooses",
                    "action", "marked", "explanation", "other_action", "reason",
                ] + codes + ["note", "skip"] + (mode == .extensible ? ["proposal"] : []) + ["instructions"])
            for text in [sheet.table, sheet.jsonLines] {
                for hidden in [LeadWorld.respondent, "secret-9b", "run-0", "run-1", "a/b"] {
                    #expect(!text.contains(hidden))
                }
                #expect(text.contains("it disagrees with the value (0.88; 0 is full agreement, 1 full disagreement)"))
                #expect(text.contains("I keep my tools."))
                #expect(text.contains("Sharing, "))
                for code in world.project.codebook.criteria { #expect(text.contains(code.definition)) }
            }
        }
    }

    @Test func `comes back with what was filled in; an empty field is not said`() async throws {
        try await LeadWorld.with(settings: CodingTests.settings(.extensible), areGaps: true) { world in
            let sheet = try await batch(world)
            let codes = Set(world.project.codebook.criteria.map(\.id))
            let bytes = try filled(sheet.table) { row, column in
                switch (row, column) {
                case (0, "discrimination"): "Yes"
                case (0, "proposal"): "Neglect: left without care: alone"
                case (0, _) where codes.contains(column): "no"
                case (1, "overconfidence"): "Applies"
                default: nil
                }
            }
            let result = try await read(bytes, world)
            #expect(result.added == 12 && result.empty == 1)
            #expect(try await read(bytes, world).known == 12)
            let standing = try world.standing
            let first = standing.entries.filter { $0.item.id == sheet.items[0].id }
            #expect(first.filter { $0.judgement.answer == "yes" }.map(\.criterion) == ["discrimination"])
            #expect(first.count { $0.judgement.answer == "no" } == 9)
            let note = try #require(first.first { $0.criterion == "proposal" }?.judgement.note)
            #expect(CodeProposal(note: note) == .init(name: "Neglect", definition: "left without care: alone"))
            #expect(standing.entries.count { $0.item.id == sheet.items[1].id } == 1)
        }
    }

    @Test func `a proposal to a fixed codebook, and what is no answer, are refused with the line`() async throws {
        try await LeadWorld.with(settings: CodingTests.settings(), areGaps: true) { world in
            let sheet = try await batch(world)
            let wrong = try filled(sheet.table) { $0 == 1 && $1 == "polarization" ? "perhaps" : nil }
            let problem = await #expect(throws: OfflineProblem.self) { _ = try await read(wrong, world) }
            #expect(
                problem?.description.contains(
                    "'perhaps' is no answer to 'polarization'; it takes 'yes', 'no', or nothing") == true)
            var lines = sheet.jsonLines.split(separator: "\n").map(String.init)
            lines[1] = lines[1].dropLast() + ", \"proposal\": \"Neglect: x\"}"
            let fixed = await #expect(throws: OfflineProblem.self) {
                _ = try await read(Array(lines.joined(separator: "\n").utf8), world)
            }
            #expect(
                fixed?.description
                    == "'batch.csv', line 2: the codebook is fixed and takes no proposal: write 'Neglect: x' into the note"
            )
            let standing = try world.standing
            #expect(standing.entries.isEmpty)
        }
    }

    @Test func `labels of gaps go from one store to another and are the same`() async throws {
        try await LeadWorld.with(settings: CodingTests.settings(.extensible), areGaps: true) { world in
            let bytes = try filled(try await batch(world).table) { row, column in
                column == "discrimination"
                    ? (row == 0 ? "yes" : "no") : column == "proposal" && row == 2 ? "Waste" : nil
            }
            _ = try await read(bytes, world)
            let archive = try LabelExport(world.project, .trail).jsonLines()
            let table = try LabelExport(world.project, .standing).table().text
            let header = try CSVReader(Array(table.utf8)).header
            #expect(header.suffix(5) == ["respondent", "run", "stated", "acted", "other_action"])
            #expect(table.contains(LeadWorld.respondent) && table.contains(",gap,"))
            try await LeadWorld.empty { store in
                _ = try await OfflineImport.read(
                    Array(archive.utf8), name: "labels.jsonl", into: store, replaces: false, at: LeadWorld.now)
                let copy = try #require(try AnnotationProject(named: "p", in: store))
                #expect(copy.codebook == world.project.codebook)
                #expect(try copy.items().map(\.gap) == world.project.items().map(\.gap))
                #expect(try LabelExport(copy, .trail).jsonLines() == archive)
                #expect(try LabelExport(copy, .standing).table().text == table)
            }
        }
    }
}
