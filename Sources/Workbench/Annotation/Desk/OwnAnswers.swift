package import AnswerStore
package import Study

/// What one judge says of one item now.
package struct OwnAnswers: Sendable, Hashable {
    /// By the criterion's id.
    package private(set) var answers: [String: Judgement] = [:]
    /// The note; empty where there is none.
    package private(set) var note = ""
    /// Where the attributions should stand; `nil` where they were left as they are.
    package private(set) var spans: [ActionSpan]?
    /// A code that the codebook lacks, as the judge would name and define it; empty where there is none.
    package private(set) var proposal = ""
    /// Why the item was left out; `nil` where it was not.
    package private(set) var skipped: String?
    /// The number of the judge's last label of the item; 0 where there is none.
    package private(set) var revision: Int64 = 0
    /// Seconds that the labels say they took, the longest.
    package private(set) var seconds: Double = 0
    private let criteria: Int

    /// What labels say, of one judge and one item, in the order in which they were added.
    package init(_ rows: [LabelRow], of codebook: Codebook, action text: String) {
        criteria = codebook.criteria.count
        let known = Set(codebook.criteria.map(\.id))
        for row in rows {
            revision = max(revision, row.id)
            guard let name = codebook.criterion(named: row.criterion) else { continue }
            let judgement = Judgement(content: row.content, action: text)
            seconds = max(seconds, judgement?.seconds ?? 0)
            switch Codebook.Extra(rawValue: name) {
            case .note: note = judgement?.note ?? ""
            case .spans: spans = judgement?.spans
            case .skip: skipped = judgement.map { $0.note ?? "" }
            case .proposal: proposal = judgement?.note ?? ""
            case nil where known.contains(name): answers[name] = judgement?.answer == nil ? nil : judgement
            case nil: break
            }
        }
    }

    /// Of a codebook of codes: whether no code applies, and all are answered so.
    package var saysNone: Bool { isComplete && answers.values.allSatisfy { $0.answer != "yes" } }
    /// Whether every criterion has an answer.
    package var isComplete: Bool { answers.count == criteria }
    /// Whether nothing more is wanted of the judge.
    package var isDone: Bool { isComplete || skipped != nil }
}

extension Quota {
    /// How items of a project are given out.
    package init(_ settings: AnnotationSettings) {
        let codebook = settings.codebook
        self.init(
            overlap: settings.overlap, lease: Double(settings.leaseMinutes) * 60,
            isJudged: { OwnAnswers($0, of: codebook, action: "").isComplete },
            isSkipped: { OwnAnswers($0, of: codebook, action: "").skipped != nil })
    }
}
