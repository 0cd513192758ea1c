import AnswerStore
import ArgumentParser
import Text
import Workbench

/// All labels of a project into a file.
struct AnnotateLabelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "labels",
        abstract: "Write a project's labels into a file, and say what is left out of it.",
        discussion: """
            A table (.csv) has a row a label, with its item, who judged, and what they said of themselves. JSON lines (.jsonl) are an \
            archive: 'vlens annotate import' makes the project of it in another store. What is in the file and what is left out, with \
            its reason, are together all labels of the store.

            Examples:
              vlens annotate labels --project first labels.csv
              vlens annotate labels --project first --trail archive.jsonl
              vlens annotate labels --project first --final final.csv
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var project: ProjectOption

    @Flag(help: "All that was ever said, not only what stands.")
    var trail = false

    @Flag(
        help:
            "The final label of each item and criterion, with its provenance: unanimous, majority, adjudicated, single, tie_open."
    )
    var final = false

    @Flag(help: "Print the counts as JSON.")
    var json = false

    @Argument(help: "The file, .csv or .jsonl.")
    var file: String

    func validate() throws {
        _ = try SheetKind(of: file)
        guard !(trail && final) else { throw ValidationError("--trail and --final ask for different files: give one") }
    }

    func run() async throws {
        try await reporting {
            let store = try self.store.open(.readOnly)
            let project = try self.project.find(in: store)
            if final { return try writeFinal(of: project) }
            let export = try LabelExport(project, trail ? .trail : .standing)
            var counts = export.counts
            switch try SheetKind(of: file) {
            case .lines: try TextOutput.replace(file, with: try export.jsonLines())
            case .table:
                let table = export.table()
                counts = table.counts
                try TextOutput.replace(file, with: table.text)
            }
            Terminal.output.write(json ? counts.json.text() : counts.lines(file).joined(separator: "\n") + "\n")
        }
    }

    private func writeFinal(of project: AnnotationProject) throws {
        let final = FinalLabels(
            try StandingJudgements(project), items: try project.items(), codebook: project.codebook)
        let isTable = try SheetKind(of: file) == .table
        try TextOutput.replace(file, with: isTable ? final.table(of: project) : final.jsonLines(of: project))
        let counts = FinalLabels.Provenance.allCases.map { ($0.rawValue, final.counts[$0] ?? 0) }
        if json {
            let members = counts.map { JSONValue.Member($0.0, .integer($0.1)) }
            return Terminal.output.write(JSONValue.object(members).text())
        }
        let words = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        Terminal.output.line(
            "\(Plain.line(file)): \(final.labels.count) final labels"
                + (words.isEmpty ? "" : ": " + words.joined(separator: ", ")))
    }
}

extension LabelExport.Counts {
    fileprivate func lines(_ file: String) -> [String] {
        var lines = [
            "\(Plain.line(file)): \(written) of the store's \(all) labels: \(judgements) judgements, \(consents) consents, "
                + "\(definitions) versions of the definition"
        ]
        lines += leftOut.sorted { $0.key < $1.key }.map {
            "  left out, \($0.key.replacing("_", with: " ")): \($0.value)"
        }
        return lines
    }

    fileprivate var json: JSONValue {
        [
            "labels": .integer(all), "written": .integer(written), "judgements": .integer(judgements),
            "consents": .integer(consents), "definitions": .integer(definitions),
            "left_out": .object(leftOut.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }),
        ]
    }
}
