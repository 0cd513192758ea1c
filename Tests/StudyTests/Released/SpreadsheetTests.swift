import Foundation
import Study
import Testing

@Suite("Tables as spreadsheet programs write them are read, and what is no table is named")
struct SpreadsheetTests {
    private let names = ReleasedNames(
        theory: Theory(
            name: "one", source: "",
            groups: [ValueGroup(name: "g", values: [Value(name: "Freedom", gloss: "")])]),
        countries: ["Uganda"], topics: ["Religion"])

    private static let plain = """
        country,topic,value,polarity,model_choice,prompt_index
        Uganda,Religion,Freedom,positive,True,0
        Uganda,Religion,Freedom,negative,False,0

        """

    private func read(_ bytes: [UInt8]) throws -> ReleasedFile {
        let path = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: path) }
        try Data(bytes).write(to: path)
        return try ReleasedFile(path: path.path, names: names)
    }

    private func expectChoice(_ bytes: [UInt8]) throws {
        guard case .choices(let choices) = try read(bytes) else { return #expect(Bool(false), "another kind of file") }
        #expect(choices.choices.map(\.chosen) == [.agree])
        #expect(choices.summary.rows == 2)
        #expect(choices.summary.leftOut.isEmpty)
    }

    private static func utf16(_ text: String, big: Bool, marked: Bool) -> [UInt8] {
        ((marked ? "\u{FEFF}" : "") + text).utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
            return big ? bytes : bytes.reversed()
        }
    }

    static let texts: [String] = [
        plain, plain.replacing(",", with: ";"), plain.replacing(",", with: "\t"), plain.replacing(",", with: "|"),
        "sep=;\r\n" + plain.replacing(",", with: ";").replacing("\n", with: "\r\n"),
        "\"sep=;\"\n" + plain.replacing(",", with: ";"), "SEP=,\n" + plain,
        "sep=\t\n" + plain.replacing(",", with: "\t"),
        "sep=^\n" + plain.replacing(",", with: "^"), "sep=;;;;;;\n" + plain.replacing(",", with: ";"),
        plain.uppercased().replacing("UGANDA", with: "Uganda"),
        plain.replacing("model_choice", with: "Model Choice").replacing("prompt_index", with: " Prompt-Index "),
        "\u{FEFF}" + plain, plain.replacing("\n", with: "\r"), plain.replacing("\n", with: "\r\n"),
        plain.replacing("\n", with: ",,,\n"), plain + ",,,,,\n;\n,,,,,\n".replacing(";\n", with: "\n"),
        plain.replacing("index\n", with: "index,,\n").replacing(",0\n", with: ",0,,\n"),
        plain.replacing(",0\n", with: ",0,\n"), plain.replacing("index\n", with: "index,,\n"),
        plain.replacing(",", with: "\",\"").replacing("\n", with: "\"\n\"").dropLast(2).prefixed("\""),
        plain.replacing(",0\n", with: ",0.0\n"), plain.replacing(",", with: ";").replacing(";0\n", with: ";0,0\n"),
    ]

    @Test(arguments: texts)
    func `whatever separates fields, ends lines, heads or fills columns`(text: String) throws {
        try expectChoice(Array(text.utf8))
        for (big, marked) in [(false, true), (true, true), (false, false), (true, false)] {
            guard !text.hasPrefix("\u{FEFF}") else { continue }
            try expectChoice(Self.utf16(text, big: big, marked: marked))
        }
    }

    static let booleans = [
        ("WAHR", "FALSCH"), ("VRAI", "FAUX"), ("VERDADERO", "FALSO"), ("VERDADEIRO", "FALSO"), ("VERO", "FALSO"),
        ("WAAR", "ONWAAR"), ("SANT", "FALSKT"), ("PRAWDA", "FAŁSZ"), ("PRAVDA", "NEPRAVDA"), ("ИСТИНА", "ЛОЖЬ"),
        ("DOĞRU", "YANLIŞ"), ("真", "假"), ("1", "0"), ("1.0", "0.0"), ("TRUE", "FALSE"), ("true", "false"),
        (" True ", "False "),
        ("yes", "no"), ("सत्य", "असत्य"), ("صحيح", "خطأ"),
    ]

    @Test(arguments: booleans)
    func `in whatever language true and false are written`(isTrue: String, isFalse: String) throws {
        try expectChoice(Array(Self.plain.replacing("True", with: isTrue).replacing("False", with: isFalse).utf8))
    }

    @Test
    func `UTF-16 in pieces is put together, letters of two units too`() throws {
        let long = String(repeating: "😀é", count: 400_000)
        let text = "country;topic;response;prompt_index\nUganda;Religion;\(long);0\n"
        guard case .ratings(let ratings) = try read(Self.utf16(text, big: false, marked: true)) else {
            return #expect(Bool(false), "another kind of file")
        }
        #expect(ratings.replies.map(\.text) == [long])
    }

    static let foreign: [([UInt8], String)] = [
        (Array("PK\u{3}\u{4}\u{14}\0\0\0a.csv".utf8), "a ZIP archive: unpack it first."),
        (
            Array("PK\u{3}\u{4}\u{14}\0[Content_Types].xml xl/workbook.xml".utf8),
            "an Excel workbook: open it in a spreadsheet program and save it as CSV in UTF-8."
        ),
        (
            Array("PK\u{3}\u{4}\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
            "an OpenDocument spreadsheet: open it in a spreadsheet program and save it as CSV in UTF-8."
        ),
        ([0x1F, 0x8B, 8, 0, 0], "compressed with gzip: unpack it first, with: gunzip."),
        ([0x28, 0xB5, 0x2F, 0xFD, 0], "compressed with Zstandard: unpack it first, with: unzstd."),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0],
            "an old Excel workbook: open it in a spreadsheet program and save it as CSV in UTF-8."
        ),
        (
            Array("PAR1\u{15}".utf8),
            "a Parquet file: save it as CSV, such as with pandas: read_parquet(…).to_csv(…, index=False)."
        ),
        (Array("%PDF-1.7\n".utf8), "a PDF document: give the table itself, as CSV."),
        (
            Array("SQLite format 3\0".utf8),
            "an SQLite database: name a store with --store, or save the table as CSV."
        ),
        (
            Array("[{\"country\": \"Uganda\"}]".utf8),
            "JSON: give a CSV file; actions in JSON, one object a line, are for --actions."
        ),
        (
            Array(" {\n \"country\": 1}".utf8),
            "JSON: give a CSV file; actions in JSON, one object a line, are for --actions."
        ),
        (Array("\n<!DOCTYPE html><html>".utf8), "a web page: download the file itself."),
        (
            Array("version https://git-lfs.github.com/spec/v1\noid sha256:1\n".utf8),
            "a pointer of Git LFS: fetch the file itself with: git lfs pull."
        ),
        ([0xFF, 0xFE, 0, 0, 0x63, 0, 0, 0], "text in UTF-32: save it in UTF-8."),
    ]

    @Test(arguments: foreign)
    func `a file that is no table is named, with what to do`(bytes: [UInt8], says: String) {
        let error = #expect(throws: ReleasedFileError.self) { try read(bytes) }
        #expect(error?.description.hasSuffix("' is " + says) == true, "\(error?.description ?? "")")
    }

    @Test
    func `a byte that is no UTF-8 is named with its line, inside quotes too`() {
        for (text, line) in [
            (Self.plain.replacing("Uganda,Religion,Freedom,neg", with: "C#te,Religion,Freedom,neg"), 3),
            (Self.plain.replacing("0\nUganda", with: "0\n\"Uganda\nthe\n#\""), 5),
        ] {
            let bytes = text.utf8.map { $0 == UInt8(ascii: "#") ? 0xF4 : $0 }
            let error = #expect(throws: ReleasedFileError.self) { try read(bytes) }
            #expect(
                error?.description.hasSuffix(
                    "line \(line), holds the byte 0xF4, which is no UTF-8 (as programs write that save in Windows-1252 or "
                        + "Latin-1); save it as CSV in UTF-8.") == true, "\(error?.description ?? "")")
        }
    }

    @Test
    func `names and texts of a file stay on the line of its message, and steer nothing`() {
        let error = #expect(throws: ReleasedFileError.self) {
            try read(Array("coun\u{1B}[2Jtry,\"to\npic\u{202E}\"\n1,2\n".utf8))
        }
        let text = error?.description ?? ""
        #expect(text.contains("'coun␛[2Jtry', 'to pic\u{FFFD}'"))
        #expect(!text.contains("\n"))
    }
}

extension StringProtocol {
    fileprivate func prefixed(_ start: String) -> String { start + self }
}
