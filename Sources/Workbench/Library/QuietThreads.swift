import Dispatch
import Foundation
import Synchronization

/// Threads of their own for long computations, as many as there are cores and behind everything else in the system's order. Tasks that
/// answer somebody who waits then find their threads free, and the machine gives them the cores first.
final class QuietThreads: TaskExecutor {
    /// The program's only ones; they last as long as it does.
    static let shared = QuietThreads(count: ProcessInfo.processInfo.activeProcessorCount)

    private let jobs = Mutex<[UnownedJob]>([])
    private let waiting = DispatchSemaphore(value: 0)

    private init(count: Int) {
        for _ in 0..<count {
            let thread = Thread { [self] in work() }
            thread.name = "quiet"
            thread.qualityOfService = .background
            thread.start()
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        waiting.signal()
    }

    private func work() {
        #if os(Linux)
            // Of this thread alone. What can't be lowered computes as before.
            _ = setpriority(__priority_which_t(UInt32(PRIO_PROCESS.rawValue)), 0, 10)
        #endif
        while true {
            waiting.wait()
            if let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
                job.runSynchronously(on: asUnownedTaskExecutor())
            }
        }
    }
}
