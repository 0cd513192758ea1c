import AnswerStore
import ArgumentParser
import Foundation
import Reports
import Text
import Workbench

/// Stored runs as files that other programs read.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write stored runs as a long table for pandas, R and DuckDB, or as files of shared schemas.",
        discussion: """
            --long writes a row a reading, or with --cells a row a cell, with what its columns mean beside it; the views \
            reading_long and cell_long of the store have the same rows. --every-eval-ever writes the files of that schema, \
            --hub-yaml prints what a model's page on the Hub shows. Exit code 3 means that something could not be told in the \
            schema; standard error says what.

            Examples:
              vlens export --long readings.csv
              vlens export --long cells.jsonl --cells --run 1 --run 2
              vlens export --every-eval-ever published --organization 'Our Lab'
              vlens export --hub-yaml our-lab/pilot > pilot.yaml
            """)

    @Option(
        help: ArgumentHelp(
            "The run: its number, or its respondent's name; several may be named. By default all for --long, the last one else.",
            valueName: "run"))
    var run: [String] = []

    @OptionGroup var store: StoreOption
    @OptionGroup(title: "A long table") var table: LongTableOptions
    @OptionGroup(title: "Shared schemas") var publishing: PublishOptions
    @OptionGroup(title: "Intervals of published figures") var intervals: IntervalOptions

    func validate() throws {
        let wanted = [
            table.long.map { _ in "--long" }, publishing.everyEvalEver.map { _ in "--every-eval-ever" },
            publishing.hubYAML.map { _ in "--hub-yaml" },
        ].compactMap(\.self)
        if wanted.isEmpty {
            throw ValidationError("nothing to export: give --long FILE, --every-eval-ever DIR or --hub-yaml DATASET")
        }
        if wanted.count > 1 {
            throw ValidationError("\(wanted.joined(separator: " and ")) exclude one another: give one command for each")
        }
        if table.long == nil, table.cells || table.dictionary != nil {
            throw ValidationError("\(table.cells ? "--cells" : "--dictionary") belongs to --long FILE")
        }
    }

    func run() async throws {
        try await reporting {
            let store = try self.store.open(.readOnly)
            if let path = table.long { return try table.write(to: path, runs(store, all: true), store) }
            if let folder = publishing.everyEvalEver {
                return try await publishing.write(to: folder, runs(store), store, intervals.plan)
            }
            try await publishing.printYAML(runs(store), store, intervals.plan)
        }
    }

    /// The runs that were named, each once.
    private func runs(_ store: AnswerStore, all: Bool = false) throws -> [RunRecord] {
        if run.isEmpty, all {
            let runs = try store.runs()
            return runs.isEmpty ? [try store.run(named: nil)] : runs
        }
        var seen: Set<Int64> = []
        return try (run.isEmpty ? [nil] : run.map(Optional.some)).map { try store.run(named: $0) }
            .filter { seen.insert($0.id).inserted }
    }
}
