import AnswerStore
import Reading
import Reports
import Study

/// Counts what a cell's replies say.
struct CellCount {
    let presenter: ReplyPresenter
    let questions: CellQuestions
    /// How replies are to be read that people overruled, by the store's number; nil where the reader's own readings count.
    let overrules: RunOverrules?

    /// Questions that are looked at, at most: each is found by itself.
    static let most = 2000

    func distribution() async throws -> CellDistribution {
        let study = presenter.study
        let places = Array(questions.places.prefix(Self.most))
        let records = places.map(questions.question(at:))
        let (run, store) = (presenter.run, presenter.store)
        let read = try await store.currentReadings(run: run.id, questions: records.map(\.id))
        let lacking = zip(records, read).filter { $0.1 == nil }.map(\.0.id)
        let failed = lacking.isEmpty ? [] : try await store.failed(run: run.id, among: lacking)
        var counted = CellDistribution(
            labels: Self.labels(study, isImported: run.origin == .imported && !run.knowsWording),
            questions: questions.places.count)
        counted.looked = places.count
        counted.overruled = overrules.map { _ in 0 }
        for (place, (record, found)) in zip(places, zip(records, read)) {
            guard let found else {
                Self.addUnread(place.task, to: &counted) {
                    failed.contains(record.id) ? $0.failed += 1 : ($0.missing += 1)
                }
                continue
            }
            var reading = found.reading
            if let person = overrules?.readings[found.reply] {
                reading = person
                counted.overruled? += 1
            }
            add(reading, record, first: found.first, task: place.task, to: &counted)
        }
        return counted
    }

    private func add(
        _ reading: ReadingRecord, _ record: QuestionRecord, first: Int?, task: StudyTask,
        to counted: inout CellDistribution
    ) {
        guard reading.state == "answered", let content = reading.content else {
            return Self.addUnread(task, to: &counted) {
                reading.state == "refused" ? $0.refused += 1 : ($0.unreadable += 1)
            }
        }
        // A scale whose start is not stored starts at agreement, unless others asked.
        let known = first ?? (task == .stated && questions.isAsked ? Int(Inclination.agree.code) : nil)
        let side: ShownQuestion.Side? = known.map { $0 == Int(Inclination.agree.code) ? .agree : .disagree }
        switch task {
        case .acted:
            guard let choice = ReadingContent.choice(content, first: first) else {
                return Self.addUnread(task, to: &counted) { $0.unreadable += 1 }
            }
            counted.acted[Int(choice.code)].add(first: side)
        case .stated:
            guard let ratings = ReadingContent.ratings(content) else {
                return Self.addUnread(task, to: &counted) { $0.unreadable += 1 }
            }
            let place = presenter.study.theory.values.firstIndex { $0.name == questions.cell.value }
            let option = place.flatMap {
                ratings.options.indices.contains($0) ? ratings.options[$0].map(Int.init) : nil
            }
            guard let option, counted.stated.indices.contains(option - 1) else {
                counted.notRated += 1
                return
            }
            counted.stated[option - 1].add(first: side)
        }
    }

    private static func addUnread(
        _ task: StudyTask, to counted: inout CellDistribution, _ change: (inout CellDistribution.Unread) -> Void
    ) {
        switch task {
        case .stated: change(&counted.statedUnread)
        case .acted: change(&counted.actedUnread)
        }
    }

    /// The options of Task 1 from agreement, those of several framings together.
    private static func labels(_ study: StudyDefinition, isImported: Bool) -> [String] {
        let count = study.optionCount
        let ends = { (option: Int) in
            option == 0 ? " (most agreement)" : option == count - 1 ? " (most disagreement)" : ""
        }
        guard !isImported else { return (0..<count).map { "Option \($0 + 1)" + ends($0) } }
        let scales = study.stated.framings.map(\.options).filter { $0.count == count }
        return (0..<count).map { option in
            var labels: [String] = []
            for scale in scales where !labels.contains(scale[option]) { labels.append(scale[option]) }
            return "\(option + 1) " + labels.joined(separator: " / ")
        }
    }
}
