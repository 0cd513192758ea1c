/// How large a study is: how many scenarios, how many prompt variants of each task, how often each is asked.
package struct PowerDesign: Sendable, Hashable, Comparable {
    /// Scenarios (country × topic).
    package let scenarios: Int
    /// Prompt variants of each task.
    package let variants: Int
    /// How often each variant is asked.
    package let replicates: Int

    /// A design.
    package init(scenarios: Int, variants: Int, replicates: Int) {
        self.scenarios = scenarios
        self.variants = variants
        self.replicates = replicates
    }

    /// The questions it takes: for each scenario one rating of all values, and one choice for each value.
    package func questions(values: Int) -> Int { scenarios * variants * replicates * (1 + values) }

    /// Fewer questions first; of as many, fewer scenarios, then fewer variants.
    package static func < (one: PowerDesign, other: PowerDesign) -> Bool {
        one.order.lexicographicallyPrecedes(other.order)
    }

    private var order: [Int] { [scenarios * variants * replicates, scenarios, variants] }

    /// Designs up to a largest one: halves, quarters and so on of its scenarios (two at least) and of its variants, each
    /// asked once and as often as in the largest.
    package static func upTo(_ largest: PowerDesign) -> [PowerDesign] {
        func halves(_ most: Int, least: Int) -> [Int] {
            var sizes = [most]
            while let size = sizes.last, size / 2 >= least, size > 1 { sizes.append(size / 2) }
            return sizes
        }
        let replicates = Set([1, largest.replicates])
        return halves(largest.scenarios, least: 2).prefix(4).flatMap { scenarios in
            halves(largest.variants, least: 1).flatMap { variants in
                replicates.map { PowerDesign(scenarios: scenarios, variants: variants, replicates: $0) }
            }
        }.sorted()
    }
}

/// The readings of one subject that was asked the largest design.
package struct PowerReadings: Sendable {
    /// The ratings.
    package let stated: CodedReadings
    /// The choices.
    package let acted: CodedReadings
    /// Variants of each task; asking = replicate × variants + variant.
    package let statedVariants, actedVariants: Int
    /// How often each was asked.
    package let replicates: Int

    /// The readings of a subject.
    package init(
        stated: CodedReadings, acted: CodedReadings, statedVariants: Int, actedVariants: Int, replicates: Int
    ) {
        self.stated = stated
        self.acted = acted
        self.statedVariants = statedVariants
        self.actedVariants = actedVariants
        self.replicates = replicates
    }
}

/// Which scenarios and variants one simulation of a design takes: drawn at random, the same for both respondents.
struct PowerSample {
    let scenarios: Set<Int>
    let statedVariants, actedVariants: [Int]
    let replicates: Int

    init(_ design: PowerDesign, of readings: PowerReadings, scenarios: Int, seed: UInt64, stream: UInt64) {
        var generator = Xoshiro256(seed: seed, stream: stream)
        func drawn(_ count: Int, of most: Int) -> [Int] {
            // The first of a shuffled deck: a larger design holds the smaller ones of the same simulation.
            var deck = Array(0..<most)
            for place in deck.indices.dropLast() {
                deck.swapAt(place, place + generator.index(below: most - place))
            }
            return deck.prefix(count).sorted()
        }
        self.scenarios = Set(drawn(design.scenarios, of: scenarios))
        statedVariants = drawn(design.variants, of: readings.statedVariants)
        actedVariants = drawn(design.variants, of: readings.actedVariants)
        replicates = design.replicates
    }

    /// The measures of what is left of a subject's readings.
    func report(_ readings: PowerReadings, axes: Axes) throws(MeasuresError) -> MeasureReport {
        try MeasureReport(
            axes: axes, stated: kept(readings.stated, axes, statedVariants, of: readings.statedVariants).scores,
            acted: kept(readings.acted, axes, actedVariants, of: readings.actedVariants).scores)
    }

    private func kept(
        _ readings: CodedReadings, _ axes: Axes, _ variants: [Int], of count: Int
    ) throws(MeasuresError) -> CodedReadings {
        var kept = try CodedReadings(
            cells: readings.cells, askings: variants.count * replicates, options: readings.options)
        for cell in 0..<readings.cells where scenarios.contains(cell / axes.values.count) {
            for replicate in 0..<replicates {
                for (place, variant) in variants.enumerated() {
                    try kept.record(
                        readings.option(cell: cell, asking: replicate * count + variant), cell: cell,
                        asking: replicate * variants.count + place)
                }
            }
        }
        return kept
    }
}
