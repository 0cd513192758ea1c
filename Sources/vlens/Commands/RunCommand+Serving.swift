import AnswerStore
import Elicitation
import Foundation
import Synchronization
import Workbench

extension RunCommand {
    /// The model server that this start needs; `nil` where none is to be started, or nothing is left to be asked.
    func service(_ planned: PlannedRun, _ run: RunRecord, _ store: AnswerStore) throws -> ModelService? {
        guard let serving = try modelServer.serving(model, store: self.store.store),
            try CostPlan(planned, startBounds(planned), prices: prices.table(), run: run, in: store).left > 0
        else { return nil }
        return ModelService(serving: serving, isQuiet: quiet)
    }

    /// The run at the port of its model server.
    func reached(_ planned: PlannedRun, port: Int) throws -> PlannedRun {
        planned.reached(by: try modelServer.specification(model, store: store.store, port: port))
    }
}

/// A model server for as long as a run asks.
final class ModelService: Sendable {
    private let serving: ModelServing
    private let isQuiet: Bool
    private let isReady = Mutex(false)

    init(serving: ModelServing, isQuiet: Bool) {
        (self.serving, self.isQuiet) = (serving, isQuiet)
    }

    /// Returns once it answers, or the surrounding task is cancelled.
    func untilReady() async {
        while !isReady.withLock({ $0 }), (try? await Task.sleep(for: .milliseconds(100))) != nil {}
    }

    /// Starts it, asks, and stops it, whatever happens. Where it ends before that, the asking is stopped.
    ///
    /// - Parameter ask: asks at a port.
    /// - Throws: `ServingError` where it does not answer or ends too early; `CancellationError` where `stop` came first.
    func during(_ stop: StopSwitch, _ ask: (Int) async throws -> RunSnapshot) async throws -> RunSnapshot {
        let served = try await start(stop)
        isReady.withLock { $0 = true }
        served.whenEnded { stop.stop() }
        do {
            let snapshot = try await ask(served.port)
            let status = served.status
            await served.stop(grace: serving.grace)
            guard let status, snapshot.left > 0 else { return snapshot }
            throw ServingError.ended(status: status, lines: served.log.lastLines, log: served.log.path)
        } catch {
            await served.stop(grace: serving.grace)
            throw error
        }
    }

    private func start(_ stop: StopSwitch) async throws -> ServedModel {
        var progress = ServingProgress(timeout: serving.timeout)
        defer { progress.end() }
        return try await serving.start(environment: ProcessInfo.processInfo.environment) { taken, line in
            if !isQuiet { progress.show(taken, line) }
            return !stop.isOn
        }
    }
}

/// Says how long a model server has been loading: a line that is redrawn on a terminal, one now and then elsewhere.
private struct ServingProgress {
    let timeout: Duration
    private var next = Duration.seconds(2)

    init(timeout: Duration) { self.timeout = timeout }

    mutating func show(_ taken: Duration, _ line: String?) {
        guard taken >= .seconds(1) else { return }
        let terminal = Terminal.error
        let (seconds, most) = (Int(taken / .seconds(1)), Int(timeout / .seconds(1)))
        let text =
            "waiting for the model server: \(ProgressLine.clock(seconds: seconds)), at most "
            + "\(ProgressLine.clock(seconds: most))\(line.map { "; it says: \($0)" } ?? "")"
        if terminal.isInteractive {
            terminal.write("\r\u{1B}[K" + String(text.prefix(terminal.width - 1)))
        } else if taken >= next {
            terminal.line(text)
            next = taken + min(taken, .seconds(60))
        }
    }

    func end() {
        if Terminal.error.isInteractive { Terminal.error.write("\r\u{1B}[K") }
    }
}
