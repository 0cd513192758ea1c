import Workbench

/// Tells listeners that the store has changed. It looks while somebody listens, at the totals of each run alone.
actor LiveFeed {
    private let library: RunLibrary
    private let answers: AnswerCache
    private var listeners: [Int: AsyncStream<Int>.Continuation] = [:]
    private var next = 0
    private var watch: Task<Void, Never>?
    /// How many changes were seen.
    private var version = 0

    /// More listeners are turned away.
    static let mostListeners = 64
    /// How often it looks.
    static let interval = Duration.seconds(1)

    init(_ library: RunLibrary, answers: AnswerCache) {
        (self.library, self.answers) = (library, answers)
    }

    /// The numbers of changes from now on; the one that stands comes at once.
    ///
    /// - Returns: nil where too many listen.
    func listen() -> AsyncStream<Int>? {
        guard listeners.count < Self.mostListeners else { return nil }
        let number = next
        next += 1
        let (stream, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        continuation.onTermination = { [weak self] _ in Task { await self?.leave(number) } }
        listeners[number] = continuation
        continuation.yield(version)
        if watch == nil { watch = Task { [weak self] in await self?.look() } }
        return stream
    }

    private func leave(_ number: Int) {
        listeners[number] = nil
        guard listeners.isEmpty else { return }
        watch?.cancel()
        watch = nil
    }

    private func look() async {
        var seen = await library.pulse()
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.interval)
            let now = await library.pulse()
            if now != seen {
                seen = now
                version += 1
                // What is asked for next must show what was seen.
                await answers.forget()
            }
            // Also where nothing changed: a connection that is gone is noticed by writing to it.
            for listener in listeners.values { listener.yield(version) }
        }
    }
}
