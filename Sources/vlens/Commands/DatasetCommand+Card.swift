import AnswerStore
import ArgumentParser
import Foundation
import Study
import Text
import Workbench

extension DatasetCommand {
    struct Card: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a folder to publish: the actions, a card for people, a Croissant file for programs.",
            discussion: """
                What the store knows goes into both: how the generators were asked, and with --project how the actions were \
                judged. The same record gives the same files.

                Example: vlens dataset card actions.jsonl --out published --license CC-BY-4.0 --creator 'Our Lab'
                """)

        @Argument(help: "A dataset: one JSON object a line, or a table as released.")
        var file: String

        @Option(help: ArgumentHelp("The folder that is written.", valueName: "folder"))
        var out: String

        @Option(help: ArgumentHelp("The dataset's name; by default that of the file.", valueName: "name"))
        var name: String?

        @Option(help: ArgumentHelp("What it is, in a sentence or two.", valueName: "text"))
        var summary: String?

        @Option(help: ArgumentHelp("The dataset's version, as three numbers.", valueName: "version"))
        var datasetVersion = "1.0.0"

        @Option(help: ArgumentHelp("Its license: an SPDX identifier or an address.", valueName: "license"))
        var license: String?

        @Option(help: ArgumentHelp("Who made it; may be given several times.", valueName: "name"))
        var creator: [String] = []

        @Option(help: ArgumentHelp("Where it is to be found.", valueName: "address"))
        var url: String?

        @Option(help: ArgumentHelp("When it is published: year-month-day.", valueName: "date"))
        var date: String?

        @Option(help: ArgumentHelp("How to cite it.", valueName: "text"))
        var cite: String?

        @Option(help: ArgumentHelp("Compare it with the names and values of this study.", valueName: "study"))
        var study: String?

        @Option(help: ArgumentHelp("The project in which the actions were judged.", valueName: "project"))
        var project: String?

        @OptionGroup var store: StoreOption

        func run() async throws {
            try await reporting {
                let study = try study.map { try LoadedStudy(named: $0).definition }
                let check = DatasetCheck(try ActionDataset.read(path: file), study: study)
                let record = try DatasetRecordFinder(check.dataset, project: project) { try store.existing() }
                let description = DatasetDescription(
                    name: name ?? URL(filePath: file).deletingPathExtension().lastPathComponent, summary: summary,
                    version: datasetVersion, license: license, creators: creator, url: url, published: date,
                    citation: cite)
                let card = try DatasetCard(
                    check, description, generations: record.generations, judging: record.judging)
                try card.write(to: out)
                for note in card.lacking + record.lacking {
                    Terminal.error.line(Terminal.error.wrapped("note: \(note)"))
                }
                Terminal.output.line(
                    "\(Plain.line(out)): \(card.files.map(\.name).joined(separator: ", ")) "
                        + "(\(check.dataset.rows.count) actions)")
            }
        }
    }
}
