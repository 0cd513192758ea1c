import ArgumentParser
import Costs
import Elicitation
import Foundation
import Reading
import Study
import Text
import Workbench

/// How much of a run to ask, and what it may cost.
struct BoundOptions: ParsableArguments {
    @Option(help: "Ask at most so many questions in this start.")
    var limit: Int?

    @Flag(help: "Ask only the questions that failed before.")
    var retryFailed = false

    @Option(
        help: ArgumentHelp(
            "Ask only questions whose reply could not be read for one of these reasons, again: "
                + UnreadableReason.allCases.map { PlainNames.typed($0.rawValue) }.joined(separator: ", ")
                + "; or all. The new reply stands, the first is kept beside it.", valueName: "reasons"))
    var retryUnreadable: String?

    @OptionGroup var spending: SpendingOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit \(limit): at least one question is needed") }
        _ = try reasonsToRetry()
    }

    /// The reasons of `--retry-unreadable`; `nil` where it is not given.
    ///
    /// - Throws: where one is unknown.
    func reasonsToRetry() throws -> Set<String>? {
        guard let retryUnreadable else { return nil }
        let known = UnreadableReason.allCases.map(\.rawValue)
        let names = retryUnreadable.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        guard !names.isEmpty else { throw Self.unknownReason("", known) }
        if names.contains(where: { $0.lowercased() == "all" }) { return Set(known) }
        return Set(
            try names.map { name in
                // As it is listed, or as the store spells it.
                let letters = name.lowercased().filter { $0 != "-" }
                guard let reason = known.first(where: { $0.lowercased() == letters }) else {
                    throw Self.unknownReason(name, known)
                }
                return reason
            })
    }

    private static func unknownReason(_ name: String, _ known: [String]) -> ValidationError {
        // A refusal is an answer of a kind: asked until it is given up, it would be none.
        let why = name.lowercased() == "refused" ? "a refusal was read, and stands" : "is none of them"
        let typed = known.map(PlainNames.typed)
        return ValidationError(
            "--retry-unreadable '\(name)': \(why); \(Suggestion.words(for: name, among: typed + ["all"]))give "
                + "\(typed.joined(separator: ", ")), or all")
    }

    /// What a start is to ask, and what the run may take.
    func bounds() throws -> StartBounds {
        StartBounds(
            limit: limit, retriesFailed: retryFailed, retriesUnreadable: try reasonsToRetry(), budget: spending.budget,
            tokens: spending.maxTokensTotal)
    }
}
