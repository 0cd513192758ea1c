import AnswerStore
import ArgumentParser
import Explorer
import Workbench

/// The explorer.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Look at all runs of a store in a browser, also while they are asked.",
        discussion: """
            Prints two lines: an address to look at, and one that may also write (overrule a reading). It listens on this machine \
            alone. To be reached under the name of a proxy or a tunnel, say that name with --host; to listen on another interface, \
            name that, too: --listen 0.0.0.0. Then nobody can read without the second line either. In a store that has projects \
            of 'vlens annotate', nobody can anyway; their people's links work here, too.

            Examples:
              vlens serve
              vlens serve --store results.sqlite --port 0
              vlens serve --host lens.example.org
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var prices: PriceOption

    @OptionGroup var place: ServingOptions

    @OptionGroup(title: "Intervals") var intervals: IntervalOptions

    func run() async throws {
        try await reporting {
            let words: @Sendable (any Error) -> String = { CommandFailure($0).message }
            let opened = try openStore()
            let library = RunLibrary(opened, prices: try prices.table(), plan: intervals.plan, words: words)
            var explorer = place.settings(words: words)
            // Whoever judges must not see what others do.
            explorer.isBlind = try !opened.projects().isEmpty
            let settings = explorer
            try await ExplorerServer(library, settings: settings).run { port in
                Terminal.output.write(settings.lines(port: port))
            }
        }
    }

    /// A store that can't be written can still be looked at.
    private func openStore() throws -> AnswerStore {
        do throws(StoreError) {
            return try store.openExisting()
        } catch .readOnly {
            Terminal.error.line("note: '\(store.store)' can't be written, so nothing can be overruled here")
            return try store.open(.readOnly)
        }
    }
}
