/// How much of the variance of single readings each source accounts for.
///
/// The model is y = μ + Σ effects + residual, each source's effects random with a variance of its own. Estimated by
/// the method of moments for unbalanced data (Henderson 1953, method 1): sums of squares by source are set equal to
/// what they are expected to be. It assumes no distribution and, with missing readings, stays unbiased where what is
/// missing has nothing to do with the effects.
package struct VarianceComponents: Sendable, Hashable {
    /// One source of variance.
    package struct Component: Sendable, Hashable {
        /// “value”, “country”, “topic”, “cell” (their interaction), “variant”, “variant in cell”; last “replicate”, what
        /// one question's repetitions differ in, or “residual” where this can't be told from other sources.
        package let source: String
        /// Levels of the source among the readings.
        package let levels: Int
        /// The estimate; an unbiased estimate of a small variance can come out below 0.
        package let variance: Double
        /// Its share of the sum of all components, those below 0 taken as 0; `nil` where that sum is 0.
        package let share: Double?
    }

    /// A source that the readings can't tell from another.
    package struct Merged: Sendable, Hashable {
        /// The source that is not listed.
        package let source: String
        /// The one that divides the readings alike, and whose component holds both.
        package let into: String
    }

    /// The sources that the readings can tell apart, what is left last.
    package let components: [Component]
    /// What the last component holds: “replicate” alone where questions were asked more than once; else with it those
    /// sources that leave each reading alone.
    package let residual: [String]
    /// Sources with one level, which have no component.
    package let notVaried: [String]
    /// Sources that divide the readings as an earlier one does.
    package let merged: [Merged]
    /// Readings.
    package let count: Int
    /// The mean over the readings.
    package let mean: Double
}

extension VarianceComponents {
    /// The components of the gap: acted score of each Task 2 reading − stated score of its cell, over the cells that
    /// have one.
    ///
    /// - Returns: `nil` where the readings cannot tell any source apart.
    /// - Throws: `MeasuresError` where readings, design and axes do not belong together.
    package static func ofGap(
        stated: ScoreMatrix, acted: CodedReadings, design: AskingDesign, axes: Axes
    ) throws(MeasuresError) -> VarianceComponents? {
        guard stated.count == axes.cellCount else {
            throw .wrongCellCount(task: "stated", expected: axes.cellCount, found: stated.count)
        }
        return try of(acted, design: design, axes: axes, minus: stated)
    }

    /// The components of one task's scores.
    ///
    /// - Returns: `nil` where the readings cannot tell any source apart.
    /// - Throws: `MeasuresError` where readings, design and axes do not belong together.
    package static func ofScores(
        _ readings: CodedReadings, design: AskingDesign, axes: Axes
    ) throws(MeasuresError) -> VarianceComponents? {
        try of(readings, design: design, axes: axes, minus: nil)
    }

    private static func of(
        _ readings: CodedReadings, design: AskingDesign, axes: Axes, minus reference: ScoreMatrix?
    ) throws(MeasuresError) -> VarianceComponents? {
        try design.check(readings, axes)
        return found(readings, design, axes, minus: reference)
    }

    /// The components of readings that fit design and axes.
    static func found(
        _ readings: CodedReadings, _ design: AskingDesign, _ axes: Axes, minus reference: ScoreMatrix?
    ) -> VarianceComponents? {
        let variants = design.variantOfAsking
        let variantCount = (variants.max() ?? 0) + 1
        // Groups and levels are numbered in four bytes.
        guard !axes.cellCount.multipliedReportingOverflow(by: variantCount).overflow,
            axes.cellCount * variantCount <= Int(Int32.max)
        else { return nil }
        var groups = ReadingGroups()
        var levels = [[Int32]](repeating: [], count: 6)
        var cellReadings = [(count: Int, sum: Int, squares: Int)](repeating: (0, 0, 0), count: variantCount)
        for cell in 0..<axes.cellCount {
            let base = reference == nil ? 0 : reference?[cell]
            guard let base else { continue }
            for variant in 0..<variantCount { cellReadings[variant] = (0, 0, 0) }
            for asking in 0..<design.askings {
                guard let option = readings.option(cell: cell, asking: asking) else { continue }
                cellReadings[variants[asking]].count += 1
                cellReadings[variants[asking]].sum += option
                cellReadings[variants[asking]].squares += option * option
            }
            let place = axes.position(ofCell: cell)
            for (variant, found) in cellReadings.enumerated() where found.count > 0 {
                groups.add(found, most: readings.options - 1, minus: base)
                levels[0].append(Int32(place.value))
                levels[1].append(Int32(place.country))
                levels[2].append(Int32(place.topic))
                levels[3].append(Int32(cell))
                levels[4].append(Int32(variant))
                levels[5].append(Int32(cell * variantCount + variant))
            }
        }
        let names = ["value", "country", "topic", "cell", "variant", "variant in cell"]
        return MomentEquations(groups, sources: zip(names, levels).map { ($0, $1) })?
            .components(remainder: "replicate")
    }
}

extension AskingDesign {
    /// The variant of each asking, counted from 0: askings of one variant have the same level of every factor.
    var variantOfAsking: [Int] {
        var known: [[Int]: Int] = [:]
        return (0..<askings).map { asking in
            let levels = factors.map { $0.levelOfAsking[asking] ?? -1 }
            let variant = known[levels] ?? known.count
            known[levels] = variant
            return variant
        }
    }
}
