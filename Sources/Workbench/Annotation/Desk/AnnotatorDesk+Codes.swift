import Study
import Text

extension AnnotatorDesk {
    /// What the boxes of a form mean as answers; empty where it has none.
    ///
    /// A form that finishes the item says “no” of every code without a tick; any other takes back the ticks that are gone, and leaves the rest.
    func codes(_ form: DeskForm, _ before: OwnAnswers) throws -> [String: String] {
        guard let codes = form.codes, project.codebook.coding != nil else { return [:] }
        let criteria = project.codebook.criteria
        let known = Set(criteria.map(\.id))
        if let other = codes.ticked.subtracting(known).min() { throw DeskProblem.unknownCriterion(other) }
        if codes.saysNone {
            guard codes.ticked.isEmpty else {
                throw DeskProblem.noneBesideCodes(criteria.filter { codes.ticked.contains($0.id) }.map(\.name))
            }
            return Dictionary(uniqueKeysWithValues: known.map { ($0, "no") })
        }
        if codes.isWhole {
            guard !codes.ticked.isEmpty else { throw DeskProblem.nothingTicked }
            return Dictionary(uniqueKeysWithValues: known.map { ($0, codes.ticked.contains($0) ? "yes" : "no") })
        }
        var answers: [String: String] = [:]
        let takesNoneBack = codes.ticked.isEmpty && before.saysNone
        for id in known {
            if codes.ticked.contains(id) {
                answers[id] = "yes"
            } else if takesNoneBack || before.answers[id]?.answer == "yes" {
                answers[id] = ""
            }
        }
        return answers
    }

    /// The proposal as a label keeps it, empty where it is taken back; `nil` where the form says nothing of it.
    func proposal(_ form: DeskForm) throws -> String? {
        guard let given = form.proposal else { return nil }
        guard project.codebook.coding?.mode == .extensible else { throw DeskProblem.noProposals }
        let name = Self.plain(given.name).replacing("\n", with: " "), definition = Self.plain(given.definition)
        if name.isEmpty, definition.isEmpty { return "" }
        guard (1...CodeProposal.mostName).contains(name.count) else {
            throw DeskProblem.proposalName(count: name.count)
        }
        guard definition.count <= DeskForm.mostNote else { throw DeskProblem.noteTooLong(definition.count) }
        return CodeProposal(name: name, definition: definition).note
    }
}
