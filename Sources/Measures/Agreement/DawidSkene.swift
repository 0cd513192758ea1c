/// The true labels that several raters' labels speak for, and how good each rater is: the model of Dawid and Skene (1979).
///
/// Each parameter has a tenth of a label more than was counted (`Settings.smoothing`), so that nobody is taken for faultless on
/// little. EM starts from the shares of an item's labels and ends when a step gains less than `Settings.gain` in the logarithm
/// of the posterior. Intervals draw items anew and start from the estimate. Categories that nobody used are no part of the model.
package struct DawidSkene: Sendable, Hashable {
    /// How it is computed: to be printed beside it.
    package struct Settings: Sendable, Hashable {
        /// What is added to the count of each category, and of each label of each rater in each category.
        package var smoothing = 0.1
        /// The most steps of EM.
        package var steps = 2000
        /// EM ends when a step gains less.
        package var gain = 1e-9

        /// The usual settings.
        package init() {}
    }

    /// Why there are no figures: the labels would fit many answers alike.
    package enum Absence: String, Error, Sendable, Hashable, CaseIterable {
        case noLabels = "no_labels"
        case tooFewRaters = "fewer_than_three_raters"
        case noItemWithThree = "no_item_with_three_labels"
        case noVariation = "no_variation"
        case noAgreement = "no_agreement_beyond_chance"

        /// The reason as a clause.
        package var clause: String {
            switch self {
            case .noLabels: "there are no labels"
            case .tooFewRaters:
                "there are fewer than three raters, and two raters' labels are explained equally well by many sensitivities"
            case .noItemWithThree:
                "no item has three labels, and labels in pairs are explained equally well by many sensitivities"
            case .noVariation: "all labels are of one category"
            case .noAgreement: "the raters agree no more than chance does, so that nothing tells the true label"
            }
        }
    }

    /// One rater.
    package struct Rater: Sendable, Hashable {
        /// How many labels the rater gave.
        package let labels: Int
        /// How many of them are of items that others labelled too; without any nothing is known of the rater.
        package let shared: Int
        /// By true category, then label: the chance of that label. Empty where nothing is known.
        package let confusion: [[Double]]
        /// By category: of the items that truly are of it, the share that the rater labels so.
        package let sensitivity: [Estimate?]
        /// By category: of the items that truly are not of it, the share that the rater does not label so.
        package let specificity: [Estimate?]
    }

    /// By category: its share of the items; `nil` for one that nobody used.
    package let prevalence: [Estimate?]
    /// The raters in the table's order.
    package let raters: [Rater]
    /// By item, then category: the chance that it is the true one. Of an item without labels the prevalence.
    package let probabilities: [[Double]]
    /// How many steps EM took.
    package let steps: Int
    /// Whether it ended because nothing was gained any more.
    package let isConverged: Bool
    /// Whether categories had to be renamed so that labels mean themselves: a warning that many labels are wrong.
    package let isRelabelled: Bool

    /// The most probable category of each item with its probability; `nil` for an item without labels.
    package func label(of item: Int, in table: LabelTable) -> (category: Int, probability: Double)? {
        guard table.labels[item].contains(where: { $0 != nil }) else { return nil }
        return probabilities[item].enumerated().max { $0.element < $1.element }.map { ($0.offset, $0.element) }
    }
}

extension LabelTable {
    /// Why the model of Dawid and Skene has no one answer for the table; `nil` where it has.
    package var dawidSkeneAbsence: DawidSkene.Absence? {
        let given = labels.flatMap { $0.compactMap(\.self) }
        guard let first = given.first else { return .noLabels }
        let active = (0..<raters).count { rater in labels.contains { $0[rater] != nil } }
        if active < 3 { return .tooFewRaters }
        if !labels.contains(where: { $0.count { $0 != nil } >= 3 }) { return .noItemWithThree }
        if given.allSatisfy({ $0 == first }) { return .noVariation }
        guard let kappa = coefficients[.fleissKappa], kappa > 0 else { return .noAgreement }
        return nil
    }

    /// The true labels and the raters' accuracies by the model of Dawid and Skene, or why there are none.
    ///
    /// - Throws: `MeasuresError.badPlan`.
    package func dawidSkene(
        _ settings: DawidSkene.Settings = DawidSkene.Settings(), plan: ResamplingPlan? = ResamplingPlan(),
        workers: Int = 2
    ) async throws(MeasuresError) -> Result<DawidSkene, DawidSkene.Absence> {
        if let absence = dawidSkeneAbsence { return .failure(absence) }
        try plan?.check()
        return .success(await DawidSkeneWork(self, settings).result(plan, workers: workers))
    }
}
