package import AnswerStore
import Measures
import Study

/// How much the stated score of each cell varies over prompt variants: the standard deviation (of n − 1) of the variants' mean scores.
package struct StatedSpread {
    private let readings: CodedReadings
    /// Askings of one replicate lie side by side; of what others asked only the number of the prompt is known.
    private let variants: Int

    /// The spread of a run, whose Task 2 need not be known.
    package init(_ measured: MeasuredRun, in store: AnswerStore) throws {
        if let known = measured.readings?.stated.readings {
            readings = known
        } else {
            let extents = try RunExtents(of: measured.run, store)
            readings = try MeasuredRun.collect(measured.run, store, measured.study, .strict, extents).stated
        }
        let asked = measured.study.variants(of: .stated).count
        variants = measured.run.knowsWording && asked > 0 ? min(asked, readings.askings) : readings.askings
    }

    /// The spread of readings that are at hand.
    init(_ readings: CodedReadings, _ run: RunRecord, _ study: StudyDefinition) {
        self.readings = readings
        let asked = study.variants(of: .stated).count
        variants = run.knowsWording && asked > 0 ? min(asked, readings.askings) : readings.askings
    }

    /// Of a cell, 0 or more; `nil` with fewer than two variants that have a reading.
    package func of(_ cell: Int) -> Double? {
        guard variants > 1 else { return nil }
        var means: [Double] = []
        for variant in 0..<variants {
            let options = stride(from: variant, to: readings.askings, by: variants).compactMap {
                readings.option(cell: cell, asking: $0)
            }
            guard !options.isEmpty else { continue }
            means.append(Double(options.reduce(0, +)) / Double(options.count * (readings.options - 1)))
        }
        guard means.count > 1 else { return nil }
        let mean = means.reduce(0, +) / Double(means.count)
        return (means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(means.count - 1)).squareRoot()
    }
}
