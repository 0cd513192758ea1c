import ArgumentParser
import Foundation
import Respondents
import Simulated

/// The respondent, and how a question reaches it.
struct ModelOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The respondent as provider/model.",
            discussion: "openai/gpt-4o-mini, ollama/llama3.3, …; simulated/subject needs no key and no network."))
    var model = "simulated/subject"

    @OptionGroup var server: ServerOptions

    var concurrency: Int { server.concurrency }
    var attempts: Int { server.attempts }
    var maxTokens: String { server.maxTokens }

    /// The options for the respondents' library.
    func connection() throws -> ConnectionOptions { try server.connection() }

    /// The respondent, with no more connections than the process may open; its warnings go to standard error.
    func specification() throws -> RespondentSpecification { try server.specification(of: model) }
}
