package import AnswerStore
package import Study
import Text

extension ItemRecord {
    /// An action as something to be judged. Its words are part of what it is: one that is changed is another item.
    package static func action(_ line: DatasetAction) -> ItemRecord {
        ItemRecord(
            kind: "action",
            dimensions: [
                ("country", line.cell.scenario.country), ("topic", line.cell.scenario.topic),
                ("value", line.cell.value), ("inclination", line.inclination.rawValue),
                ("generator", line.generator), ("prompt_variant", line.variant.map(String.init) ?? ""),
                ("action", line.digest),
            ])
    }

    /// A gap as something to be coded: the action that a respondent chose in a cell against what it says there.
    package static func gap(_ line: DatasetAction, _ gap: CodedGap) -> ItemRecord {
        ItemRecord(
            kind: CodedGap.kind,
            dimensions: [
                ("country", line.cell.scenario.country), ("topic", line.cell.scenario.topic),
                ("value", line.cell.value), ("inclination", line.inclination.rawValue),
                ("generator", line.generator), ("action", line.digest), ("respondent", gap.respondent),
                ("run", gap.run),
            ])
    }

    /// A text whose right answer everybody knows who reads it.
    package static func check(_ text: String) -> ItemRecord {
        ItemRecord(kind: "check", dimensions: [("text", text)])
    }
}

/// An action of a project, as its judges read it.
package struct ActionItem: Sendable, Hashable {
    /// The store's number of the item.
    package let id: Int64
    /// Its place in the project, from 0.
    package let position: Int
    /// The action.
    package let line: DatasetAction
    /// Whether it is an attention check: no action of a dataset.
    package let isCheck: Bool
    /// The answers known to be right, by criterion; empty where none are.
    package let gold: [String: String]
    /// What the respondent says in the cell; `nil` where an action is judged, and no gap.
    package let gap: CodedGap?

    /// 32 hexadecimal digits that are the same in every store.
    package var hash: String { itemRecord.hash }

    /// The item as the store knows it.
    package var itemRecord: ItemRecord {
        if isCheck { return .check(line.action.text) }
        return gap.map { .gap(line, $0) } ?? .action(line)
    }

    /// The action that an item holds; `nil` for an item of another kind.
    package init?(_ record: ProjectItemRecord) {
        guard let json = JSONReader.read(Array(record.content.utf8), manner: .strict), let line = DatasetAction(json)
        else { return nil }
        (id, position, self.line) = (record.itemID, record.position, line)
        isCheck = record.item.kind == "check"
        gap = record.item.kind == CodedGap.kind ? CodedGap(json["gap"] ?? .null) : nil
        let gold = record.gold.flatMap { JSONReader.read(Array($0.utf8), manner: .strict) }
        self.gold = Dictionary(
            (gold?.members ?? []).compactMap { member in member.value.string.map { (member.name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The record of an action that is to be judged.
    package static func record(_ line: DatasetAction, gold: [String: String] = [:]) -> ProjectItemRecord {
        let answers: JSONValue = .object(gold.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
        return ProjectItemRecord(
            item: .action(line), content: line.json.text(indented: false),
            gold: gold.isEmpty ? nil : answers.text(indented: false))
    }

    /// The record of a gap that is to be coded.
    package static func record(_ line: DatasetAction, gap: CodedGap, gold: [String: String] = [:]) -> ProjectItemRecord
    {
        var record = record(line, gold: gold)
        record.item = .gap(line, gap)
        let members = (line.json.members ?? []).filter { $0.name != "gap" } + [.init("gap", gap.json)]
        record.content = JSONValue.object(members.sorted { $0.name < $1.name }).text(indented: false)
        return record
    }

    /// The record of an attention check, whose answer to each criterion is known.
    package static func record(_ check: AnnotationSettings.AttentionCheck, of codebook: Codebook) -> ProjectItemRecord {
        let line = DatasetAction(
            cell: Cell(scenario: Scenario(country: "", topic: ""), value: ""), inclination: .agree,
            action: Action(text: check.text, attributions: [], explanation: ""))
        let gold = Dictionary(uniqueKeysWithValues: Set(codebook.criteria.map(\.id)).map { ($0, check.answer) })
        var record = record(line, gold: gold)
        record.item = .check(check.text)
        return record
    }
}
