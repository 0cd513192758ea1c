import AnswerStore
import Hummingbird
import Measures
import Pages
import Reports
import Workbench

extension PageRoute {
    /// A run's findings.
    static let run = PageRoute(path: "/runs/{run}", version: figuresVersion) { request in
        let (number, overview) = try request.requestedRun
        let address = try RunAddress(run: Int(number), query: request.query)
        let figures = try await request.library.figures(of: number)
        guard let measured = figures.measured, let report = figures.report else {
            return AbsentRunView(
                address, respondent: overview.respondent, reason: figures.failure, version: Release.version)
        }
        return try RunView(
            address, input: report, isPending: !figures.isCurrent,
            ranges: measured.ranks(country: address.country, topic: address.topic))
    }

    /// The instrument's own errors in it.
    static let instrument = PageRoute(path: "/runs/{run}/instrument", version: figuresVersion) { request in
        let (number, overview) = try request.requestedRun
        let address = InstrumentAddress(run: Int(number))
        let figures = try await request.library.figures(of: number)
        guard let report = figures.report else {
            return AbsentRunView(
                address, respondent: overview.respondent, reason: figures.failure, version: Release.version)
        }
        return InstrumentView(address, input: report, isPending: !figures.isCurrent)
    }
}

/// Which figures of a run are shown, and whether they are of all its replies.
private let figuresVersion: @Sendable (ViewRequest) async throws -> String? = { request in
    let figures = try await request.library.figures(of: request.run)
    return figures.report == nil ? nil : "\(figures.generation) \(figures.isCurrent)"
}

extension ViewRequest {
    /// The run that the path names.
    ///
    /// - Throws: `ExplorerProblem.notFound` where the store has none of that number.
    fileprivate var requestedRun: (number: Int64, record: RunRecord) {
        get throws {
            let name = parameters.get("run") ?? ""
            guard let number = Int64(name), let record = try library.store.runs().first(where: { $0.id == number })
            else { throw ExplorerProblem.notFound("run \(name.prefix(40))") }
            return (number, record)
        }
    }
}
