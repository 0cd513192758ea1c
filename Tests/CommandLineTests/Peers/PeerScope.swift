import Foundation
import TestServers
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

/// Lends servers of others to a suite's tests.
///
/// Suites that want the same server share it. It is started once, and stopped by its keeper when the test process ends.
struct PeerScope: SuiteTrait, TestScoping {
    /// What the script of the llama-server is to read.
    let settings: [String: String]
    let hasGateway: Bool

    func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        let servers = try await PeerPool.shared.take(settings: settings, withGateway: hasGateway)
        do {
            try await Peers.$running.withValue(servers) { try await body() }
            await PeerPool.shared.giveBack()
        } catch {
            await PeerPool.shared.giveBack()
            throw error
        }
    }
}

/// The servers of others that this process has started. One suite has them at a time: some count what a server was asked,
/// some kill it.
private actor PeerPool {
    static let shared = PeerPool()

    private var started: [[String: String]: PeerServer] = [:]
    private var isLent = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// A llama-server with these settings, and a gateway before it where one is wanted.
    ///
    /// - Throws: ``PeerError`` where one does not come up.
    func take(settings: [String: String], withGateway: Bool) async throws -> [PeerServer] {
        if isLent { await withCheckedContinuation { waiting.append($0) } }
        isLent = true
        do {
            let llama = try await server(.llama, settings)
            guard withGateway else { return [llama] }
            return [llama, try await server(.gateway, ["UPSTREAM": llama.address])]
        } catch {
            giveBack()
            throw error
        }
    }

    /// Lets the next suite have them.
    func giveBack() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        isLent = false
    }

    private func server(_ program: PeerProgram, _ settings: [String: String]) async throws -> PeerServer {
        guard let server = started[settings] else {
            let server = try await PeerServer.start(program, settings: settings)
            started[settings] = server
            return server
        }
        // Where it runs, its script leaves it alone; where the suite before has killed it, it comes up again.
        server.signal(SIGCONT)
        try await server.start()
        return server
    }
}

extension Trait where Self == PeerScope {
    /// A llama-server.
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
