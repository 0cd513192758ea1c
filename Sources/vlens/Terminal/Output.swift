import Foundation
import Text
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard output, and whether everything has reached it.
enum Output {
    /// The system's number of the first write that failed; 0 before.
    private static let failure = Mutex<Int32>(0)

    /// To be called before any file is opened: a standard descriptor that was closed at the start would be given to the
    /// store, and our own words be written into it. Then a closed pipe is told by a number, not by a signal that would
    /// end a run in the middle.
    static func prepare() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            // Opened the wrong way round, so that using it still is an error. The lowest free number is this one.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
        signal(SIGPIPE, SIG_IGN)
    }

    /// Writes, unless an earlier write has failed.
    static func deliver(_ text: String) {
        guard failure.withLock({ $0 == 0 }) else { return }
        let number = TextOutput.write(text, to: STDOUT_FILENO)
        if number != 0 { failure.withLock { $0 = number } }
    }

    /// Whether a write has failed, so that no later one does anything.
    static var hasFailed: Bool { failure.withLock { $0 != 0 } }

    /// Why not everything could be written; `nil` where it was, or where whoever reads has closed the pipe.
    static var problem: String? {
        let number = failure.withLock { $0 }
        guard number != 0, number != EPIPE else { return nil }
        return "standard output can't be written: \(FileFailure(.writing, "", number: number).reason)"
    }
}
