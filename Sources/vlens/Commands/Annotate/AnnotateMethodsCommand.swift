import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Workbench

/// What a paper says of how its actions were judged.
struct AnnotateMethodsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "methods",
        abstract: "Write the paragraph of a methods section from what was judged.",
        discussion: """
            Numbers of items, annotators and countries, overlap, agreement with intervals, final labels and what was left out, as \
            they are in the store now.

            Examples:
              vlens annotate methods --project first
              vlens annotate methods --project first --latex > methods.tex
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var project: ProjectOption

    @Option(help: "How often items are drawn anew for intervals.")
    var draws = 2000

    @Flag(help: "For a LaTeX document.")
    var latex = false

    func validate() throws {
        guard ResamplingPlan.allowedReplicates.contains(draws) else {
            throw ValidationError("--draws \(draws) is outside 100…1,000,000")
        }
    }

    func run() async throws {
        try await reporting {
            let project = try self.project.find(in: try store.open(.readOnly))
            let paragraph = try await MethodsParagraph(project, plan: ResamplingPlan(replicates: draws), at: Date())
            Terminal.output.write(latex ? paragraph.latex : paragraph.text + "\n")
        }
    }
}
