import Hummingbird

/// Answers that were made less than a second ago: whoever asks for the same again gets them, and of many who ask at once all wait for
/// the one that is being made. What is written empties it, and so does a change of the store that was noticed. An answer of which a
/// version says all that it depends on is good as long as that is the same.
actor AnswerCache {
    private struct Kept {
        let answer: Task<Response, Never>
        let made: ContinuousClock.Instant
        let version: String?

        func isGood(at now: ContinuousClock.Instant, _ version: String?) -> Bool {
            version == nil ? now - made < AnswerCache.lifetime : version == self.version
        }
    }

    private var kept: [String: Kept] = [:]

    /// How long an answer is good for.
    static let lifetime = Duration.seconds(1)
    /// How many are kept at most.
    static let most = 96

    /// The answer to a request, made by `make` where there is none.
    ///
    /// - Parameter version: what the answer depends on beside the request; nil where that isn't known.
    func answer(_ key: String, version: String? = nil, make: @escaping @Sendable () async -> Response) async -> Response
    {
        let now = ContinuousClock.now
        if let known = kept[key], known.isGood(at: now, version) { return await known.answer.value }
        if kept.count >= Self.most {
            kept = kept.filter { now - $0.value.made < Self.lifetime || $0.value.version != nil }
        }
        if kept.count >= Self.most { kept.removeAll() }
        let answer = Task { await make() }
        kept[key] = Kept(answer: answer, made: now, version: version)
        return await answer.value
    }

    /// Lets the next request see the store as it is.
    func forget() { kept = kept.filter { $0.value.version != nil } }
}
