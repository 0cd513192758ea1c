/// The forms in which a study's questions leave the program.
package enum QuestionForm: String, Sendable, CaseIterable {
    /// One question a line, as JSON, with all that is known of it.
    case jsonl
    /// The lines of a batch in OpenAI's form, which many servers and programs take.
    case openAIBatch = "openai-batch"
    /// A data set and a task for Inspect AI, in a folder.
    case inspect
    /// A table for people and for what speaks no form of ours.
    case csv

    /// What a provider takes in one file: 50,000 requests and 200 MB at OpenAI, of whom the others have the form; nil without a limit.
    package var limits: (lines: Int, bytes: Int)? { self == .openAIBatch ? (50_000, 200_000_000) : nil }
}
