import ArgumentParser
import Measures
import Reports
import Text
import Workbench

/// The published tables, recomputed.
struct ReproduceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reproduce",
        abstract: "Recompute the paper's tables from released files, beside the printed ones.",
        discussion: """
            Reads the files of the authors' release that a folder holds, and prints Tables 3, 4, 8, 13 and 14, the kappas \
            and the attribution overlap as printed, under 'legacy' (what the released notebooks do) and under 'strict', \
            with what each rule does to the figures. The output names what the folder lacks.

            Examples:
              vlens reproduce --release value_action_gap
              vlens reproduce --release value_action_gap --json > tables.json
            """)

    @Option(
        help: ArgumentHelp(
            "A checkout of the authors' release, or a folder with files named as there.", valueName: "folder"))
    var release: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let folder = try ReleaseFolder(path: release)
            let reproduction = try SlowNotice.during { notice in
                try ReproductionWork(folder: folder) { notice.reading($0) }.reproduction()
            }
            let style = Terminal.output.style
            Terminal.output.write(
                json ? reproduction.json.text() : ReproductionTable(reproduction, style: style).text)
        }
    }
}
