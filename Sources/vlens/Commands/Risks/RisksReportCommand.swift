import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Reports
import Text
import Workbench

/// How often gaps carry each risk, and how far coders agree on it.
struct RisksReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Agreement of all coders on each code, then counts of the coded gaps.",
        discussion: """
            Agreement stands first: a count is worth what coders agree on it. Counts are those of what people make of each \
            gap, unanimously, by a majority or by an adjudicator; --by counts one coder's codes. What one person alone has said \
            counts with --single. --corrected shows a coder's counts without its known error, where people have coded the same \
            gaps.

            Examples:
              vlens risks --project gaps
              vlens risks --project gaps --by openai/gpt-4o-mini --corrected
              vlens risks --project gaps --tables risk-tables --html risks.html
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var project: ProjectOption

    @Option(
        help: ArgumentHelp(
            "Whose codes are counted: people, or the name of a person, a list or a model. People where there are any.",
            valueName: "name"))
    var by: String?

    @Flag(help: "Count what one person alone has said, too.")
    var single = false

    @Flag(help: "Show counts without the coder's known error: marked, beside the raw ones.")
    var corrected = false

    @OptionGroup(title: "Intervals") var intervals: IntervalOptions

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: ArgumentHelp("Write every table (CSV, LaTeX) and the JSON into this folder.", valueName: "folder"))
    var tables: String?

    @Option(help: ArgumentHelp("Write one HTML page that needs nothing beside it.", valueName: "file"))
    var html: String?

    func validate() throws {
        if intervals.plan?.clustering == .both {
            throw ValidationError(
                "--clusters both: risks are counted with clusters of one kind; give value or scenario")
        }
        if let html { try SentReportOptions.checkPage(html) }
    }

    func run() async throws {
        try await reporting {
            let store = try self.store.open(.readOnly)
            let source = try RiskSource(project.find(in: store), countsSingle: single)
            let basis = try source.basis(named: by)
            let input = try await SlowNotice.during { notice in
                try await source.input(basis: basis, plan: intervals.plan) { notice.done($0, of: $1, "codes") }
            }
            Terminal.output.write(
                json
                    ? input.json.text()
                    : RiskText(input, showsCorrected: corrected, style: Terminal.output.style).text + rest(of: source))
            if let tables { try Self.write(input.files, to: tables) }
            if let html { try TextOutput.replace(html, with: RiskPage.page(input)) }
        }
    }

    /// What the counts leave out.
    private func rest(of source: RiskSource) -> String {
        var lines: [String] = []
        if source.open > 0 {
            let name = Plain.line(source.project.record.name)
            lines.append(
                "\(source.open) gaps wait for a decision: coders are tied on a code ('vlens annotate adjudicator --project \(name) NAME')"
            )
        }
        if source.single > 0, !single {
            lines.append("\(source.single) labels are one person's alone and count only with --single")
        }
        return lines.isEmpty ? "" : "\n" + lines.map { Terminal.output.wrapped($0) }.joined(separator: "\n") + "\n"
    }

    private static func write(_ files: [(name: String, text: String)], to path: String) throws {
        let folder = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw FileFailure(.writing, path, error)
        }
        for file in files { try TextOutput.replace(folder.appending(path: file.name).path, with: file.text) }
    }
}
