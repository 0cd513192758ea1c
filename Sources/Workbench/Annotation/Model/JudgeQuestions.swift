package import AnswerStore
package import Elicitation
import Respondents
package import Study
import Text

/// A project's actions as questions to a model that judges them: one each, with all criteria or codes.
package struct JudgeQuestions: QuestionSource {
    /// What a question of this kind is called in the store.
    package static let kind = "judged"

    package let rubric: Rubric
    private let items: [ActionItem]
    private let glosses: [String: String]
    private let form: AnswerForm

    /// The questions about a project's actions.
    package init(_ project: AnnotationProject, items: [ActionItem]) {
        rubric = Rubric(project.codebook)
        self.items = items
        glosses = project.definition.glosses
        form = AnswerForm(rubric.codebook.criteria.map { .init($0.id, .oneOf($0.answers.map(\.id))) })
    }

    package var count: Int { items.count }

    package subscript(position: Int) -> AskedQuestion {
        let item = items[position]
        let record = item.itemRecord
        let prompt = prompt(item, gloss: glosses[item.line.cell.value] ?? "")
        var encoding = CanonicalEncoding(version: "vlens-judged-1", capacity: prompt.utf8.count + 256)
        encoding.append(record.hash)
        encoding.append(rubric.system)
        encoding.append(prompt)
        return AskedQuestion(
            QuestionRecord(
                id: encoding.digest(bytes: 16), kind: Self.kind, item: record, system: rubric.system, prompt: prompt),
            form: form,
            about: JudgedAction(item: record.hash, criteria: rubric.codebook.criteria, gold: item.gold))
    }

    private func prompt(_ item: ActionItem, gloss: String) -> String {
        rubric.prompt(item.line, gloss: gloss, gap: item.gapText)
    }

    /// The longest prompt in tokens, four bytes each, as everywhere where a prompt's tokens are estimated.
    var longestPrompt: Int {
        (0..<count).map { (prompt(items[$0], gloss: "").utf8.count + rubric.system.utf8.count + 3) / 4 }
            .max().map { $0 + (glosses.values.map(\.utf8.count).max() ?? 0) / 4 } ?? 0
    }
}
