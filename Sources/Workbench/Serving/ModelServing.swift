import Foundation
package import Text

/// How a run's own model server is started.
package struct ModelServing: Sendable {
    /// A line of shell, with `{port}` wherever the port belongs.
    package let command: String
    package let address: ServedAddress
    /// How long it may take until it answers: loading a large model takes minutes.
    package let timeout: Duration
    /// How long it may take to end.
    package let grace: Duration
    /// Where what it writes is kept.
    package let logPath: String

    /// More attempts than that, each at another port, are not made.
    private static let mostAttempts = 5

    /// - Throws: ``ServingError`` where command or address have no place for the port.
    package init(
        command: String, address: String?, timeout: Duration, grace: Duration, logPath: String
    ) throws(ServingError) {
        guard command.contains(ServedAddress.mark) else { throw .noPlaceForPort(command: command) }
        self.command = command
        self.address = try ServedAddress(address)
        (self.timeout, self.grace, self.logPath) = (timeout, grace, logPath)
    }

    /// Starts the server and waits until it answers. One that ends because somebody else has its port is started again at
    /// another.
    ///
    /// - Parameters:
    ///   - environment: ours; what belongs to a cluster's task is kept from the server.
    ///   - waiting: called now and then with how long it has taken and the server's last line; `false` gives up.
    /// - Throws: ``ServingError``, `FileFailure` for the log, `CancellationError` where it was given up; no server is left
    ///   then.
    package func start(
        environment: [String: String], waiting: (Duration, String?) -> Bool
    ) async throws -> ServedModel {
        let log = try ServerLog(path: logPath)
        let start = ContinuousClock.now
        var attempts = 0
        while true {
            attempts += 1
            guard let place = ServingPort.draw() else { throw ServingError.noPort }
            log.forgetLines()
            log.note("starting the model server on port \(place.number)")
            let served: ServedModel
            do throws(ProgramError) {
                served = try ServedModel(
                    command.replacing(ServedAddress.mark, with: "\(place.number)"), at: place,
                    environment: ServerEnvironment.scrubbed(environment),
                    grace: Int((grace / .seconds(1)).rounded(.up)), log: log)
            } catch {
                throw ServingError.notStarted(error)
            }
            do {
                try await wait(for: served, since: start, waiting)
                return served
            } catch let error as ServingError {
                await served.stop(grace: grace)
                guard case .endedEarly(let status, _, _, _) = error else { throw error }
                guard attempts < Self.mostAttempts, Self.isCollision(log.lastLines, port: place.number) else {
                    throw ServingError.endedEarly(
                        status: status, attempts: attempts, lines: log.lastLines, log: logPath)
                }
            } catch {
                await served.stop(grace: grace)
                throw error
            }
        }
    }

    private func wait(
        for served: ServedModel, since start: ContinuousClock.Instant, _ waiting: (Duration, String?) -> Bool
    ) async throws {
        var pause = Duration.milliseconds(50)
        while true {
            let isReady = await answers(port: served.port)
            if let status = served.status {
                throw ServingError.endedEarly(status: status, attempts: 1, lines: [], log: logPath)
            }
            if isReady { return }
            let taken = ContinuousClock.now - start
            guard taken < timeout else {
                throw ServingError.silent(
                    seconds: Int(timeout / .seconds(1)), address: address.with(port: served.port),
                    lines: served.log.lastLines, log: logPath)
            }
            guard waiting(taken, served.log.lastLines.last) else { throw CancellationError() }
            try await Task.sleep(for: pause)
            pause = min(pause * 1.5, .seconds(1))
        }
    }

    /// Whether it lists its models, and does not say that it is still loading one (llama-server answers 503 at `/health`
    /// then; a server that has no such page answers 404).
    private func answers(port: Int) async -> Bool {
        guard let models = await LoopbackProbe.status(port: port, path: address.modelsPath), models < 500,
            let health = await LoopbackProbe.status(port: port, path: "/health"), health != 503
        else { return false }
        return true
    }

    /// Whether a server ended because its port was taken: it says so, or somebody listens there.
    private static func isCollision(_ lines: [String], port: Int) -> Bool {
        let words = [
            "address already in use", "eaddrinuse", "errno 98", "errno 48", "couldn't bind", "could not bind",
            "failed to bind", "port is already",
        ]
        return lines.contains { line in words.contains { line.lowercased().contains($0) } }
            || !ServingPort.isFree(port)
    }
}
