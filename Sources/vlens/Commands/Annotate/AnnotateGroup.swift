import ArgumentParser

/// All that is done with projects that people judge.
struct AnnotateGroup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Let people judge the actions of a dataset, and lead them.",
        discussion: """
            Without a subcommand it is 'vlens annotate start', which makes a project and serves it.

            Examples:
              vlens annotate --project first --items dataset.jsonl --people anna,ben
              vlens annotate adjudicator --project first zoe
              vlens annotate labels --project first labels.csv
            """,
        subcommands: [
            AnnotateCommand.self, AnnotateAdjudicatorCommand.self, AnnotateExportCommand.self,
            AnnotateImportCommand.self, AnnotateLabelsCommand.self, AnnotateCodebookCommand.self,
            AnnotateMethodsCommand.self,
        ], defaultSubcommand: AnnotateCommand.self)
}
