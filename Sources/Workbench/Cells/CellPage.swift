import AnswerStore
import Measures
package import Reports
import Study

/// Makes the view of a cell from a store.
package struct CellPage {
    private let library: RunLibrary
    private let place: CellAddress

    /// Questions on a page.
    static let entries = 24
    /// Bytes of a text that a cell's page shows, of a prompt, of an action, of an explanation.
    static let (mostOfText, mostOfPrompt, mostOfAction, mostOfExplanation) = (6000, 12_000, 2000, 6000)

    package init(_ place: CellAddress, in library: RunLibrary) {
        (self.place, self.library) = (place, library)
    }

    /// - Returns: nil where the run's study has no such cell.
    /// - Throws: where the store can't be read, or has no such run.
    package func view() async throws -> CellView? {
        let store = library.store
        let run = try store.run(named: "\(place.run)")
        let study = try await library.study(ofRun: run.id).definition
        let cell = Cell(scenario: Scenario(country: place.country, topic: place.topic), value: place.value)
        guard study.number(of: cell) != nil else { return nil }
        let questions = try CellQuestions(cell, of: run, study, in: store)
        let presenter = try ReplyPresenter(run, study, in: store)
        let scoring: Scoring = place.overrides ? .overruled : .strict
        let overrules = place.overrides ? try RunOverrules(of: run, in: store) : nil
        let figures = try await library.figures(of: run.id, scoring: scoring)
        let pages = max(1, (questions.places.count + Self.entries - 1) / Self.entries)
        var place = place
        place.page = min(max(1, page(of: place.variant, questions) ?? place.page), pages)
        let shown = questions.places.dropFirst((place.page - 1) * Self.entries).prefix(Self.entries)
        return CellView(
            place, respondent: presenter.respondent, study: study.title,
            gloss: study.theory.values.first { $0.name == place.value }?.gloss, scoring: scoring,
            distribution: try await CellCount(presenter: presenter, questions: questions, overrules: overrules)
                .distribution(),
            actions: Self.actions(of: cell, study),
            entries: try shown.map { try entry(questions.question(at: $0), presenter) }, pages: pages,
            neighbours: NeighbouringCells(cell: cell, address: place, study: study, measured: figures.measured).all,
            areScoresCurrent: figures.measured == nil ? nil : figures.isCurrent, version: Release.version)
    }

    /// The page on which a variant's first question stands, where none is asked for.
    private func page(of variant: String?, _ questions: CellQuestions) -> Int? {
        guard let variant, place.page == 1 else { return nil }
        return questions.places.firstIndex { "\($0.task.rawValue)-\($0.variant)" == variant }.map {
            $0 / Self.entries + 1
        }
    }

    private func entry(_ question: QuestionRecord, _ presenter: ReplyPresenter) throws -> CellEntry {
        let (store, run) = (library.store, presenter.run)
        let found = try store.replies(run: run.id, to: question.id)
        let overrules = found.isEmpty ? [] : try store.overrules(runKey: run.key, question: question.id)
        let failure = found.contains { $0.aside == nil } ? nil : try store.failure(run: run.id, question: question.id)
        // As it is stored: an imported one says which action stood first.
        var asked = found.first?.question ?? question
        asked.prompt = asked.prompt ?? (run.knowsWording ? question.prompt : nil)
        asked.system = asked.system ?? (run.knowsWording ? question.system : nil)
        return CellEntry(
            question: presenter.question(asked, most: Self.mostOfPrompt),
            replies: try found.prefix(10).map { facts in
                try presenter.reply(facts, facts.aside == nil ? overrules : [], most: Self.mostOfText)
            }, failure: failure.map(presenter.failure))
    }

    /// Both actions of every generator that wrote a pair.
    private static func actions(of cell: Cell, _ study: StudyDefinition) -> [CellAction] {
        let areSeveral = !study.generators.isEmpty
        return study.pairs(of: cell).flatMap { generator, pair in
            [Inclination.agree, .disagree].map { side in
                let action = pair[side]
                var shown = CellAction(
                    side: side == .agree ? .agree : .disagree, text: ShownText(action.text, most: mostOfAction),
                    attributions: action.attributions.filter { $0.utf8.count <= 1000 }.prefix(30).map { $0 },
                    explanation: action.explanation.isEmpty
                        ? nil : ShownText(action.explanation, most: mostOfExplanation))
                shown.generator = areSeveral ? generator : nil
                return shown
            }
        }
    }
}
