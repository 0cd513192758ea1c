import Dispatch
import Elicitation
import Foundation

/// Ctrl-C and SIGTERM: the first asks the run to stop, the second ends the program now.
final class Interruption {
    private let sources: [any DispatchSourceSignal]

    init(_ stop: StopSwitch, grace: Duration) {
        let queue = DispatchQueue(label: "vlens.signals")
        sources = [SIGINT, SIGTERM].map { number in
            // The default action would end the program before the source sees the signal.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                // Not `exit`: what that runs first may wait for the work that shall end. The store needs no farewell.
                if stop.isOn { _exit(128 + number) }
                stop.stop()
                let seconds = Int(grace / .seconds(1))
                Terminal.error.write(
                    "\nvlens: stopping; waiting up to \(seconds) s for replies that are out (again to stop now)\n")
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
