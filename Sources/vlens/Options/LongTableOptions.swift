import AnswerStore
import ArgumentParser
import Foundation
import Reports
import Text
import Workbench

/// Where a long table goes, and what its rows are.
struct LongTableOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write a row a reading, as .csv or .jsonl by the file's name.", valueName: "file"))
    var long: String?

    @Flag(help: "A row a cell (run, country, topic, value) with the scores that 'measure' compares.")
    var cells = false

    @Option(
        help: ArgumentHelp(
            "Where to write what the columns mean; by default beside the file, as FILE.dictionary.md.",
            valueName: "file"))
    var dictionary: String?

    func validate() throws {
        guard let long else { return }
        if LongExport.Form(path: long) == nil {
            throw ValidationError("--long '\(long)': its form is told by its name, so let it end in .csv or .jsonl")
        }
        if let dictionary, dictionary == long {
            throw ValidationError("--dictionary '\(dictionary)' is the table itself: name another file")
        }
    }

    /// Writes the table and its dictionary.
    func write(to path: String, _ runs: [RunRecord], _ store: AnswerStore) throws {
        guard let form = LongExport.Form(path: path) else { return }
        let view: LongTable = cells ? .cells : .readings
        let replies = try runs.reduce(0) { try $0 + store.counts(run: $1.id).replied }
        let written = try SlowNotice.during { notice in
            try LongExport(view, of: runs).write(to: path, as: form, from: store) { rows in
                notice.reading("rows of \(replies) replies: \(rows) written")
            }
        }
        let beside = dictionary ?? Self.dictionary(beside: path)
        let name = URL(filePath: path).lastPathComponent
        try TextOutput.replace(beside, with: LongDictionary.page(of: view.rawValue, file: name) ?? "")
        Terminal.output.line("table: \(path) (\(written.rows) rows)")
        Terminal.output.line("dictionary: \(beside)")
        for run in written.nameless {
            Terminal.error.line(
                "note: the study of run \(run) can't be read any more, so that names of values and variants are missing"
            )
        }
    }

    /// "readings.dictionary.md" for "readings.csv".
    static func dictionary(beside path: String) -> String {
        let ending = path.lowercased().hasSuffix(".csv") ? 4 : 6
        return path.dropLast(ending) + ".dictionary.md"
    }
}
