import ArgumentParser
import Study
import Text
import Workbench

/// Looking at studies, checking them, making one.
struct StudyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study", abstract: "Show, check or make a study.",
        discussion: """
            Examples:
              vlens study show pilot
              vlens study validate my-study.yaml
              vlens study new my-study
            """,
        subcommands: [Show.self, Validate.self, New.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a study asks, with its prompts.",
            discussion: "Example: vlens study show schwartz-132 --prompts")

        @Argument(help: "A study that ships (pilot, schwartz-132) or the path of a study file.")
        var study = "pilot"

        @Flag(help: "Show one prompt of each variant.")
        var prompts = false

        @Flag(help: "Print as JSON.")
        var json = false

        func run() async throws {
            try await reporting {
                let study = try LoadedStudy(named: study).definition
                let plan = try study.questions()
                let overview = StudyOverview(study, plan)
                if json {
                    Terminal.output.write(json: try overview.json + "\n")
                } else {
                    Terminal.output.line(overview.text)
                }
                if prompts { Terminal.output.line(StudyOverview.prompts(plan)) }
            }
        }
    }

    struct Validate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a study file and its actions; every problem is shown with its line.",
            discussion: "Example: vlens study validate my-study.yaml")

        @Argument(help: "The path of a study file.")
        var file: String

        func run() async throws {
            try await reporting {
                let study = try StudyDefinition.read(path: file)
                let plan = try study.questions()
                Notes.tellWarnings(of: study)
                Terminal.output.line(
                    "\(file): study '\(study.name)' is valid: \(study.cellCount) cells, "
                        + "\(study.pairCount) action pairs, \(plan.count) questions")
            }
        }
    }
}
