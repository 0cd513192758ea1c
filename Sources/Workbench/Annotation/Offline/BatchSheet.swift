package import AnswerStore
package import Foundation
import Study
import Text

/// Items for somebody who judges without a connection: a file to be filled in, and read back by ``OfflineImport``.
package struct BatchSheet: Sendable {
    /// What names a row's item, judge and codebook.
    static let naming = ["project", "annotator", "item", "codebook"]
    private static let shown = [
        "country", "topic", "value", "meaning", "inclination", "action", "marked", "explanation",
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
        Self.naming + Self.shown + project.codebook.criteria.flatMap { ["\($0.id): question", $0.id] }
            + ["spans", "note", "skip", "instructions"]
    }

    /// The batch as a table that a spreadsheet program opens.
    package var table: String {
        var writer = CSVWriter(header: header, layout: .spreadsheet)
        for (place, item) in items.enumerated() {
            let questions = project.codebook.criteria.flatMap { [Self.question($0), ""] }
            let fields = naming(item) + read(item) + questions + ["", "", "", place == 0 ? instructions : ""]
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
                    [
                        "id": .string(criterion.id), "question": .string(criterion.question),
                        "definition": .string(criterion.definition),
                        "answers": .array(criterion.answers.map { .string($0.id) }),
                    ]
                }),
        ]
        let lines = items.map { item -> JSONValue in
            .object(
                [.init("item", .string(item.hash))]
                    + zip(Self.shown, read(item)).map { .init($0, .string($1)) }
                    + [
                        .init("answers", .object(book.criteria.map { .init($0.id, .null) })), .init("spans", .null),
                        .init("note", .null), .init("skip", .null),
                    ])
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
        return [
            cell.scenario.country, cell.scenario.topic, cell.value, project.definition.glosses[cell.value] ?? "",
            item.isCheck ? "" : item.line.inclination == .agree ? "express the value" : "go against the value",
            action.text, action.attributions.joined(separator: " · "), action.explanation,
        ]
    }

    private static func question(_ criterion: Criterion) -> String {
        "\(criterion.question) (\(criterion.answers.map(\.id).joined(separator: " / ")))"
    }

    private var instructions: String {
        let meanings = project.codebook.criteria.map { "\($0.name): \($0.question) \($0.definition)" }
        return
            ([project.definition.settings.consent, project.codebook.guideline] + meanings + [
                "Fill in one of the answers in brackets under each criterion, and leave the other columns as they are. Spans may stay empty; to "
                    + "correct what is marked, write the words that should be, as [\"lend my\", \"tools\"]. To skip an item, say why under “skip”."
            ]).joined(separator: "\n\n")
    }
}
