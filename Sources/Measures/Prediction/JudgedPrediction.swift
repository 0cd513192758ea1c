/// A prediction of one target with what is true.
struct JudgedPrediction: Sendable {
    /// What is drawn anew together.
    var cluster: Int
    /// The true and the predicted class: 0 is agree, or the kept word; 1 disagree, or the gap.
    var truth, predicted: Int
    /// How probable the target's class is said to be; `nil` where nothing was said.
    var chance: Double?
}

extension PredictionSet.Case {
    /// The case for a target; `nil` where nothing was predicted, and of a gap where neither action was chosen more often.
    func judged(_ target: PredictionTarget) -> JudgedPrediction? {
        guard let predicted else { return nil }
        switch target {
        case .stated:
            return JudgedPrediction(
                cluster: cluster, truth: statesAgree ? 0 : 1, predicted: predicted ? 0 : 1, chance: probability)
        case .gap:
            guard let actsAgree else { return nil }
            return JudgedPrediction(
                cluster: cluster, truth: statesAgree == actsAgree ? 0 : 1, predicted: predicted == actsAgree ? 0 : 1,
                chance: probability.map { actsAgree ? 1 - $0 : $0 })
        }
    }
}

/// Clusters numbered from 0 without a hole, in the order of their own numbers: draws then do not hang on the order of cells.
struct DenseClusters: Sendable {
    /// By thing.
    let places: [Int]
    let count: Int

    init(_ clusters: [Int]) {
        let names = Set(clusters).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        places = clusters.map { numbers[$0] ?? 0 }
        count = names.count
    }
}
