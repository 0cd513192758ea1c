import AnswerStore
import ArgumentParser
import Explorer
import Workbench

/// The explorer.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Look at all runs of a store in a browser.",
        discussion: "Example: vlens serve")

    @OptionGroup var store: StoreOption
    @OptionGroup var prices: PriceOption
    @OptionGroup(title: "Intervals") var intervals: IntervalOptions

    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port = 8080

    func run() async throws {
        try await reporting {
            let library = RunLibrary(try store.open(), prices: try prices.table(), plan: intervals.plan)
            let settings = ExplorerSettings(port: port, token: Session.makeToken()) { CommandFailure($0).message }
            try await ExplorerServer(library, settings: settings).run { port in
                Terminal.output.line("http://127.0.0.1:\(port)/  (Ctrl-C ends it)")
            }
        }
    }
}
