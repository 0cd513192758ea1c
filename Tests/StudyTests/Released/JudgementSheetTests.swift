import Foundation
import Study
import TestSupport
import Testing

@Suite("Sheets of judged actions, as people left them")
struct JudgementSheetTests {
    private func sheet(_ rows: [String]) throws -> ReleasedJudgements {
        let file = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try rows.joined(separator: "\r\n").write(to: file, atomically: true, encoding: .utf8)
        return try ReleasedJudgements(path: file.path)
    }

    private static let header =
        "No.,country,topic,value,polarity,"
        + (0..<8).map { "generation_prompt_id_\($0),ACT,ATTR,EXP" }.joined(separator: ",")

    private static func row(_ cell: String, _ judged: String) -> String {
        "0,\(cell)," + (0..<8).map { "reply \($0),\(judged)" }.joined(separator: ",")
    }

    @Test
    func `All three columns of every prompt are read, empty ones as no judgement`() throws {
        let found = try sheet([Self.header, Self.row("Egypt,Work,Humble,positive", "1,0.0,")])
        #expect(found.rows.count == 1 && found.rows[0].judged.count == 8)
        for judged in found.rows[0].judged {
            #expect(judged.labels == [.action: 1, .attributions: 0] && judged.label == 1)
        }
    }

    @Test
    func `Instructions above the header, sums and empty rows behind it are no judgements, and are counted`() throws {
        let commas = String(repeating: ",", count: 36)
        let found = try sheet([
            "\"Annotation Requirements:\nACT\"" + commas, Self.header, Self.row("Egypt,Work,Humble,positive", "1,,"),
            commas, ",,,,,,0.4375" + String(repeating: ",", count: 30),
            ",,,,,,#DIV/0!" + String(repeating: ",", count: 30),
        ])
        #expect(found.rows.count == 1 && found.sumRows == 2 && found.emptyRows == 1)
    }

    @Test
    func `A sheet with ACT alone has nothing else`() throws {
        let header =
            "No.,country,topic,value,polarity,"
            + (0..<8).map { "generation_prompt_id_\($0),ACT" }.joined(separator: ",")
        let row = "0,Egypt,Work,Humble,positive," + (0..<8).map { "reply \($0),0" }.joined(separator: ",")
        #expect(try sheet([header, row]).rows[0].judged.allSatisfy { $0.labels == [.action: 0] })
    }

    @Test
    func `A judgement that is neither is refused by the name of its column`() throws {
        let error = #expect(throws: ReleasedFileError.self) {
            try sheet([Self.header, Self.row("Egypt,Work,Humble,positive", "1,maybe,")])
        }
        #expect(
            error?.description.hasSuffix("line 2: the ATTR 'maybe' is neither '1' or 'True' nor '0' or 'False'.")
                == true)
    }
}
