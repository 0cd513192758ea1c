import AnswerStore
import ArgumentParser
import Explorer
import Foundation
import Workbench

/// The explorer.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Look at all runs of a store in a browser, also while they are asked.",
        discussion: """
            Prints two lines: an address to look at, and one that may also write (overrule a reading). It listens on this machine \
            alone. To be reached under the name of a proxy or a tunnel, say that name with --host; to listen on another interface, \
            name that, too: --listen 0.0.0.0. Then nobody can read without the second line either.

            Examples:
              vlens serve
              vlens serve --store results.sqlite --port 0
              vlens serve --host lens.example.org
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var prices: PriceOption

    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "A name under which people reach it, such as that of a proxy; may be repeated.", valueName: "name"))
    var host: [String] = []

    @Option(help: ArgumentHelp("The address of the interface to listen on.", valueName: "address"))
    var listen = "127.0.0.1"

    @OptionGroup(title: "Intervals") var intervals: IntervalOptions

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port) is none: give a number from 0 to 65535")
        }
        guard ExplorerSettings.isLoopback(listen) || !host.isEmpty else {
            throw ValidationError(
                "--listen '\(listen)' can be reached from other machines: say under which name, such as --host \(Self.ownName)"
            )
        }
        if let name = host.first(where: { $0.isEmpty || $0.contains("/") || $0.contains(" ") }) {
            throw ValidationError(
                "--host '\(name)' is no name: give it without http:// and path, such as lens.example.org")
        }
    }

    private static var ownName: String { ProcessInfo.processInfo.hostName }

    func run() async throws {
        try await reporting {
            let words: @Sendable (any Error) -> String = { CommandFailure($0).message }
            let library = RunLibrary(
                try openStore(), prices: try prices.table(), plan: intervals.plan, words: words)
            let settings = ExplorerSettings(
                interface: listen, port: port, hosts: host, token: Session.makeToken(), words: words)
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
