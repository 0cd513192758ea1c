import AnswerStore

/// Hands out the questions that have no reply yet and that no other process asks.
///
/// Questions are rendered and claimed a batch ahead; memory does not grow with their number.
actor QuestionFeed {
    private let questions: any QuestionSource
    /// The positions to ask, where only some are.
    private let places: [Int]?
    private let run: Int64
    private let membership: Membership
    private let monitor: RunMonitor
    private let batch: Int
    private let bounds: Bounds
    private let stop: StopSwitch

    /// A question with its position.
    struct Item: Sendable {
        let position: Int
        let question: AskedQuestion
        /// Who holds it: this process, as it was entered when it claimed the question.
        var holder: Worker
        /// The reply that it is asked again in place of.
        var replaces: Int64?
    }

    /// Claimed and ready, next one last.
    private var ready: [Item] = []
    /// The process that all of them were seen to be claimed by; nil after others came. With hundreds in flight, looking at
    /// them again for each question would take longer than handing it out.
    private var checked: Worker?
    /// The next place to look at, of ``places`` or of all positions.
    private var cursor = 0
    private var cursorEnd: Int
    /// Positions whose questions another process was asking, or that had no room under the cap.
    private var askedByOthers: [Int] = []
    /// How many of them are still to be looked at before the next wait.
    private var leftOfPass = 0
    /// How many more questions this start may ask.
    private var left: Int
    /// Positions whose questions failed in a way that may pass, to be asked once more at the end.
    private var postponed: [Int] = []
    /// Positions that were postponed once; there is no third time.
    private var everPostponed: Set<Int> = []
    private var refill: Task<Void, Never>?
    private var failure: StoreError?

    init(
        questions: any QuestionSource, places: [Int]?, run: Int64, membership: Membership, monitor: RunMonitor,
        concurrency: Int,
        bounds: Bounds, stop: StopSwitch
    ) {
        self.questions = questions
        self.places = places
        self.run = run
        self.membership = membership
        self.monitor = monitor
        self.bounds = bounds
        self.stop = stop
        left = bounds.limit ?? .max
        batch = max(32, 2 * concurrency)
        cursorEnd = places?.count ?? questions.count
    }

    /// The next question, claimed for this process; `nil` when all are asked, or the run shall stop.
    func next() async throws(ElicitationError) -> Item? {
        while true {
            let holder = try await storing { () async throws(StoreError) in try await membership.current() }
            if let failure { throw .store(failure) }
            if stop.isOn || Task.isCancelled || left == 0 { return nil }
            giveUpAllBut(holder)
            if ready.count <= batch / 2, hasMore, refill == nil {
                refill = Task { await self.fill() }
            }
            if let item = ready.popLast() {
                left -= 1
                if left == 0 { end(because: .limit) }
                return item
            }
            guard let refill else { return nil }
            await refill.value
        }
    }

    /// What was claimed ahead by this process before it was taken for dead may be asked by others now.
    private func giveUpAllBut(_ holder: Worker) {
        guard checked != holder else { return }
        checked = holder
        guard ready.contains(where: { $0.holder != holder }) else { return }
        askedByOthers += ready.filter { $0.holder != holder }.map(\.position)
        ready.removeAll { $0.holder != holder }
    }

    /// Takes back a question that was handed out and not asked, because others may ask it by now.
    func takeBack(_ item: Item) {
        left += left == .max ? 0 : 1
        askedByOthers.append(item.position)
    }

    /// Holds a question that was claimed by this process before it was taken for dead.
    ///
    /// - Returns: it, to be asked; `nil` where others ask it, or have asked it.
    func reclaim(_ item: Item) async throws(ElicitationError) -> Item? {
        let id = item.question.record.id
        let (claim, holder) = try await storing { () async throws(StoreError) in
            try await membership.claim(
                ClaimRequest(
                    [item.question.record], run: run, caps: bounds.caps,
                    again: item.replaces.map { [id: $0] } ?? [:]))
        }
        guard claim.granted.contains(id) else { return nil }
        var item = item
        item.holder = holder
        return item
    }

    private func storing<T>(_ body: () async throws(StoreError) -> T) async throws(ElicitationError) -> T {
        do throws(StoreError) {
            return try await body()
        } catch {
            throw .store(error)
        }
    }

    /// Hands out no more; what is claimed and not handed out is given back when the run ends.
    private func end(because bound: Bounds.Reached) {
        let isWhole = bound == .limit && !hasMore && ready.isEmpty
        cursorEnd = cursor
        askedByOthers = []
        postponed = []
        ready = []
        if !isWhole { monitor.update { $0.bound = bound } }
    }

    /// Keeps a question that was given up for the last pass, which comes when all others were asked.
    func postpone(_ item: Item) {
        if everPostponed.insert(item.position).inserted { postponed.append(item.position) }
    }

    private var hasMore: Bool { cursor < cursorEnd || !askedByOthers.isEmpty || !postponed.isEmpty }

    private func fill() async {
        defer { refill = nil }
        do throws(StoreError) {
            if cursor < cursorEnd {
                let range = cursor..<min(cursor + batch, cursorEnd)
                cursor = range.upperBound
                try await claim(places.map { Array($0[range]) } ?? Array(range))
            } else if !postponed.isEmpty {
                let positions = Array(postponed.prefix(batch))
                postponed.removeFirst(positions.count)
                monitor.update { $0.failed -= positions.count }
                try await claim(positions)
            } else {
                // Others asked these; by now they have answers, or their process is gone, or we look again: at all of them
                // after one wait.
                if leftOfPass <= 0 {
                    try? await Task.sleep(for: .milliseconds(500))
                    leftOfPass = askedByOthers.count
                }
                guard !stop.isOn else { return askedByOthers = [] }
                let positions = Array(askedByOthers.prefix(min(batch, leftOfPass)))
                leftOfPass -= positions.count
                askedByOthers.removeFirst(positions.count)
                try await claim(positions)
            }
        } catch {
            failure = error
        }
    }

    private func claim(_ positions: [Int]) async throws(StoreError) {
        let asked = positions.map { questions[$0] }
        let (claim, holder) = try await membership.claim(
            ClaimRequest(asked.map(\.record), run: run, caps: bounds.caps, again: bounds.again))
        var granted: [Item] = []
        for (position, question) in zip(positions, asked) {
            let id = question.record.id
            if claim.granted.contains(id) {
                let replaces = bounds.again[id]
                granted.append(Item(position: position, question: question, holder: holder, replaces: replaces))
            } else if claim.claimedByOthers.contains(id) || claim.beyondCap.contains(id) {
                askedByOthers.append(position)
            }
        }
        ready.insert(contentsOf: granted.reversed(), at: 0)
        checked = nil
        if claim.isCapped { end(because: .cap) }
        let others = askedByOthers.count
        monitor.update {
            $0.repliedBefore += claim.replied.count
            $0.inBatches += claim.inBatches.count
            $0.askedByOthers = others
        }
    }
}
