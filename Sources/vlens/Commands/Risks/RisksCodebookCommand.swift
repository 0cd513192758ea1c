import AnswerStore
import ArgumentParser
import Study
import Text
import Workbench

/// The codes by which gaps are coded.
struct RisksCodebookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook",
        abstract: "Print the codes: their levels, definitions, examples, and what does not belong to them.",
        discussion: """
            Without --project it is the taxonomy that ships. With --yaml it is a file to edit: count its version up and put it in \
            force with 'vlens risks start --project NAME --codebook FILE'. Labels are never touched: they keep the version \
            under which they were given, and a code that is renamed says how it was called ('formerly').

            Examples:
              vlens risks codebook
              vlens risks codebook --yaml > mine.yaml
              vlens risks codebook --project gaps
            """)

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("The codebook in force in this project.", valueName: "name"))
    var project: String?

    @Option(help: ArgumentHelp("Another codebook: a file, or the name of one that ships.", valueName: "file"))
    var codebook: String?

    @Flag(help: "Print the file, to edit.")
    var yaml = false

    @Flag(help: "Print it as JSON.")
    var json = false

    func validate() throws {
        if project != nil, codebook != nil {
            throw ValidationError("--project and --codebook name two codebooks: give one")
        }
        if yaml, json { throw ValidationError("--yaml and --json print the codebook in two ways: give one") }
    }

    func run() async throws {
        try await reporting {
            let book = try found()
            if yaml { return Terminal.output.write(Plain.text(book.yaml)) }
            guard let coding = book.coding else { throw RiskError.codebookWithoutCodes(book.name) }
            let words = RiskCodebookWords(book: book, coding: coding)
            Terminal.output.write(json ? words.json.text() : words.text)
        }
    }

    private func found() throws -> Codebook {
        guard let project else { return try Codebook.load(codebook ?? "risks") }
        let store = try self.store.open(.readOnly)
        guard let known = try AnnotationProject(named: project, in: store) else {
            throw JudgeWords.noProject(project, known: try store.projects().map(\.name))
        }
        return known.codebook
    }
}
