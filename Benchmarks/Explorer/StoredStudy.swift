import Foundation

/// A store of the study of 132 scenarios, asked of a simulated respondent by `vlens run` itself.
struct StoredStudy {
    let actions: String

    /// One variant of each task: a choice for every cell, the ratings of every scenario.
    static let repliesPerRound = 7392 + 132

    static func rounds(of replies: Int) -> Int { (replies + repliesPerRound - 1) / repliesPerRound }

    func fill(_ store: String, rounds: Int) throws(BenchmarkError) {
        _ = try Child(try Child.vlens(), arguments(store, rounds: rounds)).finish()
    }

    /// A run of another respondent that writes as long as it is let.
    func writer(_ store: String) throws(BenchmarkError) -> Child {
        try Child(
            try Child.vlens(), arguments(store, rounds: 1000) + ["--model", "simulated/writer?seed=9"])
    }

    private func arguments(_ store: String, rounds: Int) -> [String] {
        [
            "run", "--study", "schwartz-132", "--actions", actions, "--variants", "0", "--repeats", "\(rounds)",
            "--store", store, "--no-report", "--no-intervals", "--quiet",
        ]
    }

    /// The replies that a store holds.
    func count(_ store: String) throws -> Int {
        try StoredReplies.count(store)
    }
}
