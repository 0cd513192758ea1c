package import Measures
import Respondents
import Simulated
package import Study

/// What a calibration asks, of whom, and how often.
package struct CalibrationWorkload: Sendable {
    /// The study that is asked, and the part of it that is measured.
    package let study: LoadedStudy
    package let plan: QuestionPlan
    let selection: Selection
    package let part: StudyDefinition
    package let axes: Axes

    package let grid: CalibrationGrid
    /// Subjects at each place of the grid.
    let subjects: Int
    let resampling: ResamplingPlan
    /// Sizes of difference whose power is wanted, and in how many simulations.
    let detect: [Double]
    let simulations: Int
    /// Worlds whose respondents are asked beside the grid.
    let worlds: [World]
    /// The study with every scale from agreement, where it turns some.
    let fromAgreement: LoadedStudy?
    /// Fixes every subject.
    package let seed: UInt64

    /// How often the respondents of the power table are asked everything.
    static let powerReplicates = 2
    /// Permutations of each of its tests: at 5 % no fewer are needed, and there are thousands of tests.
    static let powerPermutations = 400
    /// The true gaps that differences start from: none, and a usual one.
    static let powerGaps = [0, 0.2]

    package init(
        study loaded: LoadedStudy, countries: [String]?, topics: [String]?, grid: CalibrationGrid, subjects: Int,
        resampling: ResamplingPlan, detect: [Double], simulations: Int, worlds: [World] = World.allCases
    ) throws {
        let study = loaded.definition
        guard study.hasActions else { throw WorkbenchError(.noActions(study: study.name), .giveActions) }
        self.study = loaded
        selection = Selection(countries: countries, topics: topics)
        plan = try study.questions(selection)
        part = try study.reduced(countries: countries, topics: topics)
        axes = try Axes(part)
        self.grid = grid
        self.subjects = subjects
        self.resampling = resampling
        self.detect = detect
        self.simulations = simulations
        self.worlds = worlds
        fromAgreement = study.stated.first == .balanced ? LoadedStudy(study.startingAtAgreement()) : nil
        seed = resampling.seed
    }

    /// The differences of the power table: each wanted one from each gap that leaves room for it, and from the usual
    /// gap none, to see how often one is found by mistake.
    var contrasts: [PowerTable.Contrast] {
        Self.powerGaps.flatMap { gap in
            (gap > 0 ? [0] + detect : detect).filter { gap + $0 <= 1 }
                .map { PowerTable.Contrast(gap: gap, difference: $0) }
        }
    }

    /// The largest design, and those that it holds.
    var designs: [PowerDesign] {
        let variants = min(part.variants(of: .stated).count, part.variants(of: .acted).count)
        return PowerDesign.upTo(
            PowerDesign(scenarios: axes.scenarioCount, variants: variants, replicates: Self.powerReplicates))
    }
}

/// A respondent of a calibration, as it is named on a command line.
struct CalibrationSubject: Sendable {
    let point: CalibrationPoint
    let seed: UInt64

    /// `simulated/calibration?gap=0.2&…`: `vlens run` asks the same subject by this name.
    var model: String {
        let usual = point.bias == .usual
        func level(_ bias: CalibratedBias, usually: Double) -> Double {
            point.bias == bias ? point.level : usual ? usually : 0
        }
        var text =
            "simulated/calibration?gap=\(point.gap)&acquiescence=\(level(.acquiescence, usually: 0.1))"
            + (point.bias == .primacy ? "&primacy=\(point.level)" : "")
            + "&position=\(level(.position, usually: 0.05))&noise=\(level(.noise, usually: 0.1))"
            + "&refusal=\(level(.refusal, usually: 0.01))&broken=\(usual ? 0.01 : 0)"
        if point.bias == .baseRate { text += "&attitude=\(point.level)" }
        return text + "&seed=\(seed)"
    }
}

/// The seeds of a calibration's subjects: far enough apart that no two of one calibration are the same.
enum CalibrationSeeds {
    /// A subject of the grid, the same at each of its places.
    static func grid(_ seed: UInt64, number: Int) -> UInt64 { seed &* 1_000_000 &+ UInt64(number) }
    /// A respondent of a world, or of another gap in it.
    static func world(_ seed: UInt64, isOther: Bool, number: Int) -> UInt64 {
        seed &* 1_000_000 &+ (isOther ? 900_000 : 800_000) &+ UInt64(number)
    }
    /// The first or the second respondent of a simulation.
    static func power(_ seed: UInt64, isSecond: Bool, number: Int) -> UInt64 {
        seed &* 1_000_000 &+ (isSecond ? 600_000 : 300_000) &+ UInt64(number)
    }
}
