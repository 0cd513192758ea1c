import AnswerStore
import Foundation
import GRDB
import Testing

/// A store in a folder of its own that goes away with the value's last use.
func withStore<T>(_ body: (AnswerStore, String) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "vlens.sqlite").path
    return try await body(try AnswerStore(path: path), path)
}

let now = Date(timeIntervalSince1970: 1_700_000_000)
let study = StudyRecord(name: "tiny", protocolHash: "00ff", source: "name: tiny\n", actions: nil)

func run(key: String = "k", selections: [String] = ["{}"]) -> RunRecord {
    RunRecord(
        key: key, respondent: "simulated/subject", origin: .asked, settings: "{\"temperature\":0.2}",
        selections: selections, toolVersion: "0.1.0", started: now)
}

func reply(_ question: String, text: String = "{\"action\": \"Option 1\"}", state: String = "answered") -> ReplyRecord {
    ReplyRecord(
        question: QuestionRecord(
            id: question, kind: "acted", item: .place(country: "Philippines", topic: "Politics", value: "Daring"),
            variant: 3, first: 1),
        text: text, finishReason: "stop", model: "m-1", promptTokens: 12, completionTokens: 7, latency: 0.25,
        attempts: 2, request: Data("{}".utf8), response: Data([0, 255]), replied: now,
        reading: ReadingRecord(readerVersion: 1, state: state, content: state == "answered" ? "1" : nil))
}

/// A question that a process wants to ask.
func question(_ id: String) -> QuestionRecord { reply(id).question }

func allReplies(_ store: AnswerStore, run: Int64) throws -> [ReplyRecord] {
    var replies: [ReplyRecord] = []
    try store.forEachReply(run: run, raw: true) { replies.append($0) }
    return replies
}

/// Changes a store's file behind its back.
func sqlite(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
}

extension AnswerStore {
    /// Claims for a process that is on the list.
    func grant(
        _ questionIDs: [String], run: Int64, to worker: Worker, silence: Silence = Silence(),
        again: [String: Int64] = [:]
    ) async throws -> ClaimResult {
        let request = ClaimRequest(questionIDs.map(question), run: run, again: again)
        return try #require(try await claim(request, worker: worker, silence: silence))
    }
}

/// The path of a store that is not there yet, in a folder of its own.
func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.appending(path: "vlens.sqlite").path)
}
