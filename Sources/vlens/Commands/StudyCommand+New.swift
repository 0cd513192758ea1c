import ArgumentParser
import Workbench

extension StudyCommand {
    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a commented study file, with its actions, to edit.",
            discussion: "Example: vlens study new my-study   (writes my-study.yaml and my-study-actions.jsonl)")

        @Argument(help: "The study's name: letters, digits, - and _.")
        var name: String

        func run() async throws {
            try await reporting {
                let made = try NewStudy(name: name)
                for file in made.files { Terminal.output.line("wrote \(file)") }
                Terminal.output.line(
                    "edit them, then: vlens study validate \(made.studyFile) && vlens run --study \(made.studyFile)")
            }
        }
    }
}
