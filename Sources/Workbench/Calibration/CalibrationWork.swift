import AnswerStore
package import Elicitation
package import Measures
import Respondents
import Simulated
import Study

/// Asks all subjects of a calibration and measures them.
package struct CalibrationWork: Sendable {
    let load: CalibrationWorkload
    let stores: CalibrationStores
    let progress: CalibrationProgress
    let stop: StopSwitch
    let workers: Int

    let asking: SubjectAsking

    package init(
        _ load: CalibrationWorkload, stores: CalibrationStores, progress: CalibrationProgress, stop: StopSwitch,
        workers: Int
    ) {
        self.load = load
        self.stores = stores
        self.progress = progress
        self.stop = stop
        self.workers = workers
        asking = SubjectAsking(study: load.study, part: load.part, record: load.study.record, stop: stop)
    }

    /// - Throws: `CancellationError` where it was stopped.
    package func calibration() async throws -> Calibration {
        let points = load.grid.points
        let contrasts = load.simulations > 0 ? load.contrasts : []
        let respondents = powerRespondents(contrasts)
        progress.expect(
            points.count * load.subjects + respondents.count * CalibrationWorkload.powerReplicates
                + contrasts.count * load.simulations)
        let populations = try await populations(points)
        let measured = try await inOrder(points.count * load.subjects) { place in
            let point = points[place / load.subjects]
            return try await subject(place % load.subjects, point, populations[point] ?? [:])
        }
        let power = contrasts.isEmpty ? nil : try await power(contrasts, respondents)
        return Calibration(
            grid: load.grid, subjects: load.subjects, plan: load.resampling, measured: measured, power: power)
    }

    /// What is true of all subjects of each place; biases other than the base rate leave it as it is.
    private func populations(
        _ points: [CalibrationPoint]
    ) async throws -> [CalibrationPoint: [CalibratedMeasure: Double]] {
        func plain(_ point: CalibrationPoint) -> CalibrationPoint {
            point.bias == .baseRate ? point : CalibrationPoint(gap: point.gap, bias: .undisturbed, level: 0)
        }
        let wanted = points.filter { plain($0) == $0 }
        let found = try await inOrder(wanted.count, counting: 0) { place in
            try SubjectTruth.population(wanted[place], options: load.part.optionCount, seed: load.seed)
        }
        let known = Dictionary(uniqueKeysWithValues: zip(wanted, found))
        return Dictionary(uniqueKeysWithValues: points.map { ($0, known[plain($0)] ?? [:]) })
    }

    private func subject(
        _ number: Int, _ point: CalibrationPoint, _ population: [CalibratedMeasure: Double]
    ) async throws -> CalibratedSubject {
        let subject = CalibrationSubject(point: point, seed: CalibrationSeeds.grid(load.seed, number: number))
        let found = try await stores.with { store in
            try await asking.readings(of: subject.model, selection: load.selection, in: store)
        }
        let measured = try MeasureReport(
            axes: found.axes, stated: found.stated, acted: found.acted, states: found.states)
        let profile = try Simulated.Profile(ModelName(subject.model).model)
        return CalibratedSubject(
            number: number, point: point, measured: measured,
            intervals: try await MeasureIntervals(of: measured, plan: load.resampling, workers: 1),
            truth: try SubjectTruth.report(profile, axes: load.axes, options: load.part.optionCount) {
                load.part.actions[$0] != nil
            },
            population: population)
    }

    /// The results of numbered pieces of work in the order of their numbers, as many at once as there are processors.
    ///
    /// - Parameter units: what one piece adds to the progress.
    func inOrder<Result: Sendable>(
        _ count: Int, counting units: Int = 1, _ work: @escaping @Sendable (Int) async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results = [Result?](repeating: nil, count: count)
            var next = 0
            func add() {
                guard next < count else { return }
                let number = next
                next += 1
                group.addTask {
                    guard !stop.isOn else { throw CancellationError() }
                    return (number, try await work(number))
                }
            }
            for _ in 0..<workers { add() }
            while let (number, result) = try await group.next() {
                results[number] = result
                progress.advance(by: units)
                add()
            }
            return results.compactMap(\.self)
        }
    }
}
