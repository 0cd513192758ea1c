import AnswerStore
import Foundation
import Study
import Text

extension LabelExport {
    /// What the first line of an archive says that it is.
    static let format = "vlens-labels-1"

    /// The archive: a JSON object a line, from which another store can be given all of it. First the project, then its items, who
    /// takes part, and the labels. The secret that links are made of is not in it.
    package func jsonLines() throws -> String {
        let definition = JSONReader.read(Array(project.record.definition.utf8), manner: .strict) ?? .null
        var lines: [JSONValue] = [
            [
                "format": .string(Self.format), "project": .string(project.record.name),
                "labels": .string(choice.rawValue),
                "made": .number(project.record.made.timeIntervalSince1970), "definition": definition,
            ]
        ]
        for item in items {
            var object: JSONValue = [
                "hash": .string(item.item.hash), "kind": .string(item.item.kind),
                "dimensions": .object(item.item.dimensions.map { .init($0.name, .string($0.value)) }),
                "shown": JSONReader.read(Array(item.content.utf8), manner: .strict) ?? .null,
            ]
            if let gold = item.gold { object["gold"] = JSONReader.read(Array(gold.utf8), manner: .strict) }
            lines.append(object)
        }
        for person in try project.store.participants(project: project.record.id) {
            lines.append([
                "participant": .string(person.judge.name), "judge_kind": .string(person.judge.kind),
                "judge_details": .string(person.judge.details), "role": .string(person.role.rawValue),
                "added": .number(person.added.timeIntervalSince1970),
            ])
        }
        lines += self.lines.map(\.line.json)
        return lines.map { $0.text(indented: false).trimmed + "\n" }.joined()
    }

    /// A label a row, for spreadsheets and statistics programs. Versions of the definition, which no table holds, are left out.
    package func table() -> (text: String, counts: Counts) {
        var counts = self.counts
        if counts.definitions > 0 {
            counts.leftOut["definition"] = counts.definitions
            counts.definitions = 0
        }
        let hasGaps = lines.contains { $0.item?.gap != nil }
        var writer = CSVWriter(
            header: LabelLine.columns + (hasGaps ? GapColumns.names : []), layout: .spreadsheet)
        for written in lines
        where written.line.criterion != AnnotationProject.definitionCriterion || written.item != nil {
            let gap = hasGaps ? GapColumns.fields(written.item) : []
            writer.write((fields(written) + gap).map(SheetText.guarded))
        }
        return (writer.text, counts)
    }

    private func fields(_ written: Written) -> [String] {
        [project.record.name, written.line.item] + Self.fields(written.item, written.line, project)
            + written.line.fields
            + [
                Plain.text(written.consent?.country ?? ""), Plain.text(written.consent?.languages ?? ""),
                written.consent?.years.map(String.init) ?? "",
            ]
    }

    private static func fields(_ item: ActionItem?, _ line: LabelLine, _ project: AnnotationProject) -> [String] {
        guard let item else { return ["project"] + [String](repeating: "", count: 12) }
        let action = item.line
        let gold = project.codebook.criterion(named: line.criterion).flatMap { item.gold[$0] }
        return [
            item.isCheck ? "check" : item.gap == nil ? "action" : "gap", "\(item.position)",
            Plain.text(action.cell.scenario.country),
            Plain.text(action.cell.scenario.topic), Plain.text(action.cell.value), action.inclination.rawValue,
            Plain.text(action.generator), action.variant.map(String.init) ?? "", action.language,
            Plain.text(action.action.text),
            JSONValue.array(action.action.attributions.map(JSONValue.string)).text(indented: false).trimmed,
            Plain.text(action.action.explanation), gold ?? "",
        ]
    }
}
