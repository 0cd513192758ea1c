import AnswerStore
import Foundation
import Reports
import Study
import Text
import Workbench

/// Items of an annotator as their pages show them.
struct AnnotatorSheets {
    let request: AnnotatorRequest
    private let progress: DeskProgress

    init(_ request: AnnotatorRequest, _ consent: Consent) throws {
        self.request = request
        progress = try request.desk.progress(consent)
    }

    var desk: AnnotatorDesk { request.desk }

    /// How far they are.
    var standing: AnnotateProgress {
        AnnotateProgress(
            judged: progress.judged, skipped: progress.skipped, open: progress.open.count, most: progress.most)
    }

    /// The items that they were given, as the list of what is missing shows them.
    var rows: [AnnotatePages.Row] {
        progress.entries.map { entry in
            let answers = entry.answers
            let book = desk.project.codebook
            let begun = book.coding.map { _ in answers.answers.isEmpty ? "not begun" : "begun" }
            let standing =
                answers.isComplete
                ? (book.coding == nil ? "judged" : "coded")
                : answers.skipped != nil
                    ? "skipped" : begun ?? "\(answers.answers.count) of \(book.criteria.count) answered"
            return AnnotatePages.Row(
                number: entry.number, words: entry.item.line.action.text.excerpt, standing: standing,
                isOpen: !answers.isDone)
        }
    }

    /// An item by the number that they call it.
    func sheet(of number: Int, isHeld: Bool) throws -> AnnotateSheet {
        let entry = progress.entries[number - 1]
        let (item, answers) = (entry.item, entry.answers)
        var sheet = AnnotateSheet(
            number: number, count: progress.entries.count, item: item.hash, revision: answers.revision,
            shown: Int(request.now.timeIntervalSince1970), progress: standing)
        sheet.facts = facts(of: item)
        sheet.language = item.line.language.isEmpty ? desk.project.definition.language : item.line.language
        let marked = answers.spans ?? item.spans
        sheet.pieces = Self.pieces(ActionWords(item.line.action.text), marked: marked)
        sheet.lostAttributions = item.lostAttributions
        sheet.explanation = item.line.action.explanation
        let suggestions = try desk.suggestions(for: item, answers)
        sheet.coding = coding(answers, suggestions)
        if sheet.coding == nil { sheet.criteria = criteria(answers, suggestions) }
        if let gap = item.gapText {
            (sheet.isGap, sheet.otherAction, sheet.reason) = (true, gap.otherAction, gap.reason)
        }
        sheet.note = answers.note
        sheet.skipped = answers.skipped
        if answers.isComplete { sheet.suggestions = lines(suggestions) }
        sheet.isLate = !isHeld && !answers.isComplete && answers.skipped == nil
        sheet.guideline = desk.project.codebook.guideline
        return sheet
    }

    private func facts(of item: ActionItem) -> [(name: String, value: String)] {
        guard !item.isCheck else { return [] }
        let cell = item.line.cell
        let gloss = desk.project.definition.glosses[cell.value].map { $0.isEmpty ? "" : " (\($0))" } ?? ""
        let place = [
            ("Country", cell.scenario.country), ("Part of life", cell.scenario.topic), ("Value", cell.value + gloss),
        ]
        if let gap = item.gapText {
            return place + [("What it says", gap.says), ("What it chooses", gap.chooses)]
        }
        return place + [
            (
                "Asked for",
                item.line.inclination == .agree
                    ? "an action that expresses the value" : "an action that goes against the value"
            )
        ]
    }

    private func criteria(_ answers: OwnAnswers, _ suggestions: [ModelSuggestion]) -> [AnnotateSheet.Criterion] {
        desk.project.codebook.criteria.map { criterion in
            let own = answers.answers[criterion.id]?.answer
            let filled =
                own == nil && desk.settings.suggestions == .prefilled
                ? suggestions.lazy.compactMap { $0.answers[criterion.id] }.first : nil
            return AnnotateSheet.Criterion(
                id: criterion.id, name: criterion.name, question: criterion.question, definition: criterion.definition,
                answers: criterion.answers.map { ($0.id, $0.label) }, chosen: own ?? filled, isPrefilled: filled != nil)
        }
    }

    private func lines(_ suggestions: [ModelSuggestion]) -> [String] {
        suggestions.map { suggestion in
            if desk.project.codebook.coding != nil {
                return "\(suggestion.judge): \(codes(suggestion))"
            }
            let answers = desk.project.codebook.criteria.compactMap { criterion in
                suggestion.answers[criterion.id].map { id in
                    "\(criterion.name): \(criterion.answers.first { $0.id == id }?.label ?? id)"
                }
            }
            return "\(suggestion.judge): " + answers.joined(separator: ", ")
        }
    }

    /// The action, cut into its words and what stands between them.
    static func pieces(_ words: ActionWords, marked spans: [ActionSpan]) -> [AnnotateSheet.Piece] {
        let marked = words.touched(by: spans)
        let scalars = Array(words.text.unicodeScalars)
        func text(_ range: Range<Int>) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[range])
            return String(text)
        }
        var pieces: [AnnotateSheet.Piece] = []
        var place = 0
        for (number, word) in words.words.enumerated() {
            if word.start > place { pieces.append(.between(text(place..<word.start))) }
            pieces.append(.word(number, word.text, isMarked: marked.contains(number)))
            place = word.end
        }
        if place < scalars.count { pieces.append(.between(text(place..<scalars.count))) }
        return pieces
    }

    /// What stands after a save, for the script.
    func json(of saved: AnnotatorDesk.Saved) throws -> JSONValue {
        let answers = saved.answers
        let marked = ActionWords(saved.item.line.action.text).touched(by: answers.spans ?? saved.item.spans)
        return [
            "revision": .integer(Int(answers.revision)), "item": .string(saved.item.hash),
            "answers": .object(
                answers.answers.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value.answer ?? "")) }),
            "none": answers.saysNone ? true : false, "proposal": proposal(answers).json,
            "note": .string(answers.note), "words": .array(marked.sorted().map(JSONValue.integer)),
            "complete": answers.isComplete ? true : false, "skipped": answers.skipped == nil ? false : true,
            "progress": .string(standing.words + "."),
        ]
    }
}
