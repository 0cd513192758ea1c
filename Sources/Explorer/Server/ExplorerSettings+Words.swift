extension ExplorerSettings {
    /// What is said when the explorer listens: the address to look at, and the one that may also write, a line each. It is the only
    /// place where the secret is shown.
    package func lines(port: Int) -> String {
        let interface = interface.contains(":") ? "[\(interface)]" : interface
        let own = "http://\(Self.isLoopback(self.interface) ? interface : "127.0.0.1"):\(port)/"
        // A proxy has an address of its own; behind another interface the names lead to this port.
        let others = hosts.map { name in
            Self.isLoopback(self.interface) ? "https://\(name)/" : "http://\(name):\(port)/"
        }
        let first = others.first ?? own
        let what = isLocal ? "look at it, and overrule readings" : "look at it: without the token nothing is shown"
        return (isLocal ? "explore: \(first)\n" : "")
            + "\(what): \(first)?\(Session.parameter)=\(token)\n(Ctrl-C ends it)\n"
    }
}
