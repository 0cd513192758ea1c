import NIOCore

/// Runs Swift tasks on the thread that serves connections.
///
/// A task that sends a request from there meets its connection without waking another thread, and the answer meets the
/// task in the same way. Each of these wake-ups costs more than sending and reading together.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
