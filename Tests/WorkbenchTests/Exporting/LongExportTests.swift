import AnswerStore
import Foundation
import Study
import Testing
import Text
import Workbench

/// The long table in a file.
struct LongExportTests {
    @Test func `a CSV holds the rows of the view, whatever names hold`() async throws {
        try await LongWorld.with { question in
            var reply = LongWorld.reply(question)
            reply.model = question.task == .acted ? "=cmd(\"a\"),b" : "plain"
            return reply
        } _: { world in
            let file = world.path + ".csv"
            let written = try LongExport(.readings, of: [world.run]).write(to: file, as: .csv, from: world.store)
            var reader = try CSVReader(path: file)
            let columns = try world.store.columns(of: .readings)
            #expect(reader.header == columns)
            var rows: [[String]] = []
            while let row = try reader.next() { rows.append(row.fields) }
            let expected = try world.rows(.readings)
            #expect(rows.count == expected.count && written.rows == rows.count && written.nameless.isEmpty)
            for (row, fields) in zip(rows, expected) {
                for (column, text) in zip(columns, row) where column != "served_model" {
                    switch fields[column] {
                    case .missing, nil: #expect(text.isEmpty)
                    case .integer(let number): #expect(Int64(text) == number)
                    case .number(let number): #expect(Double(text) == number)
                    case .text(let name): #expect(text == name)
                    }
                }
            }
            let models = Set(rows.map { $0[columns.firstIndex(of: "served_model") ?? 0] })
            #expect(models == ["'=cmd(\"a\"),b", "plain"])
        }
    }

    @Test func `a line of JSON holds each field as it is, and a second export is the same to the last byte`()
        async throws
    {
        try await LongWorld.with { world in
            let file = world.path + ".jsonl"
            let export = LongExport(.cells, of: [world.run])
            _ = try export.write(to: file, as: .jsonLines, from: world.store)
            let first = try Data(contentsOf: URL(filePath: file))
            _ = try export.write(to: file, as: .jsonLines, from: world.store)
            #expect(try Data(contentsOf: URL(filePath: file)) == first)
            let lines = String(decoding: first, as: UTF8.self).split(separator: "\n")
            let rows = try world.rows(.cells)
            #expect(lines.count == rows.count)
            for (line, row) in zip(lines, rows) {
                let object = try #require(JSONReader.read(Array(line.utf8), manner: .strict))
                #expect(object["value"]?.string == row["value"]?.text && object["run"]?.double == 1)
                #expect(object["stated"]?.double == row["stated"]?.number)
            }
        }
    }

    @Test func `a form is told by the file's name`() {
        #expect(LongExport.Form(path: "a.csv") == .csv && LongExport.Form(path: "A.CSV") == .csv)
        #expect(LongExport.Form(path: "a.jsonl") == .jsonLines)
        #expect(LongExport.Form(path: "a.parquet") == nil && LongExport.Form(path: "csv") == nil)
    }

    @Test func `what can't be written leaves nothing, and a store is never written over`() async throws {
        try await LongWorld.with { world in
            let export = LongExport(.readings, of: [world.run])
            let before = try FileManager.default.contentsOfDirectory(
                atPath: URL(filePath: world.path).deletingLastPathComponent().path)
            for path in [world.path, world.path + "/x.csv", "/no/such/folder/x.csv"] {
                #expect(throws: FileFailure.self) { try export.write(to: path, as: .csv, from: world.store) }
            }
            let after = try FileManager.default.contentsOfDirectory(
                atPath: URL(filePath: world.path).deletingLastPathComponent().path)
            #expect(Set(after) == Set(before))
        }
    }
}
