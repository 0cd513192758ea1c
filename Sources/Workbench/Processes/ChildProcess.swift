package import Foundation
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program that was started, in a process group of its own, and is waited for by whoever started it.
///
/// `Foundation.Process` hands on which signals are blocked and ignored here: a server so started would not see the signal
/// that ends it.
package struct ChildProcess: Sendable, Hashable {
    /// Its number, which is that of its group, too.
    package let id: pid_t

    /// Starts a program; it gets no file of ours but these three, and every signal as the system's default is.
    ///
    /// - Parameters:
    ///   - words: the program, looked up on `PATH` where it holds no slash, and its arguments.
    ///   - environment: all that it gets.
    ///   - input: a descriptor that becomes its standard input; `output` and `error` likewise.
    package static func start(
        _ words: [String], environment: [String: String], input: Int32, output: Int32, error: Int32
    ) throws(ProgramError) -> ChildProcess {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for (place, descriptor) in [input, output, error].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
        }
        var flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        #if canImport(Darwin)
            flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
        #else
            for descriptor in openDescriptors where descriptor > 2 {
                posix_spawn_file_actions_addclose(&actions, descriptor)
            }
        #endif
        posix_spawnattr_setpgroup(&attributes, 0)
        var (none, ours) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigemptyset(&ours)
        for number in [SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGCHLD, SIGUSR1, SIGUSR2, SIGTSTP, SIGTTIN, SIGTTOU]
        {
            sigaddset(&ours, number)
        }
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &ours)
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var id: pid_t = 0
        let number = withTexts(words) { words in
            withTexts(environment.map { "\($0.key)=\($0.value)" }) { environment in
                posix_spawnp(&id, words[0] ?? strdup(""), &actions, &attributes, words, environment)
            }
        }
        guard number == 0 else { throw ProgramError(program: words.first ?? "", problem: .notStarted(number: number)) }
        return ChildProcess(id: id)
    }

    private static var openDescriptors: [Int32] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd")) ?? []).compactMap { Int32($0) }
    }

    /// Lends texts as the system takes lists of them: each ends with a zero, the list with a null.
    private static func withTexts<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}

extension ChildProcess {
    /// Waits until it has ended, without keeping one of Swift's few threads.
    ///
    /// - Returns: its exit code, or the negated number of the signal that ended it.
    package func end() async -> Int32 {
        await withCheckedContinuation { done in
            Thread.detachNewThread { done.resume(returning: waitForEnd()) }
        }
    }

    /// The same, keeping the thread.
    func waitForEnd() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) == -1 {
            // It was waited for already: nothing is known of it.
            if errno != EINTR { return -1 }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }

    /// Sends a signal to it and to all that it has started, but for what has left its group.
    func signalGroup(_ number: Int32) {
        kill(-id, number)
    }

    /// Whether anything of its group is there, a process that nobody has waited for among it.
    var isGroupThere: Bool { kill(-id, 0) == 0 || errno == EPERM }
}
