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
    /// The same questions with every scale from agreement; `nil` where they are the same.
    let askingFromAgreement: SubjectAsking?

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
        askingFromAgreement = load.fromAgreement.map {
            SubjectAsking(study: $0, part: load.part, record: $0.record, stop: stop)
        }
    }

    /// - Throws: `CancellationError` where it was stopped.
    package func calibration() async throws -> Calibration {
        let points = load.grid.points
        let residents = worldRespondents
        let contrasts = load.simulations > 0 ? load.contrasts : []
        let respondents = powerRespondents(contrasts)
        progress.expect(
            points.count * load.subjects + residents.count + respondents.count * CalibrationWorkload.powerReplicates
                + contrasts.count * load.simulations)
        let populations = try await populations(points)
        let measured = try await inOrder(points.count * load.subjects) { place in
            let point = points[place / load.subjects]
            return try await subject(place % load.subjects, point, populations[point] ?? [:])
        }
        let worlds = try await worlds(residents)
        let power = contrasts.isEmpty ? nil : try await power(contrasts, respondents)
        return Calibration(
            grid: load.grid, subjects: load.subjects, plan: load.resampling, measured: measured, power: power,
            worlds: worlds)
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
        return try await calibrated(
            found, of: subject.model, number: number, point: point, population: population, draws: true)
    }

    /// A subject's readings, measured, beside what is true of it.
    ///
    /// - Parameter draws: whether intervals are drawn.
    func calibrated(
        _ found: ReadingCollector, of model: String, number: Int, point: CalibrationPoint,
        population: [CalibratedMeasure: Double], draws: Bool
    ) async throws -> CalibratedSubject {
        let measured = try MeasureReport(
            axes: found.axes, stated: found.stated, acted: found.acted, states: found.states,
            disagreeFirst: found.disagreeFirst)
        let profile = try Simulated.Profile(ModelName(model).model)
        let (options, asks) = (load.part.optionCount, { (cell: Cell) in load.part.hasPair(cell) })
        return CalibratedSubject(
            number: number, point: point, measured: measured,
            intervals: draws ? try await MeasureIntervals(of: measured, plan: load.resampling, workers: 1) : nil,
            truth: try SubjectTruth.report(profile, axes: load.axes, options: options, asks: asks),
            population: population,
            leanings: try await leanings(
                of: measured, truth: SubjectTruth.gap(profile, axes: load.axes, options: options, asks: asks),
                draws: draws && profile.world != nil))
    }

    /// More draws of a fit would take longer than all the rest.
    private static let mostDraws = 100

    /// The figures that rest on single readings.
    ///
    /// - Parameter draws: whether intervals are drawn around the deconvolved ones.
    private func leanings(
        of measured: MeasureReport, truth: [CalibratedMeasure: Double], draws: Bool
    ) async throws -> LeaningFigures {
        guard let counts = measured.leanings else { return LeaningFigures(truth: truth, recovered: [:]) }
        var plan = load.resampling
        plan.replicates = min(plan.replicates, Self.mostDraws)
        let drawn = draws ? try await DeconvolutionReport(of: measured, plan: plan, parts: false, workers: 1) : nil
        return LeaningFigures(
            truth: truth, DeconvolvedGap(of: counts), SlipCorrection(counts), intervals: drawn?.overall.intervals ?? [:]
        )
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
