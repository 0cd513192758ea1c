import Foundation
import Measures
import Workbench

extension CalibrateCommand {
    /// What is asked, of whom, and how often.
    func workload() throws -> CalibrationWorkload {
        let study = try study.load()
        return try CalibrationWorkload(
            study: study, countries: try places.countries(of: study.definition),
            topics: try places.topics(of: study.definition), grid: try options.grid(), subjects: options.subjects,
            resampling: ResamplingPlan(replicates: options.draws, seed: options.seed),
            detect: try options.differences(), simulations: options.simulations, worlds: try options.chosenWorlds())
    }

    /// Asks and measures all of them, with progress on standard error.
    func calibration(_ load: CalibrationWorkload) async throws -> Calibration {
        let progress = CalibrationProgress()
        let stores = try CalibrationStores(path: store)
        defer { stores.remove() }
        let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
        let display: (@Sendable () async -> Void)? = quiet ? nil : { @Sendable in await progress.show() }
        let work = await StoppableWork<Calibration>.during(grace: .seconds(2), display: display) { stop in
            try await CalibrationWork(load, stores: stores, progress: progress, stop: stop, workers: workers)
                .calibration()
        }
        if work.isStopped { throw stopped(progress, by: work.signal) }
        return try work.result.get()
    }

    private func stopped(_ progress: CalibrationProgress, by signal: Int32?) -> CommandFailure {
        let remedy =
            store == nil
            ? "with --store FILE a later start goes on where it was" : "go on with: \(RunEnding.commandLine)"
        return CommandFailure(
            "stopped at \(progress.done) of \(progress.expected) steps, and nothing was written; \(remedy)",
            exitCode: CommandFailure.incomplete, signal: signal)
    }
}
