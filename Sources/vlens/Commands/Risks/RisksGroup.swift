import ArgumentParser

/// All that is done with gaps that are coded for what may go wrong.
struct RisksGroup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "risks",
        abstract: "Code what may go wrong where a respondent says one thing and chooses the other.",
        discussion: """
            A project of gaps is made of the misaligned cells of runs, or of released examples. People code them in their \
            browsers ('vlens annotate'), a model does ('vlens judge'), a list of words does for triage ('vlens risks \
            lexicon'). Without a subcommand it is 'vlens risks report': agreement of all coders first, then counts.

            Examples:
              vlens risks start --project gaps --run 2 --people anna,ben
              vlens annotate --project gaps
              vlens judge --project gaps --model ollama/llama3.3
              vlens risks --project gaps
            """,
        subcommands: [
            RisksReportCommand.self, RisksStartCommand.self, RisksLexiconCommand.self, RisksCodebookCommand.self,
        ], defaultSubcommand: RisksReportCommand.self)
}
