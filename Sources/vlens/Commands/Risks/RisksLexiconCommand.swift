import AnswerStore
import ArgumentParser
import Foundation
import Study
import Text
import Workbench

/// A list of words codes a project's gaps.
struct RisksLexiconCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Code gaps by a list of words: for triage only, since words are not risks.",
        discussion: """
            A code is given where one of its words stands in the chosen action, its explanation or the respondent's own reason; \
            which words, stands beside each label. Denials and context are not understood. It says where to look first, and \
            its counts are no findings until people have coded the same gaps.

            --print shows the list with what may stand in it; to correct it, edit that and give it with --words.

            Examples:
              vlens risks lexicon --project gaps
              vlens risks lexicon --print > words.yaml
              vlens risks lexicon --project gaps --words words.yaml
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var project: ProjectOption

    @Option(help: ArgumentHelp("A list of words, in place of the one that ships.", valueName: "file"))
    var words: String?

    @Flag(help: "Print the list, and code nothing.")
    var print = false

    @Flag(help: "Print what was found as JSON.")
    var json = false

    func validate() throws {
        if print, json { throw ValidationError("--print and --json print different things: give one") }
    }

    func run() async throws {
        try await reporting {
            let list = try words.map(WordList.load) ?? WordList.risks()
            if print {
                let text = try words.map(WordList.text(ofFile:)) ?? WordList.risksText
                return Terminal.output.write(Plain.text(text))
            }
            let store = try self.store.openExisting()
            let coding = try LexiconCoding(project.find(in: store), words: list, file: words ?? "risk-words.yaml")
            let outcome = try await SlowNotice.during { notice in
                try await coding.code(at: Date()) { notice.done($0, of: $1, "gaps") }
            }
            let shown = RiskLexiconWords(coding, outcome, store: self.store)
            Terminal.output.write(json ? shown.json.text() : shown.text)
        }
    }
}
