import Foundation
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a short command of the system says.
package enum ProgramOutput {
    /// More than that is cut: the whole queue of a large cluster is shorter.
    private static let mostBytes = 64 << 20

    /// Runs a program to its end and returns its standard output.
    ///
    /// - Parameters:
    ///   - words: the program and its arguments.
    ///   - seconds: how long it may take; it is killed then.
    /// - Throws: ``ProgramError`` where it can't be started, fails or is too slow.
    package static func of(
        _ words: [String], environment: [String: String] = ProcessInfo.processInfo.environment, seconds: Int = 120
    ) async throws(ProgramError) -> String {
        let program = words.first ?? ""
        let output = try SystemPipe(for: program)
        let complaint = try SystemPipe(for: program)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        let child: ChildProcess
        do throws(ProgramError) {
            defer { for end in [nothing, output.writing, complaint.writing] { close(end) } }
            child = try ChildProcess.start(
                words, environment: environment, input: nothing, output: output.writing, error: complaint.writing)
        } catch {
            for end in [output.reading, complaint.reading] { close(end) }
            throw error
        }
        async let said = text(of: output.reading)
        async let complained = text(of: complaint.reading)
        let killer = Task {
            try await Task.sleep(for: .seconds(seconds))
            child.signalGroup(SIGKILL)
            return true
        }
        let status = await child.end()
        killer.cancel()
        let wasSlow = (try? await killer.value) ?? false
        let (text, words) = await (said, complained)
        if wasSlow { throw ProgramError(program: program, problem: .tooSlow(seconds: seconds)) }
        guard status == 0 else {
            throw ProgramError(program: program, problem: .failed(status: status, words: words.trimmedLines))
        }
        return text
    }

    private static func text(of descriptor: Int32) async -> String {
        await withCheckedContinuation { done in
            Thread.detachNewThread {
                var bytes: [UInt8] = []
                SystemPipe.drain(descriptor) { new in
                    bytes.append(contentsOf: new.prefix(mostBytes - bytes.count))
                }
                done.resume(returning: String(decoding: bytes, as: UTF8.self))
            }
        }
    }
}

extension String {
    /// Without blanks and line breaks at both ends.
    fileprivate var trimmedLines: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
