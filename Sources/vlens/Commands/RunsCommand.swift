import AnswerStore
import ArgumentParser
import Costs
import Foundation
import Measures
import Pages
import Reports
import Study
import Text
import Workbench

/// The list of stored runs.
struct RunsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "List the stored runs with their replies, tokens and cost, those that wrote or judged actions too.",
        discussion: "Example: vlens runs --json")

    @OptionGroup var store: StoreOption

    @OptionGroup var prices: PriceOption

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let store = try self.store.open(.readOnly)
            let table = try prices.table()
            // Those in which actions were written or judged cost money as well.
            let runs = try store.everyRun()
            Notes.tell(try OlderReadings(runs.filter(\.origin.isMeasured), in: store))
            let lines = try runs.map { try RunOverview($0, store, table) }
            if json {
                Terminal.output.write(JSONValue.array(lines.map(\.json)).text())
            } else if lines.isEmpty {
                Terminal.output.line("no runs yet: start one with 'vlens run'")
            } else {
                for line in lines { Terminal.output.line(line.text) }
            }
        }
    }
}
