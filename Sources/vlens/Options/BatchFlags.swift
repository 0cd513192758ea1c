import ArgumentParser
import Elicitation
import Respondents

/// Whether questions go in batches, and how.
struct BatchFlags: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Ask in batches, which are answered within a day and cost less: of OpenAI, Azure, Groq, Anthropic, or a server "
                + "of OpenAI's batches by --base-url.",
            discussion: "Stopped or killed, the same command reads what came meanwhile; see docs/batches.md."))
    var batch = false

    @Option(help: ArgumentHelp("The most questions of one batch.", valueName: "questions"))
    var batchSize: Int?

    @Option(
        help: ArgumentHelp(
            "How much less a batch costs, 0 to 1: 0.5 is half the price, which OpenAI, Azure and Anthropic document.",
            valueName: "share"))
    var batchDiscount: Double?

    @Flag(help: "Cancel the batches that are out, wait for their end, read what was answered, and ask nothing more.")
    var cancelBatches = false

    @Flag(help: "Remove the batches' files at the provider once all is read.")
    var clean = false

    @Option(help: .hidden)
    var batchPoll: Double = 30

    @Option(help: .hidden)
    var batchAppears: Double = 120

    @Option(help: .hidden)
    var batchGone: Double = 3600

    @Option(help: .hidden)
    var batchQueueWait: Double = 60

    func validate() throws {
        if let batchSize, batchSize < 1 {
            throw ValidationError("--batch-size \(batchSize): at least one question is needed")
        }
        if let batchDiscount, !(0...1).contains(batchDiscount) {
            throw ValidationError("--batch-discount \(batchDiscount) is outside 0…1: 0.5 is half the price")
        }
        for seconds in [batchPoll, batchAppears, batchGone, batchQueueWait] where !(seconds > 0 && seconds <= 86_400) {
            throw ValidationError("a time of batches of \(seconds) seconds is outside 0…86400")
        }
        guard !batch else { return }
        let alone = [
            (batchSize != nil, "--batch-size"), (batchDiscount != nil, "--batch-discount"),
            (cancelBatches, "--cancel-batches"), (clean, "--clean"),
        ].first(where: \.0)
        if let alone { throw ValidationError("\(alone.1) is about batches: give --batch, too") }
    }

    /// Who takes the batches of a respondent, and the share of the usual price that they cost.
    ///
    /// - Throws: `SetupError` where nobody does.
    func provider(
        of specification: RespondentSpecification, named respondent: String
    ) throws -> (provider: any BatchProvider, factor: Double) {
        let (provider, documented) = try specification.batchProvider(named: ModelName(respondent).provider)
        return (provider, batchDiscount.map { 1 - $0 } ?? documented ?? 1)
    }

    /// The share of the usual price alone.
    func factor(of specification: RespondentSpecification, named respondent: String) throws -> Double {
        try provider(of: specification, named: respondent).factor
    }

    /// The options for the library.
    func options(factor: Double) -> BatchOptions {
        var options = BatchOptions { Terminal.error.message("note: \($0)") }
        options.size = batchSize
        options.factor = factor
        options.cancels = cancelBatches
        options.cleans = clean
        options.poll = .seconds(batchPoll)
        options.appears = .seconds(batchAppears)
        options.gone = .seconds(batchGone)
        options.queueWait = .seconds(batchQueueWait)
        return options
    }
}
