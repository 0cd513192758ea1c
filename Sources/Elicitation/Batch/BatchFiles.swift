import AnswerStore
import Foundation
import Synchronization
import Text

/// The files of a store's batches, in a folder beside it: what is sent until it was answered, and what came back.
struct BatchFiles: Sendable {
    let folder: String

    init(store: AnswerStore) { folder = store.path + "-batches" }

    func requests(_ part: BatchPart) -> String { "\(folder)/part-\(part.nonce).requests.jsonl" }

    func result(_ name: String) -> String { "\(folder)/\(name)" }

    func resultName(_ part: BatchPart, _ number: Int) -> String { "part-\(part.nonce).results-\(number).jsonl" }

    /// Removes a part's requests; where they are gone, nothing.
    func removeRequests(_ part: BatchPart) {
        try? FileManager.default.removeItem(atPath: requests(part))
        try? FileManager.default.removeItem(atPath: requests(part) + ".partial")
    }

    /// SHA-256 of a file; `nil` where there is none.
    static func digest(_ path: String) -> String? {
        guard let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else { return nil }
        return data.withUnsafeBytes { Digest(of: $0).hexadecimal() }
    }

    static func problem(_ path: String, _ error: any Error) -> ElicitationError {
        .batch(.file(path: path, reason: FileFailure(.writing, path, error as NSError).reason))
    }
}

/// Writes a file of lines under another name, which it loses once it is whole and on the disk.
final class LineWriter: Sendable {
    private struct State {
        var file: FileHandle?
        var buffer: [UInt8] = []
        var bytes = 0
        var lines = 0
        var failure: (any Error)?
    }

    let path: String
    private let state: Mutex<State>

    init(_ path: String) throws(ElicitationError) {
        self.path = path
        do {
            let folder = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data().write(to: URL(filePath: path + ".partial"))
            state = Mutex(State(file: try FileHandle(forWritingTo: URL(filePath: path + ".partial"))))
        } catch {
            throw BatchFiles.problem(path, error)
        }
    }

    var bytes: Int { state.withLock { $0.bytes } }
    var lines: Int { state.withLock { $0.lines } }

    /// - Returns: whether it could be written.
    func write(_ line: [UInt8]) -> Bool {
        state.withLock { state in
            guard state.failure == nil else { return false }
            state.buffer += line
            state.buffer.append(UInt8(ascii: "\n"))
            state.bytes += line.count + 1
            state.lines += 1
            if state.buffer.count > 256 << 10 { Self.flush(&state) }
            return state.failure == nil
        }
    }

    private static func flush(_ state: inout State) {
        do {
            try state.file?.write(contentsOf: state.buffer)
        } catch {
            state.failure = error
        }
        state.buffer = []
    }

    /// The file gets its name.
    ///
    /// - Returns: its SHA-256.
    func finish() throws(ElicitationError) -> String {
        let failure: (any Error)? = state.withLock { state in
            Self.flush(&state)
            do {
                try state.file?.synchronize()
                try state.file?.close()
            } catch {
                state.failure = state.failure ?? error
            }
            state.file = nil
            return state.failure
        }
        if let failure { throw BatchFiles.problem(path, failure) }
        do {
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
            try FileManager.default.moveItem(atPath: path + ".partial", toPath: path)
        } catch {
            throw BatchFiles.problem(path, error)
        }
        guard let digest = BatchFiles.digest(path) else {
            throw .batch(.file(path: path, reason: "it was removed"))
        }
        return digest
    }

    /// Nothing is left of it.
    func abandon() {
        state.withLock { state in
            try? state.file?.close()
            state.file = nil
        }
        try? FileManager.default.removeItem(atPath: path + ".partial")
    }
}
