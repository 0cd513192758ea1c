/// How the explorer is served.
package struct ExplorerSettings: Sendable {
    /// The address of the interface that it listens on: "127.0.0.1".
    package var interface: String
    /// The port; 0 takes any that is free.
    package var port: Int
    /// Names, beside this machine's own, under which people reach it: those of a proxy, say, with their port where it is not the usual one.
    package var hosts: [String]
    /// Who knows it may write; where the explorer is reached from elsewhere, nobody else may read either.
    package var token: String
    /// Whether only those who have the token may look, also on this machine: annotators must not see what others judge.
    package var isBlind = false
    /// Seconds after which a connection is closed on which nothing comes, or nothing of an answer is taken.
    package var patience = 60
    /// What a person is told of an error of the store or of measuring.
    package var words: @Sendable (any Error) -> String

    /// Settings of a server.
    package init(
        interface: String = "127.0.0.1", port: Int = 8080, hosts: [String] = [], token: String,
        words: @escaping @Sendable (any Error) -> String = { "\($0)" }
    ) {
        self.words = words
        (self.interface, self.port, self.hosts, self.token) = (interface, port, hosts, token)
    }

    /// Whether it can be reached only from this machine, under names of its own.
    var isLocal: Bool { hosts.isEmpty && Self.isLoopback(interface) }
    /// Whether somebody without the token may look.
    var isOpen: Bool { isLocal && !isBlind }

    /// Whether an interface's address is one of this machine's own.
    package static func isLoopback(_ interface: String) -> Bool {
        interface == "localhost" || interface == "::1" || interface.hasPrefix("127.")
    }
}
