import Foundation
import NIOCore

/// Why the explorer can't be served.
package enum ExplorerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Another program listens on the port.
    case portTaken(Int)
    /// The interface's address, or its port, can't be listened on.
    case cannotListen(interface: String, port: Int, reason: String)

    /// What the system said as one of these; nil for an error of another kind.
    init?(_ error: any Error, settings: ExplorerSettings) {
        if let error = error as? IOError {
            self =
                error.errnoCode == EADDRINUSE
                ? .portTaken(settings.port)
                : .cannotListen(
                    interface: settings.interface, port: settings.port,
                    reason: String(cString: strerror(error.errnoCode)))
        } else if error is SocketAddressError {
            self = .cannotListen(interface: settings.interface, port: settings.port, reason: "no such address")
        } else {
            return nil
        }
    }

    package var description: String {
        switch self {
        case .portTaken(let port):
            "port \(port) is taken by another program, perhaps another 'vlens serve': give another one with --port, or --port 0 for "
                + "any that is free"
        case .cannotListen(let interface, let port, let reason):
            "can't listen on \(interface), port \(port): \(reason)"
        }
    }
}
