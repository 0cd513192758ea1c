// The figures of a confusion table, each `nil` where it is undefined: none is 0 for want of cases.

extension ConfusionTable {
    /// How well a class is told from the others; all `nil` for a class that the table does not have.
    package func rates(of number: Int) -> ClassRates {
        guard (0..<classes).contains(number) else {
            return ClassRates(hits: 0, truths: 0, predictions: 0, both: 0)
        }
        let hits = cells[number * classes + number]
        var (misses, falseAlarms, both) = (0.0, 0.0, 2 * hits)
        for other in 0..<classes where other != number {
            let (missed, falselyTaken) = (cells[number * classes + other], cells[other * classes + number])
            misses += missed
            falseAlarms += falselyTaken
            both += missed + falselyTaken
        }
        return ClassRates(hits: hits, truths: hits + misses, predictions: hits + falseAlarms, both: both)
    }

    /// The share of right predictions.
    package var accuracy: Double? { ratio(margins.hits, margins.count) }

    /// The mean of all classes' recalls, `nil` where a class has no true member.
    package var balancedAccuracy: Double? { mean(\.recall) }

    /// The mean of all classes' F1s, `nil` where a class has neither a true nor a predicted member.
    package var macroF1: Double? { mean(\.f1) }

    /// The mean of the classes' F1s, each weighing its number of true members.
    package var weightedF1: Double? {
        let margins = margins
        var sum = 0.0
        for number in 0..<classes where margins.truths[number] > 0 {
            sum += margins.truths[number] * (rates(of: number).f1 ?? 0)
        }
        return ratio(sum, margins.count)
    }

    /// Cohen's kappa, `nil` where all truths and all predictions are of one class.
    package var kappa: Double? {
        let margins = margins
        return Self.kappa(hits: margins.hits, count: margins.count, byChance: margins.byChance)
    }

    /// Matthews correlation for any number of classes (Gorodkin 2004), `nil` where all truths, or all predictions, are
    /// of one class.
    package var matthewsCorrelation: Double? {
        let margins = margins
        func spread(_ counts: [Double]) -> Double {
            (margins.count * margins.count - counts.reduce(0) { $0 + $1 * $1 }).squareRoot()
        }
        return ratio(
            margins.hits * margins.count - margins.byChance, spread(margins.truths) * spread(margins.predictions))
    }

    /// (p_o − p_e) / (1 − p_e), multiplied through by n²: no subtraction of rounded shares.
    static func kappa(hits: Double, count: Double, byChance: Double) -> Double? {
        ratio(hits * count - byChance, count * count - byChance)
    }

    private func mean(_ rate: KeyPath<ClassRates, Double?>) -> Double? {
        var sum = 0.0
        for number in 0..<classes {
            guard let rate = rates(of: number)[keyPath: rate] else { return nil }
            sum += rate
        }
        return sum / Double(classes)
    }

    private struct Margins {
        var truths: [Double]
        var predictions: [Double]
        var hits = 0.0
        var count = 0.0
        /// Σ true members × predicted members.
        var byChance = 0.0
    }

    private var margins: Margins {
        var margins = Margins(
            truths: [Double](repeating: 0, count: classes), predictions: [Double](repeating: 0, count: classes))
        for truth in 0..<classes {
            for predicted in 0..<classes {
                let count = cells[truth * classes + predicted]
                margins.truths[truth] += count
                margins.predictions[predicted] += count
                margins.count += count
            }
            margins.hits += cells[truth * classes + truth]
        }
        margins.byChance = zip(margins.truths, margins.predictions).reduce(0) { $0 + $1.0 * $1.1 }
        return margins
    }
}
