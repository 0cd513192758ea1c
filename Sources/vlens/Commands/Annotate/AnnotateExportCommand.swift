import AnswerStore
import ArgumentParser
import Foundation
import Text
import Workbench

/// Items for somebody who judges without a connection.
struct AnnotateExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write items into a file that somebody fills in without a connection.",
        discussion: """
            The file holds the instructions, every text of each item, and an empty field for each criterion. Its items are held for \
            that person, so that nobody else is given them, until the days are over. 'vlens annotate import' reads it back; asked for \
            again, the same items come first.

            Examples:
              vlens annotate export --project first --for anna anna.csv
              vlens annotate export --project first --for anna --count 20 --days 14 anna.jsonl
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var project: ProjectOption

    @Option(name: .customLong("for"), help: ArgumentHelp("Who judges: the name on their link.", valueName: "name"))
    var person: String

    @Option(help: ArgumentHelp("How many items at most.", valueName: "items"))
    var count = 50

    @Option(help: ArgumentHelp("For how many days they are held.", valueName: "days"))
    var days = 7

    @Option(
        help: ArgumentHelp("The country that they know, where they have not said so on their page.", valueName: "name"))
    var country: String?

    @Argument(help: "The file, .csv or .jsonl.")
    var file: String

    func validate() throws {
        _ = try SheetKind(of: file)
        guard (1...100_000).contains(count) else { throw ValidationError("--count \(count) is none: give 1 to 100000") }
        guard (1...365).contains(days) else { throw ValidationError("--days \(days) is none: give 1 to 365") }
    }

    func run() async throws {
        try await reporting {
            let store = try self.store.openExisting()
            let now = Date()
            let sheet = try await BatchSheet(
                project.find(in: store), for: person, country: country, most: count, from: now,
                until: now.addingTimeInterval(Double(days) * 86_400))
            guard !sheet.items.isEmpty else {
                return Terminal.error.line(
                    "There is nothing for \(Plain.line(person)) to judge now; no file was written.")
            }
            let text = try SheetKind(of: file) == .table ? sheet.table : sheet.jsonLines
            try TextOutput.replace(file, with: text)
            Terminal.output.line(
                "\(Plain.line(file)): \(sheet.items.count) item\(sheet.items.count == 1 ? "" : "s") for \(Plain.line(person)), held for \(days) day\(days == 1 ? "" : "s")"
            )
        }
    }
}

extension BatchSheet.Problem: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .unknownPerson(let name, let known):
            "nobody named '\(Plain.line(name))' judges the project; it has "
                + (known.isEmpty ? "nobody" : known.map { "'\(Plain.line($0))'" }.joined(separator: ", "))
        case .noCountry(let name, let countries):
            "items are given out by country, and '\(Plain.line(name))' has not said which one they know: say --country, one of "
                + countries.map { "'\(Plain.line($0))'" }.joined(separator: ", ")
        }
    }
}
