import ArgumentParser
public import Respondents

/// What is sent beside the question. Each changes what a model does, so none is set by default, and all are recorded.
struct RequestFlags: ParsableArguments {
    @Option(help: ArgumentHelp("A system message in place of the study's; an empty one sends none.", valueName: "text"))
    var systemPrompt: String?

    @Option(help: ArgumentHelp("Where the server's random numbers begin.", valueName: "number"))
    var modelSeed: Int?

    @Option(help: ArgumentHelp("The share of probability that tokens are drawn from, 0 to 1.", valueName: "share"))
    var topP: Double?

    @Option(
        help: ArgumentHelp(
            "How much a reasoning model thinks: low, medium, high, …, none, or tokens where the provider takes a number.",
            valueName: "effort"))
    var reasoningEffort: String?

    @Option(
        help: "Hold the model to a form: none, json-object, json-schema or grammar, where the provider offers it.")
    var structuredOutput = RequestOptions.StructuredOutput.none

    @Option(help: ArgumentHelp("Keep so many alternatives of the deciding token, 1 to 20.", valueName: "number"))
    var logprobs: Int?

    @Option(help: ArgumentHelp("A JSON object that is added to every request.", valueName: "json"))
    var extraBody: String?

    func validate() throws {
        if let topP, !(0...1).contains(topP) { throw ValidationError("--top-p \(topP) is outside 0…1") }
        if let logprobs, !(1...20).contains(logprobs) {
            throw ValidationError("--logprobs \(logprobs) is outside 1…20")
        }
    }

    var options: RequestOptions {
        RequestOptions(
            systemPrompt: systemPrompt, seed: modelSeed, topP: topP, reasoningEffort: reasoningEffort,
            structuredOutput: structuredOutput, topLogProbabilities: logprobs, extraBody: extraBody)
    }
}

extension RequestOptions.StructuredOutput: ExpressibleByArgument {}
