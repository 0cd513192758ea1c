import AnswerStore
package import Study
import Text

extension FinalLabels {
    private static let columns = [
        "project", "item", "position", "country", "topic", "value", "inclination", "generator", "prompt_variant",
        "action",
        "criterion", "answer", "provenance", "votes", "source",
    ]

    /// A row a final label, for spreadsheets and statistics programs.
    package func table(of project: AnnotationProject) -> String {
        let hasGaps = labels.contains { $0.item.gap != nil }
        var writer = CSVWriter(header: Self.columns + (hasGaps ? GapColumns.names : []), layout: .spreadsheet)
        for label in labels {
            let line = label.item.line
            let fields = [
                project.record.name, label.item.hash, "\(label.item.position)", line.cell.scenario.country,
                line.cell.scenario.topic, line.cell.value, line.inclination.rawValue, line.generator,
                line.variant.map(String.init) ?? "", line.action.text, label.criterion, label.answer ?? "",
                label.provenance.rawValue, Self.votes(label, project.codebook), label.source ?? "",
            ]
            writer.write(
                (fields + (hasGaps ? GapColumns.fields(label.item) : [])).map { SheetText.guarded(Plain.text($0)) })
        }
        return writer.text
    }

    /// An object a final label.
    package func jsonLines(of project: AnnotationProject) -> String {
        labels.map { label in
            let votes = label.votes.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .integer($0.value)) }
            var object: JSONValue = [
                "project": .string(project.record.name), "item": .string(label.item.hash),
                "position": .integer(label.item.position), "line": label.item.line.json,
                "criterion": .string(label.criterion), "answer": JSONValue(label.answer),
                "provenance": .string(label.provenance.rawValue), "votes": .object(votes),
                "source": JSONValue(label.source),
            ]
            if let gap = label.item.gap { object["gap"] = gap.json }
            return object.text(indented: false).trimmed + "\n"
        }.joined()
    }

    private static func votes(_ label: Label, _ codebook: Codebook) -> String {
        let answers = codebook.criteria.first { $0.id == label.criterion }?.answers ?? []
        return answers.compactMap { answer in label.votes[answer.id].map { "\(answer.id) \($0)" } }.joined(
            separator: "; ")
    }
}
