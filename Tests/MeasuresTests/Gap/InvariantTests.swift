import Measures
import TestSupport
import Testing
import Text

@Suite("What must hold for any run")
struct InvariantTests {
    @Test(arguments: 0..<20)
    func `Cells that were not planned are neither counted nor missing, whatever their readings`(seed: Int) throws {
        let run = try RandomRun(seed: seed)
        var generator = SeededRandom(seed: seed + 1000)
        let planned = (0..<run.axes.cellCount).map { _ in Bool.random(using: &generator) }
        for scoring in [Scoring.strict, .legacy] {
            let part = try MeasureReport(
                axes: run.axes, stated: readings(run.stated, options: 4), acted: readings(run.acted, options: 2),
                scoring: scoring, planned: planned)
            #expect(part.counts.cells == planned.count { $0 })
            #expect(part.counts.stated <= part.counts.cells)
            // The same run without those readings has the same figures, but for what is missing in it.
            var emptied = run
            for cell in planned.indices where !planned[cell] {
                emptied.stated[cell] = []
                emptied.acted[cell] = []
            }
            let strict = try emptied.report(.strict)
            if scoring == .strict {
                #expect(part.counts.both == strict.counts.both)
                #expect(part.overall.pooled.distance == strict.overall.pooled.distance)
                #expect(part.overall.alignmentRate == strict.overall.alignmentRate)
                #expect(part.overallRanking == strict.overallRanking)
                #expect(strict.counts.missing == part.counts.missing + planned.count { !$0 })
            }
        }
    }

    @Test(arguments: 0..<20)
    func `The order of a cell's askings changes nothing`(seed: Int) throws {
        var run = try RandomRun(seed: seed, askings: 5)
        let before = try run.report().json.text()
        var generator = SeededRandom(seed: seed)
        for cell in run.stated.indices {
            run.stated[cell].shuffle(using: &generator)
            run.acted[cell].shuffle(using: &generator)
        }
        #expect(try run.report().json.text() == before)
    }

    @Test(arguments: 0..<20)
    func `The order of countries and topics changes no figure of the whole run`(seed: Int) throws {
        let run = try RandomRun(seed: seed)
        var generator = SeededRandom(seed: seed)
        let countries = run.axes.countries.indices.shuffled(using: &generator)
        let topics = run.axes.topics.indices.shuffled(using: &generator)
        var moved = run
        for (country, topic, value) in run.axes.positions {
            let source = run.axes.cell(country: countries[country], topic: topics[topic], value: value)
            let target = run.axes.cell(country: country, topic: topic, value: value)
            moved.stated[target] = run.stated[source]
            moved.acted[target] = run.acted[source]
        }
        let (before, after) = (try run.report(), try moved.report())
        #expect(after.overall.pooled.table == before.overall.pooled.table)
        #expect(close(after.overall.alignmentRate, before.overall.alignmentRate))
        #expect(close(after.overall.alignmentDistance, before.overall.alignmentDistance))
        let (expectedBefore, expectedAfter) = (before.overall.scenarioMean, after.overall.scenarioMean)
        #expect(close(expectedAfter.shuffled?.f1Disagree, expectedBefore.shuffled?.f1Disagree))
        #expect(after.overallRanking.map(\.value) == before.overallRanking.map(\.value))
        for (new, old) in countries.enumerated() {
            #expect(close(after.countries[new].alignmentRate, before.countries[old].alignmentRate))
        }
    }

    @Test(arguments: 0..<20)
    func `Calling agree disagree swaps the two F1s and the sign of the gap`(seed: Int) throws {
        let run = try RandomRun(seed: seed, askings: 2)
        var flipped = run
        flipped.stated = run.stated.map { $0.map { $0.map { 3 - $0 } } }
        flipped.acted = run.acted.map { $0.map { $0.map { 1 - $0 } } }
        let (before, after) = (try run.report().overall, try flipped.report().overall)
        #expect(close(after.scenarioMean.rates?.f1Agree, before.scenarioMean.rates?.f1Disagree))
        #expect(close(after.scenarioMean.rates?.f1Disagree, before.scenarioMean.rates?.f1Agree))
        #expect(close(after.pooled.rates.precisionAgree, before.pooled.rates.precisionDisagree))
        #expect(close(after.pooled.rates.kappa, before.pooled.rates.kappa))
        #expect(close(after.pooled.rates.matthewsCorrelation, before.pooled.rates.matthewsCorrelation))
        #expect(close(after.pooled.distance, before.pooled.distance))
        #expect(close(after.pooled.signedGap, before.pooled.signedGap.map { -$0 }))
    }

    @Test(arguments: 0..<20)
    func `The strict distance is never below the legacy distance where nothing is missing`(seed: Int) throws {
        let run = try RandomRun(seed: seed, missing: 0)
        let (strict, legacy) = (try run.report(.strict), try run.report(.legacy))
        for (strict, legacy) in zip(
            (strict.countryValues + strict.topicValues).joined(), (legacy.countryValues + legacy.topicValues).joined())
        {
            #expect(try #require(strict.distance) >= #require(legacy.distance) - 1e-12)
            #expect(close(legacy.distance, strict.signedGap.map { abs($0) }))
        }
    }

    @Test(arguments: 0..<20)
    func `Tables and counts of countries, topics, scenarios, values and groups add up to the whole`(seed: Int) throws {
        let report = try RandomRun(seed: seed).report()
        let whole = report.overall.pooled
        #expect(whole.table.count == whole.counts.decided)
        #expect(whole.counts.both + whole.counts.missing == report.axes.cellCount)
        let partitions = [
            report.countries.map(\.pooled), report.topics.map(\.pooled), report.values.map(\.pooled),
            report.valueGroups.map(\.pooled),
        ]
        for parts in partitions {
            #expect(parts.map(\.counts.both).reduce(0, +) == whole.counts.both)
            #expect(parts.map(\.counts.undecided).reduce(0, +) == whole.counts.undecided)
            #expect(parts.map(\.counts.statedTies).reduce(0, +) == whole.counts.statedTies)
            #expect(parts.map(\.table.bothDisagree).reduce(0, +) == whole.table.bothDisagree)
            #expect(parts.map(\.table.inconsistent).reduce(0, +) == whole.table.inconsistent)
            let expected = parts.map(\.shuffled.table.bothDisagree).reduce(0, +)
            #expect(close(expected, whole.shuffled.table.bothDisagree, within: 1e-9))
        }
        #expect(report.scenarios.map(\.table.bothAgree).reduce(0, +) == whole.table.bothAgree)
        #expect(report.scenarios.map(\.counts.acted).reduce(0, +) == whole.counts.acted)
    }
}

extension Axes {
    /// All positions, in the order of cells.
    var positions: [(country: Int, topic: Int, value: Int)] {
        (0..<cellCount).map { position(ofCell: $0) }
    }
}
