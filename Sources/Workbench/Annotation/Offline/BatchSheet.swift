package import AnswerStore
package import Foundation
import Study
import Text

/// Items for somebody who judges without a connection: a file to be filled in, and read back by ``OfflineImport``.
package struct BatchSheet: Sendable {
    /// What names a row's item, judge and codebook.
    static let naming = ["project", "annotator", "item", "codebook"]
    private static let ofActions = [
        "country", "topic", "value", "meaning", "inclination", "action", "marked", "explanation",
    ]
    private static let ofGaps = [
        "country", "topic", "value", "meaning", "says", "chooses", "action", "marked", "explanation", "other_action",
        "reason",
    ]

    let project: AnnotationProject
    /// Who is to judge.
    package let person: ParticipantRecord
    /// What is to be judged.
    package let items: [ActionItem]

    /// Why there is no batch.
    package enum Problem: Error, Sendable, Hashable {
        /// Nobody of that name judges the project.
        case unknownPerson(name: String, known: [String])
        /// Items are given out by country, and nobody knows which one the person knows.
        case noCountry(name: String, countries: [String])
    }

    /// Takes items for somebody: those that were given to them and are not judged yet, then others that have room. They are held until
    /// `end`, so that nobody else is given them.
    ///
    /// - Parameters:
    ///   - country: the country that the person knows, where they have not said so on their page.
    ///   - most: how many at most.
    /// - Throws: ``Problem``; `StoreError`.
    package init(
        _ project: AnnotationProject, for name: String, country: String? = nil, most: Int, from date: Date,
        until end: Date
    ) async throws {
        self.project = project
        let people = try project.store.participants(project: project.record.id).filter { $0.role == .annotator }
        guard let person = people.first(where: { $0.judge.name == name }) else {
            throw Problem.unknownPerson(name: name, known: people.map(\.judge.name))
        }
        self.person = person
        let settings = project.definition.settings
        let known = try country ?? project.consents()[person.judge]?.country
        guard !settings.byCountry || known != nil else {
            throw Problem.noCountry(name: name, countries: project.definition.countries)
        }
        let shelf = ProjectShelf(project.store)
        guard let desk = try AnnotatorDesk(secret: person.secret, on: shelf) else {
            throw Problem.unknownPerson(name: name, known: people.map(\.judge.name))
        }
        let open = try desk.given().filter { try !desk.answers(to: $0).isDone }.prefix(max(0, most))
        try project.store.hold(open.map(\.id), for: person, from: date, until: end)
        var taken = Array(open)
        var quota = Quota(settings)
        (quota.lease, quota.mostOpen) = (end.timeIntervalSince(date), Int.max)
        let candidates = desk.candidates(for: Consent(isGiven: true, country: known ?? ""))
        while taken.count < most {
            let grant = try await project.store.next(for: person, among: candidates, quota, at: date)
            guard case .item(let id) = grant, let item = desk.items.byID[id] else { break }
            taken.append(item)
        }
        items = taken
    }

    /// The columns: what names a row, what is read, and a column to fill in for each criterion, its question beside it.
    private var header: [String] {
        let criteria = project.codebook.criteria
        return Self.naming + shown
            + (coding == nil ? criteria.flatMap { ["\($0.id): question", $0.id] } : criteria.map(\.id)) + filled
            + ["instructions"]
    }

    private var coding: Codebook.Coding? { project.codebook.coding }
    private var hasGaps: Bool { items.contains { $0.gap != nil } }
    private var shown: [String] { hasGaps ? Self.ofGaps : Self.ofActions }

    /// What may be filled in beside the criteria.
    private var filled: [String] {
        (coding == nil ? ["spans"] : []) + ["note", "skip"] + (coding?.mode == .extensible ? ["proposal"] : [])
    }

    /// The batch as a table that a spreadsheet program opens.
    package var table: String {
        var writer = CSVWriter(header: header, layout: .spreadsheet)
        for (place, item) in items.enumerated() {
            let questions = project.codebook.criteria.flatMap { coding == nil ? [Self.question($0), ""] : [""] }
            let fields =
                naming(item) + read(item) + questions + filled.map { _ in "" } + [place == 0 ? instructions : ""]
            writer.write(fields.map { SheetText.guarded(Plain.text($0)) })
        }
        // The mark by which spreadsheet programs know UTF-8.
        return "\u{FEFF}" + writer.text
    }

    /// The batch as an object a line: first the instructions and criteria, then an item each.
    package var jsonLines: String {
        let book = project.codebook
        let head: JSONValue = [
            "format": .string(OfflineFile.batchFormat), "project": .string(project.record.name),
            "annotator": .string(person.judge.name), "codebook": .string("\(book.name)@\(book.version)"),
            "instructions": .string(instructions),
            "criteria": .array(
                book.criteria.map { criterion in
                    criterion.level != nil
                        ? code(criterion)
                        : [
                            "id": .string(criterion.id), "question": .string(criterion.question),
                            "definition": .string(criterion.definition),
                            "answers": .array(criterion.answers.map { .string($0.id) }),
                        ]
                }),
        ]
        let lines = items.map { item -> JSONValue in
            .object(
                [.init("item", .string(item.hash))]
                    + zip(shown, read(item)).map { .init($0, .string($1)) }
                    + [.init("answers", .object(book.criteria.map { .init($0.id, .null) }))]
                    + filled.map { .init($0, .null) })
        }
        return ([head] + lines).map { $0.text(indented: false).trimmed + "\n" }.joined()
    }

    private func naming(_ item: ActionItem) -> [String] {
        [
            project.record.name, person.judge.name, item.hash,
            "\(project.codebook.name)@\(project.codebook.version)",
        ]
    }

    private func read(_ item: ActionItem) -> [String] {
        let (cell, action) = (item.line.cell, item.line.action)
        if hasGaps {
            let gap = item.gapText
            return [
                cell.scenario.country, cell.scenario.topic, cell.value, project.definition.glosses[cell.value] ?? "",
                gap?.says ?? "", gap?.chooses ?? "", action.text, action.attributions.joined(separator: " · "),
                action.explanation, gap?.otherAction ?? "", gap?.reason ?? "",
            ]
        }
        return [
            cell.scenario.country, cell.scenario.topic, cell.value, project.definition.glosses[cell.value] ?? "",
            item.isCheck ? "" : item.line.inclination == .agree ? "express the value" : "go against the value",
            action.text, action.attributions.joined(separator: " · "), action.explanation,
        ]
    }

    private static func question(_ criterion: Criterion) -> String {
        "\(criterion.question) (\(criterion.answers.map(\.id).joined(separator: " / ")))"
    }

    private func code(_ code: Criterion) -> JSONValue {
        [
            "id": .string(code.id), "name": .string(code.name), "level": JSONValue(code.level),
            "definition": .string(code.definition), "examples": .array((code.examples ?? []).map(JSONValue.string)),
            "excludes": .array((code.excludes ?? []).map(JSONValue.string)),
            "answers": .array(code.answers.map { .string($0.id) }),
        ]
    }

    /// How codes are filled in, and what each means.
    private func instructions(_ coding: Codebook.Coding) -> String {
        let meanings = project.codebook.criteria.map { code in
            let level = coding.levels.first { $0.id == code.level }?.name ?? ""
            return "\(code.id) (\(code.name), \(level)): \(code.definition)"
                + (code.examples ?? []).map { " It applies, for example: \($0)" }.joined()
                + (code.excludes ?? []).map { " It does not apply, or another code does: \($0)" }.joined()
        }
        var how =
            "Write yes under each code that applies, and no under every other one; where none applies, no under all. An empty field is not "
            + "said, and the item stays open. To skip an item, say why under “skip”."
        if coding.mode == .extensible {
            how += " A code that is missing you propose under “proposal”: its name, a colon, what it would mean."
        }
        return ([project.definition.settings.consent, project.codebook.guideline] + meanings + [how])
            .joined(separator: "\n\n")
    }

    private var instructions: String {
        if let coding { return instructions(coding) }
        let meanings = project.codebook.criteria.map { "\($0.name): \($0.question) \($0.definition)" }
        return
            ([project.definition.settings.consent, project.codebook.guideline] + meanings + [
                "Fill in one of the answers in brackets under each criterion, and leave the other columns as they are. Spans may stay empty; to "
                    + "correct what is marked, write the words that should be, as [\"lend my\", \"tools\"]. To skip an item, say why under “skip”."
            ]).joined(separator: "\n\n")
    }
}
