import Dispatch
import Elicitation
import Foundation
import Synchronization

/// Ctrl-C, SIGTERM and the end of a session: the first asks the run to stop, the second ends the program now.
///
/// Who started the program in a way that outlives its session (`nohup`) had SIGHUP ignored, and keeps it so.
final class Interruption {
    private let sources: [any DispatchSourceSignal]
    private let numbers: [Int32]
    private let received = Received()

    private final class Received: Sendable {
        let number = Mutex<Int32?>(nil)
    }

    /// The signal that asked the run to stop; `nil` where none did.
    var signal: Int32? { received.number.withLock { $0 } }

    init(_ stop: StopSwitch, grace: Duration) {
        let queue = DispatchQueue(label: "vlens.signals")
        numbers = [SIGINT, SIGTERM, SIGHUP].filter { $0 != SIGHUP || !Self.isIgnored($0) }
        sources = numbers.map { number in
            // The default action would end the program before the source sees the signal.
            Foundation.signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: queue)
        }
        for (number, source) in zip(numbers, sources) {
            source.setEventHandler { [received] in
                // Not `exit`: what that runs first may wait for the work that shall end. The store needs no farewell.
                if stop.isOn { _exit(128 + number) }
                received.number.withLock { $0 = number }
                stop.stop()
                let seconds = Int(grace / .seconds(1))
                Terminal.error.write(
                    "\nvlens: stopping; waiting up to \(seconds) s for the requests in flight (again to stop now)\n")
            }
            source.resume()
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in numbers { Foundation.signal(number, SIG_DFL) }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        let handler = Foundation.signal(number, SIG_IGN)
        Foundation.signal(number, handler)
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Ends the program by a signal, after all was put in order: whoever started it, such as the loop of a shell, then
    /// knows that it was interrupted and did not end by itself.
    static func die(of number: Int32) {
        Foundation.signal(number, SIG_DFL)
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, number)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        raise(number)
    }
}
