import Measures
import TestSupport
import Testing

@Suite("Confusion tables")
struct ConfusionTableTests {
    private func table(_ rows: [[Int]]) throws -> ConfusionTable {
        var table = try ConfusionTable(classes: rows.count)
        for (truth, row) in rows.enumerated() {
            for (predicted, count) in row.enumerated() {
                for _ in 0..<count { try table.add(truth: truth, predicted: predicted) }
            }
        }
        return table
    }

    private func random(_ seed: Int, classes: Int) throws -> ConfusionTable {
        var generator = SeededRandom(seed: seed)
        return try table(
            (0..<classes).map { _ in (0..<classes).map { _ in Int.random(in: 0...9, using: &generator) } })
    }

    @Test
    func `Three classes by hand`() throws {
        // Rows are the truth: 5 of class 0, 3 of class 1, 2 of class 2; predicted 4, 4 and 2 times; 7 right.
        let table = try table([[4, 1, 0], [0, 2, 1], [0, 1, 1]])
        #expect(table.count == 10 && table[truth: 1, predicted: 2] == 1)
        #expect(close(table.accuracy, 0.7))
        #expect(close(table.rates(of: 0).precision, 1) && close(table.rates(of: 0).recall, 0.8))
        #expect(close(table.rates(of: 0).f1, 8.0 / 9))
        #expect(close(table.rates(of: 1).precision, 0.5) && close(table.rates(of: 1).f1, 4.0 / 7))
        #expect(close(table.rates(of: 2).recall, 0.5) && close(table.rates(of: 2).f1, 0.5))
        #expect(close(table.macroF1, (8.0 / 9 + 4.0 / 7 + 0.5) / 3))
        #expect(close(table.weightedF1, (5 * 8.0 / 9 + 3 * 4.0 / 7 + 2 * 0.5) / 10))
        #expect(close(table.balancedAccuracy, (0.8 + 2.0 / 3 + 0.5) / 3))
        // By chance 5 · 4 + 3 · 4 + 2 · 2 = 36 of 100: kappa (70 − 36) / (100 − 36).
        #expect(close(table.kappa, 34.0 / 64))
        // (100 − 5² − 3² − 2²) = 62 for the truth, (100 − 4² − 4² − 2²) = 64 for the predictions.
        #expect(close(table.matthewsCorrelation, 34 / (62.0 * 64).squareRoot()))
    }

    @Test
    func `Every figure is scikit-learn's`() throws {
        for sample in try StatisticsFixture().classification {
            var table = try ConfusionTable(classes: sample.classes)
            for (truth, predicted) in zip(sample.truth, sample.predicted) {
                try table.add(truth: truth, predicted: predicted)
            }
            let found: [String: Double?] = [
                "accuracy": table.accuracy, "balanced_accuracy": table.balancedAccuracy, "macro_f1": table.macroF1,
                "weighted_f1": table.weightedF1, "kappa": table.kappa, "mcc": table.matthewsCorrelation,
            ]
            for (name, expected) in sample.figures {
                #expect(close(found[name] ?? nil, expected, within: 1e-9), "\(sample.name): \(name)")
            }
            for number in 0..<sample.classes {
                let rates = table.rates(of: number)
                #expect(close(rates.precision, sample.precision[number], within: 1e-9), "\(sample.name)")
                #expect(close(rates.recall, sample.recall[number], within: 1e-9), "\(sample.name)")
                #expect(close(rates.f1, sample.f1[number], within: 1e-9), "\(sample.name)")
            }
        }
    }

    @Test
    func `What is undefined is no number`() throws {
        let nothing = try ConfusionTable(classes: 2)
        #expect(nothing.accuracy == nil && nothing.kappa == nil && nothing.matthewsCorrelation == nil)
        #expect(nothing.macroF1 == nil && nothing.weightedF1 == nil && nothing.rates(of: 0).f1 == nil)
        // All of one class: no agreement beyond chance can show, and nothing is said of the other class.
        let constant = try table([[3, 0], [0, 0]])
        #expect(constant.accuracy == 1 && constant.rates(of: 0).f1 == 1 && constant.weightedF1 == 1)
        #expect(constant.kappa == nil && constant.matthewsCorrelation == nil && constant.macroF1 == nil)
        #expect(constant.rates(of: 1).precision == nil && constant.rates(of: 1).recall == nil)
        // A class that is only predicted has a precision and an F1 of 0, and no recall.
        let unfounded = try table([[1, 1], [0, 0]])
        #expect(unfounded.rates(of: 1).precision == 0 && unfounded.rates(of: 1).f1 == 0)
        #expect(unfounded.rates(of: 1).recall == nil && unfounded.balancedAccuracy == nil)
    }

    @Test(arguments: 0..<30)
    func `Two classes are the 2×2 table of stated against acted inclinations`(seed: Int) throws {
        var generator = SeededRandom(seed: seed)
        func count() -> Int { Int.random(in: 0...4, using: &generator) }
        let inclinations = InclinationTable(
            bothAgree: count(), statedAgreeActedDisagree: count(), statedDisagreeActedAgree: count(),
            bothDisagree: count())
        let (table, rates) = (ConfusionTable(inclinations), inclinations.rates)
        // To the last digit, for either may be shown.
        #expect(table.accuracy == rates.accuracy && table.kappa == rates.kappa && table.macroF1 == rates.macroF1)
        #expect(table.balancedAccuracy == rates.balancedAccuracy)
        #expect(table.rates(of: 1).f1 == rates.f1Disagree && table.rates(of: 0).f1 == rates.f1Agree)
        #expect(table.rates(of: 1).precision == rates.precisionDisagree)
        #expect(table.rates(of: 0).recall == rates.recallAgree)
        #expect(close(table.matthewsCorrelation, rates.matthewsCorrelation))
    }

    @Test(arguments: 0..<30)
    func `Which class has which number changes no figure`(seed: Int) throws {
        let classes = 2 + seed % 4
        let table = try random(seed, classes: classes)
        var turned = try ConfusionTable(classes: classes)
        for truth in 0..<classes {
            for predicted in 0..<classes {
                for _ in 0..<Int(table[truth: truth, predicted: predicted]) {
                    try turned.add(truth: (truth + 1) % classes, predicted: (predicted + 1) % classes)
                }
            }
        }
        #expect(close(table.accuracy, turned.accuracy) && close(table.kappa, turned.kappa))
        #expect(close(table.macroF1, turned.macroF1) && close(table.weightedF1, turned.weightedF1))
        #expect(close(table.balancedAccuracy, turned.balancedAccuracy))
        #expect(close(table.matthewsCorrelation, turned.matthewsCorrelation))
        for number in 0..<classes { #expect(table.rates(of: number) == turned.rates(of: (number + 1) % classes)) }
    }

    @Test(arguments: 0..<30)
    func `Truth and prediction exchanged, precision is recall and what is symmetric stays`(seed: Int) throws {
        let table = try random(seed, classes: 2 + seed % 4)
        var turned = try ConfusionTable(classes: table.classes)
        for truth in 0..<table.classes {
            for predicted in 0..<table.classes {
                for _ in 0..<Int(table[truth: truth, predicted: predicted]) {
                    try turned.add(truth: predicted, predicted: truth)
                }
            }
        }
        #expect(close(table.kappa, turned.kappa) && close(table.macroF1, turned.macroF1))
        #expect(close(table.matthewsCorrelation, turned.matthewsCorrelation))
        for number in 0..<table.classes {
            #expect(table.rates(of: number).precision == turned.rates(of: number).recall)
        }
    }

    @Test
    func `Classes that do not exist are refused`() throws {
        #expect(throws: MeasuresError.tooFewOptions(1)) { try ConfusionTable(classes: 1) }
        #expect(throws: MeasuresError.self) { try ConfusionTable(classes: 1_000_000) }
        var table = try ConfusionTable(classes: 2)
        #expect(throws: MeasuresError.optionOutOfRange(option: 2, options: 2)) {
            try table.add(truth: 0, predicted: 2)
        }
        #expect(throws: MeasuresError.optionOutOfRange(option: -1, options: 2)) {
            try table.add(truth: -1, predicted: 0)
        }
        #expect(table.count == 0 && table[truth: 2, predicted: 0] == 0 && table.rates(of: 2).f1 == nil)
    }
}
