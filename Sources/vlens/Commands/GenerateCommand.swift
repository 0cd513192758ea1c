import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Respondents
import Simulated
import Study
import Text
import Workbench

/// Has a model write the actions of a study.
struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Have a model write value-informed actions for a study, check them, and keep them as a dataset.",
        discussion: """
            For each country, topic and value one action that goes with the value and one against it. What is not in order is \
            asked for again with the reason, --rounds times at most. Every reply is stored as it comes: stopped or killed, the \
            same command goes on where it was.

            Examples:
              vlens generate --model simulated/generator --out actions.jsonl
              vlens generate --study mine.yaml --model openai/gpt-4o-mini --pilot 10 --out pilot.jsonl
              vlens generate --study mine.yaml --model openai/gpt-4o-mini --variants 3 --out actions.jsonl

            Exit codes: 0 every action is there, 1 failed, 2 misused, 3 some cells lack an action.
            """)

    @OptionGroup var study: StudyOptions
    @OptionGroup(title: "Generator") var model: ModelOptions
    @OptionGroup(title: "Pacing") var pacing: PacingOptions
    @OptionGroup(title: "Selection") var part: GenerationOptions
    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Bounds") var caps: CapOptions
    @OptionGroup(title: "Bounds") var prices: PriceOption

    @Flag(help: "Ask once more what was declined; the first reply is kept beside the new.")
    var retryRefusals = false

    @Option(help: ArgumentHelp("Write the actions to this file, one JSON object a line.", valueName: "file"))
    var out: String?

    @Flag(help: "Ask nothing: list what was declined or given up, with what was wrong.")
    var list = false

    @Flag(help: "Print what came of it as JSON on standard output instead of a table.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    @Option(help: .hidden)
    var grace: Double = 10

    func validate() throws {
        try pacing.check(concurrency: model.concurrency)
        if let out, !out.hasSuffix(".jsonl") {
            throw ValidationError("--out '\(out)': actions are JSON Lines, so give a file that ends in .jsonl")
        }
    }

    func run() async throws {
        try await reporting {
            let planned = try plan()
            if list { return try await showList(planned) }
            if caps.spending.dryRun { return try await showPlan(planned) }
            try checkOutput()
            let store = try self.store.open()
            let run = try planned.begin(in: store)
            try await confirm(planned, run, store)
            let ending = try await ask(planned, run, store)
            try conclude(planned, run, ending, store)
        }
    }

    private func plan() throws -> PlannedGeneration {
        let name = try ModelName(model.model)
        guard !name.isSimulated || Simulated.Generator.Profile.isMeant(by: name.model) else {
            throw ValidationError(
                "'\(model.model)' answers Tasks 1 and 2 only: write --model simulated/generator to try it out, or name a model"
            )
        }
        let study = try study.load()
        return try PlannedGeneration(
            study, part.selection(of: study.definition), asking: model.model, model.specification())
    }
}
