import AnswerStore
import Foundation
import Study
import Text

/// Files of labels read into a store: a table into a project that is there, an archive into any.
enum LabelReading {
    /// A table of labels.
    static func save(
        _ rows: [OfflineFile.Row], file: String, into store: AnswerStore, replaces: Bool
    ) throws -> OfflineImport {
        let name = rows.first?["project"] ?? ""
        let project = try OfflineImport.project(named: name, file: file, in: store)
        let places = try Places(project)
        let lines = try rows.map { row -> (line: Int, label: LabelLine) in
            guard row["project"] == name else {
                throw OfflineProblem.badLine(
                    file: file, line: row.line,
                    what: "'\(row["project"])' is another project than '\(name)': import them one by one")
            }
            guard places.items[row["item"]] != nil else {
                throw OfflineProblem.unknownItem(file: file, line: row.line, item: row["item"], project: name)
            }
            guard let label = LabelLine({ row.text($0) }, action: places.text) else {
                throw OfflineProblem.badLine(file: file, line: row.line, what: "the row is no label that was exported")
            }
            return (row.line, label)
        }
        return try save(lines, file: file, places, project, into: store, replaces: replaces)
    }

    /// An archive.
    static func save(
        _ lines: [(line: Int, json: JSONValue)], file: String, into store: AnswerStore, replaces: Bool
    ) throws -> OfflineImport {
        var items: [ProjectItemRecord] = []
        for (line, json) in lines where json["hash"] != nil {
            guard let item = ProjectItemRecord(archived: json) else {
                throw OfflineProblem.badLine(file: file, line: line, what: "the item is not what its hash says")
            }
            items.append(item)
        }
        let before = try lines[0].json["project"]?.string.flatMap { try store.project(named: $0) }
        let project = try project(lines[0], file: file, before, items, in: store)
        let held = try before.map { try store.items(project: $0.id).count } ?? 0
        if before != nil { _ = try store.add(items, to: project.record.id) }
        var people = 0
        let known = Set(try store.participants(project: project.record.id).map(\.judge))
        for (line, json) in lines where json["participant"] != nil {
            guard let name = json["participant"]?.string, let added = json["added"]?.double,
                let role = json["role"]?.string.flatMap(ParticipantRecord.Role.init(rawValue:))
            else { throw OfflineProblem.badLine(file: file, line: line, what: "the line names no participant") }
            let person = try project.participant(named: name, role: role, at: Date(timeIntervalSince1970: added))
            if !known.contains(person.judge) { people += 1 }
        }
        let places = try Places(project)
        let labels = try lines.filter { $0.json["label"] != nil }.map { line, json -> (line: Int, label: LabelLine) in
            guard let label = LabelLine(json, action: places.text) else {
                throw OfflineProblem.badLine(file: file, line: line, what: "the line is no label that was exported")
            }
            guard places.items[label.item] != nil else {
                throw OfflineProblem.unknownItem(file: file, line: line, item: label.item, project: project.record.name)
            }
            return (line, label)
        }
        var result = try save(labels, file: file, places, project, into: store, replaces: replaces)
        (result.items, result.people) = (try store.items(project: project.record.id).count - held, people)
        return result
    }

    /// The project of an archive's first line: made where the store has none of that name.
    private static func project(
        _ head: (line: Int, json: JSONValue), file: String, _ known: ProjectRecord?, _ items: [ProjectItemRecord],
        in store: AnswerStore
    ) throws -> AnnotationProject {
        guard let name = head.json["project"]?.string, let made = head.json["made"]?.double,
            let json = head.json["definition"],
            let definition = try? ProjectDefinition(text: json.text(indented: false))
        else { throw OfflineProblem.badLine(file: file, line: head.line, what: "the line describes no project") }
        if let known {
            guard try ProjectDefinition(text: known.definition) == definition else {
                throw OfflineProblem.otherProject(file: file, name: name)
            }
            return try AnnotationProject(known, in: store)
        }
        return try AnnotationProject.begin(
            named: name, definition, items: items, in: store, at: Date(timeIntervalSince1970: made))
    }

    private static func save(
        _ lines: [(line: Int, label: LabelLine)], file: String, _ places: Places, _ project: AnnotationProject,
        into store: AnswerStore, replaces: Bool
    ) throws -> OfflineImport {
        var result = OfflineImport(project: project.record.name)
        for (line, label) in lines where label.criterion == AnnotationProject.definitionCriterion {
            // What is stored stays: a definition that nobody can read would be the end of the project.
            guard (try? ProjectDefinition(text: label.content)) != nil else {
                throw OfflineProblem.badLine(file: file, line: line, what: "the definition can't be read")
            }
        }
        let brought = lines.compactMap { line in
            places.items[line.label.item].map { item in
                AnswerStore.Brought(
                    item: item.record, judge: line.label.judge, criterion: line.label.criterion,
                    content: line.label.content, labelled: line.label.date, revision: line.label.revision)
            }
        }
        for (line, outcome) in zip(lines, try store.bring(brought, replaces: replaces)) {
            switch outcome {
            case .added: result.added += 1
            case .known: result.known += 1
            case .contradicted:
                let label = line.label
                let name = project.codebook.criterion(named: label.criterion)
                result.contradicted.append(
                    OfflineImport.Contradiction(
                        line: line.line, item: places.items[label.item]?.number ?? 0, judge: label.judge.name,
                        criterion: name ?? label.criterion,
                        given: label.judgement?.words(project.codebook, name) ?? label.content,
                        stands: "something else, said later"))
            }
        }
        return result
    }

    /// What labels of a project may be about, by its hash.
    private struct Places {
        let items: [String: (record: ItemRecord, number: Int)]
        private let texts: [String: String]

        init(_ project: AnnotationProject) throws {
            let own = AnnotationProject.definitionItem(project.record.name)
            let records = try project.store.items(project: project.record.id)
            var items = [own.hash: (record: own, number: 0)]
            for item in records { items[item.item.hash] = (item.item, item.position + 1) }
            self.items = items
            texts = Dictionary(
                records.compactMap { record in ActionItem(record).map { (record.item.hash, $0.line.action.text) } },
                uniquingKeysWith: { first, _ in first })
        }

        func text(_ item: String) -> String { texts[item] ?? "" }
    }
}

extension ProjectItemRecord {
    /// The item of an archive's line; `nil` where its hash is not that of what it says.
    fileprivate init?(archived json: JSONValue) {
        guard let kind = json["kind"]?.string, let shown = json["shown"], let dimensions = json["dimensions"]?.members
        else { return nil }
        let item = ItemRecord(kind: kind, dimensions: dimensions.map { ($0.name, $0.value.string ?? "") })
        guard item.hash == json["hash"]?.string else { return nil }
        self.init(
            item: item, content: shown.text(indented: false), gold: json["gold"].map { $0.text(indented: false) })
        // What is shown has to be what was judged: its words are part of the hash.
        guard let action = ActionItem(self), action.hash == item.hash else { return nil }
    }
}
