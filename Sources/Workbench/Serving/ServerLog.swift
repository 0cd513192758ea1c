import Foundation
import Respondents
import Synchronization
package import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a server writes: kept in a file of bounded size, its last lines at hand.
///
/// Lines are cut at 4,096 bytes, whatever their length, and what looks like a key is hidden in them. Beyond 8 MiB the file
/// is put aside as `NAME.1`, in the place of an earlier one, and begun anew.
package final class ServerLog: Sendable {
    private static let longestLine = 4096
    private static let mostBytes = 8 << 20

    /// Where it is written.
    package let path: String

    private struct State {
        var descriptor: Int32
        var size: Int
        var line: [UInt8] = []
        var dropped = 0
        var last: [String] = []
    }

    private let state: Mutex<State>

    /// Opens the file behind what it holds.
    ///
    /// - Throws: `FileFailure` where it can't be written, or is a store.
    package init(path: String) throws(FileFailure) {
        self.path = path
        guard !TextOutput.isDatabase(path) else { throw FileFailure(.writing, path, number: FileFailure.isStore) }
        let descriptor = Self.open(path)
        guard descriptor >= 0 else { throw FileFailure(.writing, path, number: errno) }
        state = Mutex(State(descriptor: descriptor, size: Int(lseek(descriptor, 0, SEEK_END))))
    }

    deinit {
        state.withLock { _ = close($0.descriptor) }
    }

    /// The last lines, the latest at the end, each at most 300 characters and fit to be shown.
    package var lastLines: [String] {
        state.withLock { state in
            state.last + (state.line.isEmpty ? [] : [Self.shown(state.line, dropped: state.dropped)])
        }.suffix(12).map { Plain.line(String($0.prefix(300))) }
    }

    /// Forgets the last lines: they are of an attempt that is over.
    func forgetLines() { state.withLock { $0.last = [] } }

    /// A line of our own.
    func note(_ text: String) { take(Array("vlens: \(text)\n".utf8)) }

    /// Reads a pipe until its writers are gone, on a thread of its own.
    func follow(_ descriptor: Int32) {
        Thread.detachNewThread { [self] in
            SystemPipe.drain(descriptor) { take($0) }
            state.withLock { Self.endLine(&$0, path) }
        }
    }

    private func take(_ bytes: some Sequence<UInt8>) {
        state.withLock { state in
            for byte in bytes {
                if byte == UInt8(ascii: "\n") {
                    Self.endLine(&state, path)
                } else if state.line.count < Self.longestLine {
                    state.line.append(byte)
                } else {
                    state.dropped += 1
                }
            }
        }
    }

    private static func endLine(_ state: inout State, _ path: String) {
        guard !state.line.isEmpty else { return }
        let text = shown(state.line, dropped: state.dropped)
        state.line.removeAll(keepingCapacity: true)
        state.dropped = 0
        state.last.append(text)
        if state.last.count > 24 { state.last.removeFirst(12) }
        let size = text.utf8.count + 1
        if state.size + size > mostBytes {
            close(state.descriptor)
            rename(path, path + ".1")
            state.descriptor = open(path)
            state.size = 0
        }
        // A log that can't be written any more is no reason to end a run.
        _ = TextOutput.write(text + "\n", to: state.descriptor)
        state.size += size
    }

    private static func shown(_ line: [UInt8], dropped: Int) -> String {
        let cut = dropped > 0 ? " … (\(dropped) bytes more)" : ""
        return KeyLike.masked(String(decoding: line, as: UTF8.self)) + cut
    }

    private static func open(_ path: String) -> Int32 {
        #if canImport(Glibc)
            Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        #elseif canImport(Musl)
            Musl.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        #elseif canImport(Darwin)
            Darwin.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        #endif
    }
}
