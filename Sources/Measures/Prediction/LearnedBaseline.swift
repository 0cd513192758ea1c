/// What features of a cell alone tell of what is stated there: regularised logistic regression, fitted and cross-validated here.
///
/// An observer that is shown explanations has to beat it, or the explanations add nothing to where the cell lies and what was chosen.
package enum LearnedBaseline {
    /// What is known of a cell. Raw values end the ids of sets.
    package enum Features: String, Sendable, Hashable, Codable, CaseIterable {
        /// Where it lies: value, country, topic, group of values.
        case cell
        /// And the acted score.
        case choice = "cell_choice"
        /// And how much the stated score varies over prompt variants. It needs the stated readings themselves, so it is no rival of an observer.
        case spread = "cell_choice_spread"

        /// As tables name it.
        package var name: String {
            switch self {
            case .cell: "cell features"
            case .choice: "cell features + choice"
            case .spread: "cell features + choice + stated spread"
            }
        }

        /// The names of categories and of numbers.
        var categories: [String] { ["value", "country", "topic", "group"] }
        var numbers: [String] {
            switch self {
            case .cell: []
            case .choice: ["acted"]
            case .spread: ["acted", "stated spread"]
            }
        }

        func row(_ cell: PredictableCell) -> FeatureRow {
            let numbers: [Double?] =
                switch self {
                case .cell: []
                case .choice: [cell.acted]
                case .spread: [cell.acted, cell.statedSpread]
                }
            return FeatureRow(
                categories: [cell.value, cell.country, cell.topic, cell.group], numbers: numbers)
        }
    }

    /// What each kind of features predicts of the cells that state a side, cells of a fold by a model that has seen none of it.
    ///
    /// The penalty is chosen within the other folds alone. Clusters are numbered by the values' first appearance.
    ///
    /// - Parameter progress: told how many folds of how many are done.
    /// - Throws: `MeasuresError.outOfRange` for a fold below 0, `.badPlan` where all cells are of one fold: nothing is left to learn from;
    ///   `.scoreOutOfRange`.
    package static func sets(
        of cells: [PredictableCell], workers: Int = 2, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(MeasuresError) -> [PredictionSet] {
        try check(cells)
        let decided = cells.filter { Side(of: $0.stated) != nil }
        var places: [String: Int] = [:]
        for cell in decided where places[cell.value] == nil { places[cell.value] = places.count }
        let folds = Set(decided.map(\.fold)).count
        var sets: [PredictionSet] = []
        for (number, features) in Features.allCases.enumerated() {
            let predictions = await CrossValidation(
                rows: decided.map(features.row), truths: decided.map { Side(of: $0.stated) == .agree },
                folds: decided.map(\.fold)
            ).predictions(categories: features.categories, numbers: features.numbers, workers: workers)
            progress((number + 1) * folds, Features.allCases.count * folds)
            let cases = zip(decided, predictions).map { cell, probability in
                PredictionSet.Case(
                    cell: cell.number, cluster: places[cell.value] ?? 0, statesAgree: Side(of: cell.stated) == .agree,
                    actsAgree: Side(of: cell.acted).map { $0 == .agree }, predicted: probability > 0.5,
                    probability: probability)
            }
            sets.append(
                PredictionSet(id: "learned_" + features.rawValue, name: features.name, isLearned: true, cases: cases))
        }
        return sets
    }

    private static func check(_ cells: [PredictableCell]) throws(MeasuresError) {
        for cell in cells {
            if cell.fold < 0 { throw .outOfRange(what: "fold", index: cell.fold, count: cells.count) }
            for score in [cell.stated, cell.acted].compactMap({ $0 }) where !(0...1).contains(score) {
                throw .scoreOutOfRange(cell: cell.number, score: "\(score)")
            }
        }
        let folds = Set(cells.lazy.filter { Side(of: $0.stated) != nil }.map(\.fold)).count
        guard folds != 1 else {
            throw .badPlan(what: "number of folds with a cell that states a side", value: "1", allowed: "2 or more")
        }
    }
}

/// The side that a score in [0, 1] takes.
package enum Side: Sendable, Hashable {
    case agree, disagree

    /// `nil` without a score, and where it decides nothing.
    package init?(of score: Double?) {
        guard let score, abs(score - 0.5) > 1e-12 else { return nil }
        self = score < 0.5 ? .agree : .disagree
    }
}
