import AnswerStore
import Foundation
import Study
import Text

/// A batch that somebody has filled in, checked as a whole before any of it is saved.
struct BatchReading {
    /// What one row says.
    private struct Said {
        let line: Int
        let item: ActionItem
        let person: ParticipantRecord
        let codebook: Codebook
        let changes: [(criterion: String, judgement: Judgement)]
    }

    private let project: AnnotationProject
    private let said: [Said]
    private let empty: Int

    init(_ rows: [OfflineFile.Row], file: String, store: AnswerStore) throws {
        let name = rows.first?["project"] ?? ""
        project = try OfflineImport.project(named: name, file: file, in: store)
        let check = RowCheck(file: file, project: try RowCheck.Known(project))
        var (said, empty, places) = ([Said](), 0, [String: Said]())
        for row in rows {
            guard row["project"] == name else {
                throw OfflineProblem.badLine(
                    file: file, line: row.line,
                    what: "'\(row["project"])' is another project than '\(name)': import them one by one")
            }
            let (item, person, codebook) = (try check.item(row), try check.person(row), try check.codebook(row))
            let changes = try check.changes(row, item, codebook)
            if changes.isEmpty {
                empty += 1
                continue
            }
            let found = Said(line: row.line, item: item, person: person, codebook: codebook, changes: changes)
            let key = "\(person.judgeID) \(item.id)"
            if let first = places.updateValue(found, forKey: key) {
                guard first.changes.elementsEqual(changes, by: { $0 == $1 }) else {
                    throw OfflineProblem.repeated(file: file, line: row.line, first: first.line, item: item.hash)
                }
                continue
            }
            said.append(found)
        }
        (self.said, self.empty) = (said, empty)
    }

    func save(replaces: Bool, at date: Date) async throws -> OfflineImport {
        var result = OfflineImport(project: project.record.name)
        result.empty = empty
        for said in said { try await save(said, replaces: replaces, at: date, &result) }
        return result
    }

    private func save(
        _ said: Said, replaces: Bool, at date: Date, _ result: inout OfflineImport
    ) async throws {
        while true {
            let rows = try project.store.labels(of: said.item.id, by: said.person.judgeID)
            var (changes, found) = ([AnswerStore.Change](), result)
            for (criterion, judgement) in said.changes {
                let key = said.codebook.key(criterion)
                let name = project.codebook.criterion(named: key) ?? key
                // What stands was perhaps said under another version of the codebook, by another name.
                let last = rows.last { (project.codebook.criterion(named: $0.criterion) ?? $0.criterion) == name }
                let content = last?.content ?? ""
                if Judgement.isSame(content, judgement.content) {
                    found.known += 1
                } else if last == nil || replaces || wasFile(content, said.item) {
                    changes.append(.init(criterion: last?.criterion ?? key, content: judgement.content))
                    found.added += 1
                } else {
                    found.contradicted.append(contradiction(said, criterion, judgement, content))
                }
            }
            let outcome = try await project.store.save(
                changes, of: said.item.id, by: said.person.judgeID, seen: rows.last?.id ?? 0, at: date,
                isSame: Judgement.isSame)
            // Somebody who saves at the same moment is looked at again.
            if case .stale = outcome { continue }
            result = found
            return
        }
    }

    /// Whether a label came from a file, too, so that a file of now corrects it.
    private func wasFile(_ content: String, _ item: ActionItem) -> Bool {
        Judgement(content: content, action: item.line.action.text)?.way == .file
    }

    private func contradiction(
        _ said: Said, _ criterion: String, _ judgement: Judgement, _ content: String
    ) -> OfflineImport.Contradiction {
        let stands = Judgement(content: content, action: said.item.line.action.text)
        let name = project.codebook.criterion(named: said.codebook.key(criterion))
        return OfflineImport.Contradiction(
            line: said.line, item: said.item.position + 1, judge: said.person.judge.name, criterion: criterion,
            given: judgement.words(project.codebook, name),
            stands: stands?.words(project.codebook, name) ?? "taken back")
    }
}

/// Looks at the fields of a batch's rows.
private struct RowCheck {
    /// What a project knows.
    struct Known {
        let name: String
        let items: [String: ActionItem]
        let people: [String: ParticipantRecord]
        let names: [String]
        let codebooks: [String: Codebook]

        init(_ project: AnnotationProject) throws {
            name = project.record.name
            items = Dictionary(try project.everyItem().map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
            let annotators = try project.store.participants(project: project.record.id).filter { $0.role == .annotator }
            people = Dictionary(annotators.map { ($0.judge.name, $0) }, uniquingKeysWith: { first, _ in first })
            names = annotators.map(\.judge.name)
            codebooks = Dictionary(
                try project.definitions().map { definition in
                    let book = definition.settings.codebook
                    return ("\(book.name)@\(book.version)", book)
                }, uniquingKeysWith: { $1 })
        }
    }

    let file: String
    let project: Known

    func item(_ row: OfflineFile.Row) throws -> ActionItem {
        guard let item = project.items[row["item"].lowercased()] else {
            throw OfflineProblem.unknownItem(file: file, line: row.line, item: row["item"], project: project.name)
        }
        return item
    }

    func person(_ row: OfflineFile.Row) throws -> ParticipantRecord {
        guard let person = project.people[row["annotator"]] else {
            throw OfflineProblem.unknownPerson(file: file, line: row.line, name: row["annotator"], known: project.names)
        }
        return person
    }

    func codebook(_ row: OfflineFile.Row) throws -> Codebook {
        guard let book = project.codebooks[row["codebook"]] else {
            throw OfflineProblem.unknownCodebook(
                file: file, line: row.line, value: row["codebook"], known: project.codebooks.keys.sorted())
        }
        return book
    }

    /// What a row says, in the codebook's order; an empty field says nothing.
    func changes(
        _ row: OfflineFile.Row, _ item: ActionItem, _ codebook: Codebook
    ) throws -> [(criterion: String, judgement: Judgement)] {
        var changes: [(criterion: String, judgement: Judgement)] = []
        for criterion in codebook.criteria where !row[criterion.id].isEmpty {
            changes.append((criterion.id, Judgement(answer: try answer(row, criterion), way: .file)))
        }
        if !row["spans"].isEmpty {
            changes.append(("spans", Judgement(spans: try spans(row, item), way: .file)))
        }
        for extra in ["note", "skip"] where !row[extra].isEmpty {
            let note = row[extra].replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            guard note.count <= DeskForm.mostNote else {
                throw OfflineProblem.noteTooLong(
                    file: file, line: row.line, count: note.count, most: DeskForm.mostNote)
            }
            changes.append((extra, Judgement(note: note, way: .file)))
        }
        if let proposal = try proposal(row, codebook) {
            changes.append(("proposal", Judgement(note: proposal.note, way: .file)))
        }
        return changes
    }

    /// "Name: what it would mean"; `nil` where nothing is proposed.
    private func proposal(_ row: OfflineFile.Row, _ codebook: Codebook) throws -> CodeProposal? {
        let text = row["proposal"].replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        guard !text.isEmpty, let coding = codebook.coding else { return nil }
        guard coding.mode == .extensible else {
            throw OfflineProblem.badLine(
                file: file, line: row.line,
                what: "the codebook is fixed and takes no proposal: write '\(text.prefix(80))' into the note")
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map {
            String($0).trimmed
        }
        let proposal = CodeProposal(
            name: parts[0].replacing("\n", with: " "), definition: parts.count > 1 ? parts[1] : "")
        guard (1...CodeProposal.mostName).contains(proposal.name.count) else {
            throw OfflineProblem.badLine(
                file: file, line: row.line,
                what:
                    "'\(text.prefix(80))' proposes no code: write its name, \(CodeProposal.mostName) characters at most, a colon, and what "
                    + "it would mean")
        }
        guard proposal.definition.count <= DeskForm.mostNote else {
            throw OfflineProblem.noteTooLong(
                file: file, line: row.line, count: proposal.definition.count, most: DeskForm.mostNote)
        }
        return proposal
    }

    /// One of the codebook's ids or labels, whatever their capitals: nothing is guessed.
    private func answer(_ row: OfflineFile.Row, _ criterion: Criterion) throws -> String {
        let word = row[criterion.id].lowercased()
        let found = criterion.answers.first { $0.id.lowercased() == word || $0.label.lowercased() == word }
        guard let found else {
            throw OfflineProblem.unknownAnswer(
                file: file, line: row.line, column: criterion.id, value: String(row[criterion.id].prefix(80)),
                offered: criterion.answers.map(\.id))
        }
        return found.id
    }

    private func spans(_ row: OfflineFile.Row, _ item: ActionItem) throws -> [ActionSpan] {
        let (value, text) = (row["spans"], item.line.action.text)
        let problem = OfflineProblem.badSpans(file: file, line: row.line, value: String(value.prefix(80)))
        guard let list = JSONReader.read(Array(value.utf8), manner: .strict)?.array, list.count <= 200 else {
            throw problem
        }
        return try list.map { json in
            let span = json.string.map { SpanFinder.find($0, in: text)?.span } ?? ActionSpan(json, of: text)
            guard let span else { throw problem }
            return span
        }
    }
}
