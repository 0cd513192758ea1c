import Hummingbird

/// Answers that were made less than a second ago: whoever asks for the same again gets them, and of many who ask at once all wait for
/// the one that is being made. What is written empties it, and so does a change of the store that was noticed.
actor AnswerCache {
    private struct Kept {
        let answer: Task<Response, Never>
        let made: ContinuousClock.Instant
    }

    private var kept: [String: Kept] = [:]

    /// How long an answer is good for.
    static let lifetime = Duration.seconds(1)
    /// How many are kept at most.
    static let most = 256

    /// The answer to a request, made by `make` where there is none.
    func answer(_ key: String, make: @escaping @Sendable () async -> Response) async -> Response {
        let now = ContinuousClock.now
        if let known = kept[key], now - known.made < Self.lifetime { return await known.answer.value }
        if kept.count >= Self.most { kept = kept.filter { now - $0.value.made < Self.lifetime } }
        if kept.count >= Self.most { kept.removeAll() }
        let answer = Task { await make() }
        kept[key] = Kept(answer: answer, made: now)
        return await answer.value
    }

    /// Lets the next request see the store as it is.
    func forget() { kept.removeAll() }
}
