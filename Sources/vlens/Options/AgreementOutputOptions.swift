import ArgumentParser
import Foundation
import Reports
import Text

/// Files that agreement is written to.
struct AgreementOutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write the matrix that agreement was computed from (item, criterion, annotator, answer) as CSV.",
            valueName: "file"))
    var matrix: String?

    @Option(
        help: ArgumentHelp(
            "Write the label of every action, with its probability by the model of Dawid and Skene, as CSV.",
            valueName: "file"))
    var labels: String?

    @Option(help: ArgumentHelp("Write every table (CSV, LaTeX) and the JSON into this folder.", valueName: "folder"))
    var tables: String?

    func write(_ input: AgreementInput) throws {
        if let matrix { try TextOutput.replace(matrix, with: input.matrixTable.text) }
        if let labels { try TextOutput.replace(labels, with: input.labelsTable.text) }
        guard let tables else { return }
        let folder = URL(filePath: tables)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw FileFailure(.writing, tables, error)
        }
        for file in input.files { try TextOutput.replace(folder.appending(path: file.name).path, with: file.text) }
    }
}
