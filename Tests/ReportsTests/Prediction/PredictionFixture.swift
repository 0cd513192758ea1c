import Measures
import Reports
import TestSupport

/// Predictions of a made-up world of 10 values in 6 countries, in which the stated side hangs on the value, and the gap on how firm it is.
enum PredictionFixture {
    /// - Parameter hostile: put into every name from outside.
    static func cells(_ hostile: String = "", seed: Int = 5) -> [PredictableCell] {
        var random = SeededRandom(seed: seed)
        return (0..<240).map { number in
            let (value, country) = (number % 10, number / 10 % 6)
            let leans = Double(value) / 10 - 0.2
            let stated = min(1, max(0, leans + Double.random(in: -0.25...0.25, using: &random)))
            let keeps = Double.random(in: 0..<1, using: &random) < 0.55 + 0.8 * abs(stated - 0.5)
            return PredictableCell(
                number: number, country: "c\(country)\(hostile)", topic: "t\(number / 60)",
                value: "v\(value)\(hostile)",
                group: "g\(value % 3)", stated: stated, acted: (stated < 0.5) == keeps ? 0 : 1,
                statedSpread: number % 7 == 0 ? nil : Double.random(in: 0...0.3, using: &random), fold: value % 5)
        }
    }

    static func sets(_ hostile: String = "") async throws -> [PredictionSet] {
        let learned = try await LearnedBaseline.sets(of: cells(hostile))
        var random = SeededRandom(seed: 11)
        func asked(_ id: String, _ name: String, skill: Double, masked: Bool = false) -> PredictionSet {
            var set = learned[0]
            (set.id, set.name, set.isLearned, set.isMasked) = (id, name + hostile, false, masked)
            for place in set.cases.indices {
                let isRight = Double.random(in: 0..<1, using: &random) < skill
                let said = set.cases[place].statesAgree == isRight
                set.cases[place].predicted = said
                set.cases[place].probability = said ? 0.6 + 0.4 * Double.random(in: 0..<1, using: &random) : 0.2
            }
            set.cases[1].predicted = nil
            set.cases[1].absence = .refused
            return set
        }
        return [
            asked("action", "action", skill: 0.7), asked("both", "all evidence", skill: 0.85),
            asked("action_masked", "action, masked", skill: 0.68, masked: true),
            asked("both_masked", "all evidence, masked", skill: 0.7, masked: true),
        ] + learned
    }

    static func input(_ hostile: String = "") async throws -> PredictionInput {
        let sets = try await sets(hostile)
        return PredictionInput(
            target: "local/m" + hostile, run: 3, observer: "local/observer" + hostile, study: "tiny" + hostile,
            examples: 8,
            split: "value", seed: 1, explanation: "dataset", notices: ["A sample of 239 cells." + hostile], sets: sets,
            report: try await PredictionReport(sets, plan: ResamplingPlan(replicates: 200)), version: "0")
    }

    static func warningCells(_ seed: Int, hostile: String = "") -> [WarningCell] {
        cells(hostile, seed: seed).compactMap { cell in
            guard let stated = cell.stated, let side = Side(of: stated) else { return nil }
            return WarningCell(
                number: cell.number, country: cell.country, topic: cell.topic, value: cell.value, group: cell.group,
                stated: stated, statedSpread: cell.statedSpread, isGap: Side(of: cell.acted).map { $0 != side })
        }
    }

    static func warnings(_ hostile: String = "") async throws -> WarningInput {
        let found = try await GapWarnings(
            of: warningCells(1, hostile: hostile),
            learningFrom: [warningCells(2, hostile: hostile), warningCells(3, hostile: hostile)],
            plan: ResamplingPlan(replicates: 200))
        return WarningInput(
            target: WarningInput.Run(number: 3, respondent: "local/m" + hostile), study: "tiny" + hostile,
            learnedFrom: [
                WarningInput.Run(number: 1, respondent: "local/a" + hostile),
                WarningInput.Run(number: 2, respondent: "local/b"),
            ], undecided: 2, notices: ["A notice." + hostile], found: found, version: "0")
    }
}
