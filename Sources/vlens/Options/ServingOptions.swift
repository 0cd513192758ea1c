import ArgumentParser
import Explorer
import Foundation

/// Where a server listens, and under which names people reach it.
struct ServingOptions: ParsableArguments {
    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "A name under which people reach it, such as that of a proxy; may be repeated.", valueName: "name"))
    var host: [String] = []

    @Option(help: ArgumentHelp("The address of the interface to listen on.", valueName: "address"))
    var listen = "127.0.0.1"

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

    /// The server's settings, with a secret of its own.
    func settings(words: @escaping @Sendable (any Error) -> String) -> ExplorerSettings {
        ExplorerSettings(interface: listen, port: port, hosts: host, token: Session.makeToken(), words: words)
    }
}
