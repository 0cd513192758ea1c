import Foundation
import Pages
import Reports
import Workbench

/// An item's form as it came, and what it asks for beside being saved.
struct AnnotatorForm: Sendable {
    let form: DeskForm
    /// Where to go on: "next", "previous", "stay", "skip", "missing", "undo".
    let go: String
    private let request: AnnotatorRequest
    /// The save that is to be undone; `nil` for the last.
    private let undone: Int64?

    init(_ request: AnnotatorRequest) {
        self.request = request
        let fields = request.fields
        func first(_ name: String) -> String? { fields.parts.first { $0.name == name }?.value }
        go = first("go") ?? (request.isScript ? "stay" : "next")
        undone = first("undo").flatMap { Int64($0) }
        var form = DeskForm(
            item: first("item") ?? "", seen: first("seen").flatMap { Int64($0) } ?? 0,
            way: request.isScript ? .page : .form)
        for part in fields.parts where part.name.hasPrefix("answer-") {
            form.answers[String(part.name.dropFirst("answer-".count))] = part.value
        }
        form.note = first("note")
        form.spans = first("spans")
        // A form of check boxes sends none where none is ticked: the page says that it has them.
        if first("whole") != nil || first("words") != nil {
            form.words = Set(
                fields.texts("word").compactMap { Int($0) }
                    + (first("words") ?? "").split(separator: ",").compactMap { Int($0) })
        }
        if first("coded") != nil {
            form.codes = DeskForm.Codes(
                ticked: Set(fields.texts("code")), saysNone: first("none") == "1", isWhole: go == "next")
        }
        if first("proposal") != nil || first("proposal-definition") != nil {
            form.proposal = CodeProposal(
                name: first("proposal") ?? "", definition: first("proposal-definition") ?? "")
        }
        switch go {
        case "skip": form.skip = first("why").flatMap { $0.isEmpty ? nil : $0 } ?? " "
        case "unskip": form.skip = ""
        default: break
        }
        form.isForced = first("force") == "1"
        form.seconds = first("seconds").flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
        if form.seconds == nil, let shown = first("shown").flatMap({ Double($0) }), shown > 0 {
            // Without a script nobody knows when the person was away: what is longer than ten minutes says nothing.
            let seconds = request.now.timeIntervalSince1970 - shown
            if (0...600).contains(seconds) { form.seconds = seconds.rounded() }
        }
        self.form = form
    }

    /// Saves, or undoes.
    func save() async throws -> AnnotatorDesk.Saved {
        if go == "undo" {
            return try await request.desk.undo(form.item, revision: undone, seen: form.seen, at: request.now)
        }
        return try await request.desk.save(form, at: request.now)
    }

    /// Puts what was typed into a page that comes back.
    func put(into sheet: inout AnnotateSheet) {
        for index in sheet.criteria.indices {
            if let answer = form.answers[sheet.criteria[index].id], !answer.isEmpty {
                sheet.criteria[index].chosen = answer
            }
        }
        if let codes = form.codes { sheet.coding?.tick(codes.ticked, saysNone: codes.saysNone) }
        if let proposal = form.proposal, sheet.coding?.proposal != nil {
            sheet.coding?.proposal = .init(
                name: String(proposal.name.prefix(2 * CodeProposal.mostName)),
                definition: String(proposal.definition.prefix(2 * DeskForm.mostNote)))
        }
        if let note = form.note { sheet.note = String(note.prefix(2 * DeskForm.mostNote)) }
        guard let words = form.words else { return }
        sheet.pieces = sheet.pieces.map { piece in
            if case .word(let number, let text, _) = piece {
                .word(number, text, isMarked: words.contains(number))
            } else {
                piece
            }
        }
    }
}
