import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Text
public import Workbench

/// A run as files of schemas that others share.
struct PublishOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write aggregate and instance files of the schema Every Eval Ever 0.3.0, below 'data' in this folder.",
            valueName: "folder"))
    var everyEvalEver: String?

    @Option(
        name: .customLong("hub-yaml"),
        help: ArgumentHelp(
            "Print a file for a model's folder .eval_results on the Hub; the dataset is named as there.",
            valueName: "dataset"))
    var hubYAML: String?

    @Option(help: ArgumentHelp("Who ran the evaluation.", valueName: "name"))
    var organization = "unknown"

    @Option(help: "What you are to the model: first_party, third_party, collaborative or other.")
    var relationship = EvaluatorRelationship.thirdParty

    @Option(
        name: .customLong("model-id"),
        help: ArgumentHelp(
            "The model as the Hub names it; by default made of the respondent's name.", valueName: "developer/model"))
    var modelID: String?

    @Option(
        help: ArgumentHelp("The address of what was published about the run, for --hub-yaml.", valueName: "url"))
    var sourceURL: String?

    func validate() throws {
        if let modelID, ModelIdentity.isIdentity(modelID) == false {
            throw ValidationError(
                "--model-id '\(modelID)' is none: give developer/model, as meta-llama/Llama-3.1-8B-Instruct")
        }
        if let hubYAML, ModelIdentity.isIdentity(hubYAML) == false {
            throw ValidationError("--hub-yaml '\(hubYAML)' names no dataset: give owner/name, as it is on the Hub")
        }
        if let sourceURL, !sourceURL.hasPrefix("https://") {
            throw ValidationError("--source-url '\(sourceURL)' is no address: let it begin with https://")
        }
        if organization.isEmpty { throw ValidationError("--organization '' is no name: leave it out, or give one") }
    }

    private var publisher: Publisher {
        Publisher(organization: organization, relationship: relationship, modelID: modelID)
    }

    /// Writes the files of the runs, and says what they can't hold.
    func write(to folder: String, _ runs: [RunRecord], _ store: AnswerStore, _ plan: ResamplingPlan?) async throws {
        var isWhole = true
        for run in runs {
            let published = try await PublishedRun(run, in: store, plan: plan, by: publisher)
            let written = try SlowNotice.during { notice in
                try published.write(into: folder, from: store) { notice.done($0, of: $1, "replies written:") }
            }
            Terminal.output.line("aggregate: \(written.aggregate)")
            if let samples = written.samples { Terminal.output.line("samples: \(samples) (\(written.rows) rows)") }
            for sentence in published.leftOut + written.leftOut {
                Terminal.error.line(Terminal.error.wrapped("left out of run \(run.id): \(sentence)"))
                isWhole = false
            }
        }
        if !isWhole { throw ExitCode(CommandFailure.incomplete) }
    }

    /// Prints the file of one run.
    func printYAML(_ runs: [RunRecord], _ store: AnswerStore, _ plan: ResamplingPlan?) async throws {
        guard let run = runs.first, runs.count == 1, let hubYAML else {
            throw ValidationError("--run is given \(runs.count) times: a file for the Hub is of one run")
        }
        let published = try await PublishedRun(run, in: store, plan: plan, by: publisher)
        Terminal.output.write(try published.hubYAML(dataset: hubYAML, url: sourceURL))
    }
}

extension EvaluatorRelationship: ExpressibleByArgument {}
