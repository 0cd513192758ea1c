import AnswerStore
import Elicitation
import Foundation
import Respondents

/// A kind of question that nothing outside this file knows: which of two words is longer?
struct WordPairs: QuestionSource {
    static let kind = "longerWord"
    let pairs: [(String, String)]

    var count: Int { pairs.count }

    subscript(position: Int) -> AskedQuestion {
        let (left, right) = pairs[position]
        let record = QuestionRecord(
            id: String(format: "%032d", position), kind: Self.kind,
            item: ItemRecord(kind: "wordPair", dimensions: [("left", left), ("right", right)]),
            prompt: "Which word is longer, \(left) or \(right)?")
        return AskedQuestion(record, form: AnswerForm([.init("longer", .oneOf([left, right]))]), about: [left, right])
    }
}

/// Reads the one word that an answer names.
struct LongerWordReader: AnswerReader {
    func read(_ reply: RespondentReply, to question: AskedQuestion) -> ReadAnswer {
        let words = ["left", "right"].compactMap { question.record.item[$0] }.filter { reply.text.contains($0) }
        let reading =
            words.count == 1
            ? ReadingRecord(readerVersion: 1, state: "answered", content: words.first)
            : ReadingRecord(readerVersion: 1, state: "unreadable", reason: words.isEmpty ? "noWord" : "bothWords")
        return ReadAnswer(text: reply.text, reasoning: reply.reasoning, reading: reading)
    }
}

/// A store in a folder of its own, and a run of word pairs in it.
struct ToyBench {
    let folder: URL
    let store: AnswerStore
    let run: RunRecord
    let questions: WordPairs

    init(_ count: Int = 40) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "toy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        questions = WordPairs(pairs: (0..<count).map { ("owl\($0)", "elephant\($0)x") })
        run = try store.begin(
            RunRecord(
                key: "toy", respondent: "scripted", origin: .asked, settings: "{}", selections: ["{}"],
                toolVersion: "test", started: Date()),
            of: StudyRecord(name: "word pairs", protocolHash: "toy", source: "", actions: nil))
    }

    func ask(
        _ respondent: any Respondent, _ bounds: Bounds = Bounds(), stop: StopSwitch = StopSwitch()
    ) async throws(ElicitationError) -> RunSnapshot {
        let options = Elicitation.Options(
            concurrency: 4, retry: quick, grace: .milliseconds(200), pacing: Pacing(patience: .zero), bounds: bounds)
        return try await Elicitation(store: store, respondent: respondent, options: options)
            .ask(questions, reader: LongerWordReader(), run: run, stop: stop)
    }

    func replies() throws -> [ReplyRecord] {
        var replies: [ReplyRecord] = []
        try store.forEachReply(run: run.id, raw: true) { replies.append($0) }
        return replies
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}
