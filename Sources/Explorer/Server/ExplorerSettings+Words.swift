extension ExplorerSettings {
    /// What is said when the explorer listens: the address to look at, and the one that may also write, a line each. It is the only
    /// place where the secret is shown.
    package func lines(port: Int) -> String {
        let first = origin(port: port) + "/"
        let what =
            isOpen
            ? "look at it, and overrule readings"
            : isLocal
                ? "look at everything: without the token nothing is shown"
                : "look at it: without the token nothing is shown"
        return (isOpen ? "explore: \(first)\n" : "") + "\(what): \(leadAddress(port: port))\n(Ctrl-C ends it)\n"
    }

    /// The address that the token opens.
    package func leadAddress(port: Int) -> String { "\(origin(port: port))/?\(Session.parameter)=\(token)" }

    /// Under which address people reach it, without a slash at its end.
    package func origin(port: Int) -> String {
        let interface = interface.contains(":") ? "[\(interface)]" : interface
        let own = "http://\(Self.isLoopback(self.interface) ? interface : "127.0.0.1"):\(port)"
        // A proxy has an address of its own; behind another interface the names lead to this port.
        return hosts.first.map { Self.isLoopback(self.interface) ? "https://\($0)" : "http://\($0):\(port)" } ?? own
    }
}
