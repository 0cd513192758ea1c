/// How far people agree, and how good what they judged is: every figure of `vlens agreement`.
///
/// “unsure” is an answer like the others in all agreement; in quality it is not good, and each share stands beside the one without it.
package struct AgreementReport: Sendable {
    /// Some items' agreement.
    package struct Group: Sendable {
        /// By what the items were told apart, and what they share.
        package let axis: JudgedLabels.Axis
        package let name: String
        package let agreement: LabelAgreement
    }

    /// One criterion.
    package struct Criterion: Sendable {
        /// The labels.
        package let field: JudgedLabels.Field
        /// Over all items.
        package let agreement: LabelAgreement
        package let groups: [Group]
        package let pairs: [RaterPair]
        package let items: [ItemAgreement]
        package let dawidSkene: Result<DawidSkene, DawidSkene.Absence>
        package let annotators: [Annotator]
        package let models: [Model]
    }

    /// One person on one criterion.
    package struct Annotator: Sendable {
        /// The person's number.
        package let person: Int
        /// Labels given, and the share of them that are good.
        package let labels: Int
        package let good: Double?
        /// The share of this person's pairs of labels, with others of the same item, that are alike.
        package let alike: Estimate?
    }

    /// One model on one criterion, against what most people say.
    package struct Model: Sendable {
        /// The model's number.
        package let model: Int
        /// Labels that it gave.
        package let labels: Int
        /// Against the people's majority (or the adjudicator), on items that have one.
        package let agreement: LabelAgreement?
        package let joint: [[Int]]
    }

    /// One line of the quality table.
    package struct Quality: Sendable, Hashable {
        /// The criterion's number, and the country; `nil` for all.
        package let criterion: Int
        package let country: String?
        /// Items that somebody judged; those of them that are good, unsure, and without a majority.
        package let judged, good, unsure, undecided: Int
        /// The share of judged items that are good, and of those that are decided without “unsure”.
        package let share, decidedShare: Estimate?
    }

    /// How the prompt variants rank.
    package struct Ranking: Sendable {
        /// The variants' names, as the ranking numbers them.
        package let variants: [String]
        /// The criteria whose mean an item's quality is: those that at least half of the judged items were judged for.
        package let criteria: [Int]
        package let ranking: VariantRanking
    }

    /// What it is computed from.
    package let labels: JudgedLabels
    /// How intervals are made.
    package let plan: ResamplingPlan
    package let criteria: [Criterion]
    package let quality: [Quality]
    /// `nil` unless variants were asked for and there are two of them.
    package let ranking: Ranking?
}

extension AgreementReport {
    /// Computes all of it.
    ///
    /// - Parameters:
    ///   - axes: by what agreement is told apart; `variant` ranks the variants, too.
    ///   - progress: told of each criterion that is done, and of how many there are.
    /// - Throws: `MeasuresError`.
    package init(
        of labels: JudgedLabels, by axes: [JudgedLabels.Axis], plan: ResamplingPlan = ResamplingPlan(),
        workers: Int = 2, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws(MeasuresError) {
        try plan.check()
        (self.labels, self.plan) = (labels, plan)
        let work = AgreementWork(labels: labels, plan: plan, workers: workers)
        var criteria: [Criterion] = []
        for (number, field) in labels.fields.enumerated() {
            progress(number, labels.fields.count)
            criteria.append(try await work.criterion(field, by: axes))
        }
        self.criteria = criteria
        quality = await work.quality()
        ranking = axes.contains(.variant) ? try await work.ranking() : nil
        progress(labels.fields.count, labels.fields.count)
    }
}
