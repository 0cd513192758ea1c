import TestSupport
import Testing

/// The servers of others that a suite's tests share.
enum Peers {
    @TaskLocal static var running: [PeerServer] = []

    /// The suite's llama-server.
    static func llama() throws -> PeerServer { try #require(running.first) }

    /// The suite's gateway, which relays some of its models to the llama-server.
    static func gateway() throws -> PeerServer { try #require(running.dropFirst().first) }
}

/// Starts servers of others before a suite's first test and stops them after its last, whatever happens in between.
struct PeerScope: SuiteTrait, TestScoping {
    /// What the script of the llama-server is to read.
    let settings: [String: String]
    let hasGateway: Bool

    func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        let llama = try await PeerServer.start(.llama, settings: settings)
        try await Self.lend(llama) {
            guard hasGateway else { return try await Peers.$running.withValue([llama]) { try await body() } }
            let gateway = try await PeerServer.start(.gateway, settings: ["UPSTREAM": llama.address])
            try await Self.lend(gateway) {
                try await Peers.$running.withValue([llama, gateway]) { try await body() }
            }
        }
    }

    private static func lend(_ server: PeerServer, to body: () async throws -> Void) async throws {
        do {
            try await body()
            await server.stop()
        } catch {
            await server.stop()
            throw error
        }
    }
}

extension Trait where Self == PeerScope {
    /// A llama-server of this suite's own.
    ///
    /// - Parameters:
    ///   - slots: how many questions it answers at once.
    ///   - context: the tokens of a question and its answer together, 8,192 at most; a token is a byte.
    ///   - key: the key that it wants.
    static func llama(slots: Int = 8, context: Int = 4096, key: String? = nil) -> Self {
        PeerScope(settings: llamaSettings(slots: slots, context: context, key: key), hasGateway: false)
    }

    /// A LiteLLM gateway before a llama-server.
    static var gateway: Self {
        PeerScope(settings: llamaSettings(slots: 8, context: 4096, key: nil), hasGateway: true)
    }

    private static func llamaSettings(slots: Int, context: Int, key: String?) -> [String: String] {
        ["SLOTS": "\(slots)", "CTX_PER_SLOT": "\(context)", "CPP_ARGS": key.map { "--api-key \($0)" } ?? ""]
    }
}
