/// Every usual rate of one 2×2 table, pooled over its cells; `nil` where it would be 0/0.
///
/// The stated answer is the truth and the acted answer the prediction. None alone is enough: under the imbalance that
/// is normal here, accuracy and the F1 of `agree` are high for a model that always agrees, kappa and MCC are not.
package struct AgreementRates: Sendable, Hashable {
    /// F1 of `disagree`: 2TP / (2TP + FP + FN).
    package let f1Disagree: Double?
    /// F1 of `agree`: 2TN / (2TN + FP + FN).
    package let f1Agree: Double?
    /// The mean of both F1s, `nil` where one of them is.
    package let macroF1: Double?
    /// Of the cells acted disagree, the share stated so.
    package let precisionDisagree: Double?
    /// Of the cells stated disagree, the share acted so.
    package let recallDisagree: Double?
    /// Of the cells acted agree, the share stated so.
    package let precisionAgree: Double?
    /// Of the cells stated agree, the share acted so.
    package let recallAgree: Double?
    /// The share of cells with one inclination in both tasks.
    package let accuracy: Double?
    /// The mean of both recalls, `nil` where one of them is.
    package let balancedAccuracy: Double?
    /// Informedness (Youden 1950; Powers 2011): P(acts disagree | states disagree) − P(acts disagree | states agree), in
    /// [−1, 1]; 0 where acting ignores what is stated, 1 where it follows it. Free of the base rate of what is stated.
    package let informedness: Double?
    /// d′ (Green and Swets 1966): z of the first of these two shares minus z of the second, each with half a cell added
    /// to both its outcomes (Hautus 1995), so that it is finite. Free of the base rate and of a lean towards one action.
    /// `nil` where no cell states agree, or none states disagree.
    package let dPrime: Double?
    /// Cohen's kappa, `nil` where both tasks have the same constant answer.
    package let kappa: Double?
    /// Matthews correlation, `nil` where one task has a constant answer.
    package let matthewsCorrelation: Double?
    /// The base rate of `disagree` in Task 1.
    package let statedDisagreeRate: Double?
    /// The base rate of `disagree` in Task 2.
    package let actedDisagreeRate: Double?
}

extension AgreementRates {
    /// The rates of a table of counts or of expected counts.
    init(of table: ExpectedTable) {
        let (tp, tn) = (table.bothDisagree, table.bothAgree)
        let (fp, fn) = (table.statedAgreeActedDisagree, table.statedDisagreeActedAgree)
        let n = tp + tn + fp + fn
        let (statedDisagree, statedAgree) = (tp + fn, tn + fp)
        let (actedDisagree, actedAgree) = (tp + fp, tn + fn)
        let disagree = ClassRates(
            hits: tp, truths: statedDisagree, predictions: actedDisagree, both: 2 * tp + fp + fn)
        let agree = ClassRates(hits: tn, truths: statedAgree, predictions: actedAgree, both: 2 * tn + fp + fn)
        f1Disagree = disagree.f1
        f1Agree = agree.f1
        macroF1 = mean(f1Disagree, f1Agree)
        precisionDisagree = disagree.precision
        recallDisagree = disagree.recall
        precisionAgree = agree.precision
        recallAgree = agree.recall
        accuracy = ratio(tp + tn, n)
        balancedAccuracy = mean(recallDisagree, recallAgree)
        informedness = balancedAccuracy.map { 2 * $0 - 1 }
        dPrime =
            statedDisagree > 0 && statedAgree > 0
            ? NormalDistribution.quantile((tp + 0.5) / (statedDisagree + 1))
                - NormalDistribution.quantile((fp + 0.5) / (statedAgree + 1)) : nil
        kappa = ConfusionTable.kappa(
            hits: tp + tn, count: n, byChance: statedDisagree * actedDisagree + statedAgree * actedAgree)
        let spread = (statedDisagree * statedAgree).squareRoot() * (actedDisagree * actedAgree).squareRoot()
        matthewsCorrelation = ratio(tp * tn - fp * fn, spread)
        statedDisagreeRate = ratio(statedDisagree, n)
        actedDisagreeRate = ratio(actedDisagree, n)
    }
}

extension AgreementRates {
    /// The expectation of every rate over the tables that can be dealt. Those that are linear in the table are the expected
    /// table's.
    init(expecting dealt: DealtTable, table: ExpectedTable) {
        let linear = AgreementRates(of: table)
        let expected = dealt.expectations([
            \.f1Disagree, \.f1Agree, \.macroF1, \.precisionDisagree, \.precisionAgree, \.dPrime, \.kappa,
            \.matthewsCorrelation,
        ])
        self.init(
            f1Disagree: expected[0], f1Agree: expected[1], macroF1: expected[2], precisionDisagree: expected[3],
            recallDisagree: linear.recallDisagree, precisionAgree: expected[4], recallAgree: linear.recallAgree,
            accuracy: linear.accuracy, balancedAccuracy: linear.balancedAccuracy, informedness: linear.informedness,
            dPrime: expected[5], kappa: expected[6], matthewsCorrelation: expected[7],
            statedDisagreeRate: linear.statedDisagreeRate, actedDisagreeRate: linear.actedDisagreeRate)
    }
}

/// The mean of two rates, `nil` where one of them is undefined.
func mean(_ first: Double?, _ second: Double?) -> Double? {
    guard let first, let second else { return nil }
    return (first + second) / 2
}
