import AnswerStore
import ArgumentParser
import Foundation
import Text
import Workbench

/// A link for somebody who decides where annotators differ.
struct AnnotateAdjudicatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adjudicator",
        abstract: "Make a link for somebody who decides where annotators differ.",
        discussion: """
            The link works wherever 'vlens annotate' or 'vlens serve' serves the store: put their address before it. It shows items on \
            which annotators differ, with letters in place of names, and leads nowhere else. Who has the link can decide: send it to \
            them alone.

            Example: vlens annotate adjudicator --project first zoe
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var project: ProjectOption

    @Flag(help: "Print the link as JSON.")
    var json = false

    @Argument(help: "The adjudicator's name.")
    var name: String

    func validate() throws {
        guard (1...60).contains(name.count), !name.unicodeScalars.contains(where: Plain.isSteering) else {
            throw ValidationError("'\(name)' is no name: give one of 1 to 60 characters on one line")
        }
    }

    func run() async throws {
        try await reporting {
            let store = try self.store.openExisting()
            let person = try project.find(in: store).participant(named: name, role: .adjudicator, at: Date())
            let path = AdjudicatorDesk.path(of: person)
            let document: JSONValue = ["name": .string(name), "path": .string(path)]
            Terminal.output.write(json ? document.text() : "\(Plain.line(name)): \(path)\n")
        }
    }
}
