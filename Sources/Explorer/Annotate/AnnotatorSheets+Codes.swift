import Reports
import Study
import Text
import Workbench

extension AnnotatorSheets {
    /// The codes of an item; `nil` where the codebook has questions.
    func coding(_ answers: OwnAnswers, _ suggestions: [ModelSuggestion]) -> AnnotateCoding? {
        let book = desk.project.codebook
        guard let coding = book.coding else { return nil }
        let isFilledIn = desk.settings.suggestions == .prefilled && answers.answers.isEmpty
        let filled = isFilledIn ? suggestions.first?.answers ?? [:] : [:]
        var place = 0
        let levels = coding.levels.map { level -> AnnotateCoding.Level in
            let codes = book.criteria.filter { $0.level == level.id }.map { code -> AnnotateCoding.Code in
                defer { place += 1 }
                let isFilled = filled[code.id] == "yes"
                return AnnotateCoding.Code(
                    id: code.id, name: code.name, definition: code.definition, examples: code.examples ?? [],
                    excludes: code.excludes ?? [], key: AnnotateKey.code(at: place),
                    isTicked: isFilled || answers.answers[code.id]?.answer == "yes", isPrefilled: isFilled)
            }
            return AnnotateCoding.Level(name: level.name, codes: codes)
        }
        return AnnotateCoding(
            levels: levels.filter { !$0.codes.isEmpty }, saysNone: answers.saysNone,
            proposal: coding.mode == .extensible ? proposal(answers) : nil)
    }

    /// What somebody proposes for an item.
    func proposal(_ answers: OwnAnswers) -> AnnotateCoding.Proposal {
        let proposal = CodeProposal(note: answers.proposal)
        return AnnotateCoding.Proposal(name: proposal?.name ?? "", definition: proposal?.definition ?? "")
    }

    /// The codes that a model gave.
    func codes(_ suggestion: ModelSuggestion) -> String {
        let names = desk.project.codebook.criteria.filter { suggestion.answers[$0.id] == "yes" }.map(\.name)
        return names.isEmpty ? "no code applies" : names.joined(separator: ", ")
    }
}

extension AnnotateCoding.Proposal {
    /// For the page's script.
    var json: JSONValue { ["name": .string(name), "definition": .string(definition)] }
}

extension Codebook {
    /// The codes by level, as the guideline shows them; `nil` where the codebook has questions.
    var levels: [AnnotateCoding.Level]? {
        coding?.levels.map { level in
            AnnotateCoding.Level(
                name: level.name,
                codes: criteria.filter { $0.level == level.id }.map { code in
                    AnnotateCoding.Code(
                        id: code.id, name: code.name, definition: code.definition, examples: code.examples ?? [],
                        excludes: code.excludes ?? [])
                })
        }
    }
}
