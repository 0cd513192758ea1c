/// The readings of one task with how they were asked for.
package struct TaskReadings: Sendable, Hashable {
    /// By cell and asking.
    package let readings: CodedReadings
    /// What distinguishes the askings.
    package let design: AskingDesign

    /// The readings of one task.
    package init(_ readings: CodedReadings, design: AskingDesign) {
        self.readings = readings
        self.design = design
    }
}

/// The instrument's own errors: how much of what a run found is due to how it was asked.
package struct InstrumentReport: Sendable, Hashable {
    /// How the intervals were made; `nil` where there are none.
    package let plan: ResamplingPlan?
    /// Task 1.
    package let stated: TaskInstrument
    /// Task 2.
    package let acted: TaskInstrument
    /// What it does that actions come from the respondent's own family; `nil` where one generator wrote them.
    package let family: FamilyEffect?
    /// Where the variance of acted − stated lies, `nil` where the readings can't tell any source apart.
    package let gap: VarianceComponents?
    /// What missing cells and ties could change.
    package let sensitivity: SensitivityReport
}

/// The errors of one task's asking.
package struct TaskInstrument: Sendable, Hashable {
    /// How far a cell's askings agree; without figures where there is no reading.
    package struct Agreement: Sendable, Hashable {
        /// The mean over cells of the share of the most frequent option.
        package let byOption: Estimate?
        /// The same with every option taken as its inclination.
        package let binary: Estimate?
        /// Cells with a reading.
        package let cells: Int
        /// Cells with one reading, which agrees with itself.
        package let cellsReadOnce: Int
    }

    /// The options that the task offers.
    package let options: Int
    /// Variants with a reading.
    package let variants: Int
    /// Replicates with a reading.
    package let replicates: Int
    /// All readings.
    package let readings: Int
    /// Agreement of the askings.
    package let agreement: Agreement
    /// The share of pairs of readings of one question, repeated in the same words, whose inclination differs: what any
    /// other share of flips is to be held against. `nil` where each question was asked once.
    package let repetitionFlips: Estimate?
    /// What framing, order, requirement and the direction of the scale do.
    package let factors: [FactorEffect]
    /// What is known of the order in which options stood.
    package let order: AskingDesign.Order
    /// What the place of an option does; `nil` unless both orders are known to have been asked.
    package let position: PositionEffect?
    /// Where the variance of the scores lies, `nil` where the readings can't tell any source apart.
    package let variance: VarianceComponents?
}

extension InstrumentReport {
    /// The errors of a run.
    ///
    /// - Parameters:
    ///   - report: the measures of the same readings.
    ///   - plan: how intervals are made, `nil` for estimates alone. All figures share the draws.
    ///   - families: of the respondent and of the generators of Task 2's actions, where there are several.
    ///   - workers: how many tasks share the work; the result does not depend on it.
    /// - Throws: `MeasuresError.wrongCellCount` or `.outOfRange` where readings and design do not belong together,
    ///   `.badPlan`.
    package init(
        of report: MeasureReport, stated: TaskReadings, acted: TaskReadings, plan: ResamplingPlan? = ResamplingPlan(),
        families: GeneratorFamilies? = nil, workers: Int = 2
    ) async throws(MeasuresError) {
        let axes = report.axes
        try plan?.check()
        for task in [stated, acted] { try task.design.check(task.readings, axes) }
        let scores = ScoreMatrix(unchecked: report.stated)
        async let variances = concurrently(3, workers: workers) { number in
            let task = number == 0 ? stated : acted
            return VarianceComponents.found(task.readings, task.design, axes, minus: number == 2 ? scores : nil)
        }
        async let sensitivity = SensitivityReport(of: report)
        var ratios = ClusteredRatios(axes: axes)
        let drafts = [stated, acted].map { TaskInstrument.added($0, to: &ratios) }
        let family = families.map { FamilyEffect.added($0, acted, report, to: &ratios) }
        let estimates = await ratios.estimates(plan, workers: workers)
        let found = await variances
        self.plan = plan
        self.stated = drafts[0](estimates, found[0])
        self.acted = drafts[1](estimates, found[1])
        self.family = family?(estimates)
        gap = found[2]
        self.sensitivity = await sensitivity
    }
}

extension TaskInstrument {
    /// Takes up what the estimates of a task are made of; the task is then made from them and its components.
    static func added(
        _ task: TaskReadings, to ratios: inout ClusteredRatios
    ) -> ([Estimate?], VarianceComponents?) -> TaskInstrument {
        let (readings, design) = (task.readings, task.design)
        let shares = ModalShares(of: readings)
        let byOption = ratios.add(above: shares.byOption, below: shares.counted, as: .mean(0...1))
        let binary = ratios.add(above: shares.binary, below: shares.counted, as: .mean(0...1))
        let repeated = RepetitionSums(readings, design)
        let repetition = ratios.add(above: repeated.flips, below: repeated.pairs, as: .share)
        let effects = FactorEffect.added(readings, design, to: &ratios)
        let position = design.order == .both ? PositionEffect.added(readings, design, to: &ratios) : nil
        let read = readings.readAskings
        let asked = read.indices.filter { read[$0] }
        let variants = design.variantOfAsking
        return { estimates, variance in
            TaskInstrument(
                options: readings.options, variants: Set(asked.map { variants[$0] }).count,
                replicates: Set(asked.map { design.replicateOfAsking[$0] }).count, readings: readings.count,
                agreement: Agreement(
                    byOption: estimates[byOption], binary: estimates[binary],
                    cells: shares.counted.count { $0 > 0 }, cellsReadOnce: shares.readOnce),
                repetitionFlips: estimates[repetition],
                factors: effects.map { $0(estimates) }.filter { $0.shift != nil }, order: design.order,
                position: position.map { $0(estimates) }, variance: variance)
        }
    }
}

/// Sums over the pairs of readings of each cell that repeat one question: of n repetitions of which d disagree, there
/// are n (n − 1) / 2 pairs, and d (n − d) of them differ.
private struct RepetitionSums {
    var pairs: [Double]
    var flips: [Double]

    init(_ readings: CodedReadings, _ design: AskingDesign) {
        pairs = [Double](repeating: 0, count: readings.cells)
        flips = pairs
        let askings = Dictionary(grouping: 0..<design.askings) { [variants = design.variantOfAsking] in variants[$0] }
        let repeated = askings.values.filter { $0.count > 1 }
        guard !repeated.isEmpty else { return }
        for cell in 0..<readings.cells {
            for askings in repeated {
                let options = askings.compactMap { readings.option(cell: cell, asking: $0) }
                let disagreeing = options.count { 2 * $0 >= readings.options - 1 }
                pairs[cell] += Double(options.count * (options.count - 1) / 2)
                flips[cell] += Double(disagreeing * (options.count - disagreeing))
            }
        }
    }
}
