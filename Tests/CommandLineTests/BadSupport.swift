import AnswerStore
import Foundation
import Synchronization
import TestServers
import TestSupport
import Testing

/// A smallest selection of the pilot study: one question of Task 1 and ten of Task 2, the question of Task 1 first.
enum SmallPart {
    static let options = [
        "--countries", "United States", "--topics", "Politics", "--variants", "0", "--concurrency", "1", "--quiet",
    ]
    static let questions = 11

    /// A run of it.
    static func run(_ server: LoopbackServer, _ more: String...) -> [String] {
        ["run", "--model", "local/m", "--base-url", server.baseURL] + options + more
    }

    /// A readable answer in either task.
    static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        .chat(text(request))
    }

    /// The text of a readable answer in either task.
    static func text(_ request: LoopbackServer.Request) -> String {
        if String(decoding: request.body, as: UTF8.self).contains("Option 1") { return "{\"action\": \"Option 1\"}" }
        let values = [
            "Authority", "Ambitious", "Enjoying Life", "Daring", "Independent", "Social Justice", "Helpful",
            "Respect for Tradition", "Politeness", "Family Security",
        ]
        return "{" + values.map { "\"\($0)\": 2" }.joined(separator: ", ") + "}"
    }
}

/// What a server does next, changed by a test in the middle of it.
final class Behaviour: Sendable {
    typealias Handler = @Sendable (LoopbackServer.Request) -> LoopbackServer.Response

    private let handler: Mutex<Handler>

    init(_ handler: @escaping Handler) {
        self.handler = Mutex(handler)
    }

    func change(_ handler: @escaping Handler) {
        self.handler.withLock { $0 = handler }
    }

    func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        handler.withLock { $0 }(request)
    }
}

/// Lends a program with a folder of its own.
func withProgram(_ body: (Program) async throws -> Void) async throws {
    let vlens = try Program()
    defer { vlens.remove() }
    try await body(vlens)
}

/// Expects an exit code, and every one of these texts on standard error; and that nothing crashed.
func expect(
    _ result: Program.Result, exits status: Int32, says texts: [String], location: SourceLocation = #_sourceLocation
) {
    #expect(result.status == status, "\(result.error)", sourceLocation: location)
    for text in texts where !result.error.contains(text) {
        Issue.record("no “\(text)” in: \(result.error)", sourceLocation: location)
    }
}

extension Program {
    /// Runs another program in its folder, with its environment.
    func shell(_ words: [String]) async throws -> Result {
        try await start(words[0], Array(words.dropFirst())).result()
    }

    /// How many replies a store in its folder holds.
    func replyCount(_ store: String = "vlens.sqlite") throws -> Int {
        let store = try AnswerStore(path: file(store).path, mode: .readOnly)
        return try store.runs().reduce(0) { $0 + (try store.counts(run: $1.id).replied) }
    }

    /// The names in its folder, in order.
    func names(_ folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: file(folder).path).sorted()
    }

    /// The bytes of every file below its folder.
    func allBytes() throws -> [(name: String, bytes: Data)] {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try paths.sorted().compactMap { path in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: file(path).path, isDirectory: &isFolder)
            return isFolder.boolValue ? nil : (path, try Data(contentsOf: file(path)))
        }
    }
}
