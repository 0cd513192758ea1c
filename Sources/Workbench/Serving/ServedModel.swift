import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A model server that was started for a run, and goes with it, however the run goes.
///
/// Two processes are started: the user's command in a group of its own, and a guard that ends this group when we are gone.
/// The guard waits at a pipe of which we alone hold the other end, so that it learns of our end from the system, even where
/// we were killed. The command waits for a word from us, which comes once the guard is there.
package final class ServedModel: Sendable {
    package let port: Int
    /// Keeps what it writes.
    package let log: ServerLog
    private let server: ChildProcess
    private let keeper: ChildProcess
    private let lifeline: Int32
    private let place: ServingPort
    private let state = Mutex(State())

    private struct State {
        var status: Int32?
        var callback: (@Sendable () -> Void)?
    }

    private static let gate = "read -r go || exit 1; exec /bin/sh -c \"$1\" </dev/null"
    private static let watch = """
        trap '' HUP INT TERM
        read -r word
        kill -TERM "-$1" 2>/dev/null
        sleep "$2"
        kill -KILL "-$1" 2>/dev/null
        """

    /// Starts it; whether it answers is another question.
    ///
    /// - Parameters:
    ///   - command: a line of shell with the port in it.
    ///   - grace: whole seconds that it may take to end after it was asked to, where we are gone.
    init(
        _ command: String, at place: ServingPort, environment: [String: String], grace: Int, log: ServerLog
    ) throws(ProgramError) {
        (port, self.place, self.log) = (place.number, place, log)
        let (go, line) = (try SystemPipe(for: "/bin/sh"), try SystemPipe(for: "/bin/sh"))
        let output = try SystemPipe(for: "/bin/sh")
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        do throws(ProgramError) {
            defer { for end in [go.reading, line.reading, output.writing, nothing] { close(end) } }
            server = try ChildProcess.start(
                ["/bin/sh", "-c", Self.gate, "vlens-server", command], environment: environment, input: go.reading,
                output: output.writing, error: output.writing)
            keeper = try ChildProcess.start(
                ["/bin/sh", "-c", Self.watch, "vlens-guard", "\(server.id)", "\(max(1, grace))"],
                environment: environment, input: line.reading, output: nothing, error: nothing)
        } catch {
            // A server that waits for its word ends with the pipe.
            for end in [go.writing, line.writing, output.reading] { close(end) }
            throw error
        }
        lifeline = line.writing
        log.follow(output.reading)
        _ = "go\n".withCString { write(go.writing, $0, 3) }
        close(go.writing)
        Thread.detachNewThread { [self] in
            let status = server.waitForEnd()
            let callback = state.withLock { state in
                state.status = status
                defer { state.callback = nil }
                return state.callback
            }
            callback?()
        }
    }

    /// Its exit code, or the negated number of the signal that ended it; `nil` while it runs.
    package var status: Int32? { state.withLock { $0.status } }

    /// Calls back once it has ended; at once where it has.
    package func whenEnded(_ callback: @escaping @Sendable () -> Void) {
        let hasEnded = state.withLock { state in
            if state.status == nil { state.callback = callback }
            return state.status != nil
        }
        if hasEnded { callback() }
    }

    /// Asks it to end, waits for that, and kills what is left then of it and of what it has started.
    ///
    /// - Parameter grace: how long it may take.
    package func stop(grace: Duration) async {
        state.withLock { $0.callback = nil }
        let clock = ContinuousClock()
        let end = clock.now + grace
        if server.isGroupThere { server.signalGroup(SIGTERM) }
        while server.isGroupThere, clock.now < end { await Self.pause(.milliseconds(20)) }
        if server.isGroupThere { server.signalGroup(SIGKILL) }
        while status == nil { await Self.pause(.milliseconds(10)) }
        // Its work is done: without us it would look at a number that may be another's by then.
        keeper.signalGroup(SIGKILL)
        _ = await keeper.end()
        close(lifeline)
    }

    /// Goes on also where the task was cancelled: what was started is to be stopped.
    private static func pause(_ time: Duration) async {
        await withCheckedContinuation { done in
            DispatchQueue.global().asyncAfter(deadline: .now() + (time / .seconds(1))) { done.resume() }
        }
    }
}
