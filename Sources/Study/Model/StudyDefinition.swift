package import Text

/// What is asked: values, countries, topics, actions and the wording of both tasks.
///
/// A cell's number in the study's full cross is `(country × topics + topic) × values + value`, each counted from 0 in
/// the order of ``countries``, ``topics`` and ``Theory/values``.
package struct StudyDefinition: Sendable, Hashable {
    /// Short name, as `--study` takes it: letters, digits, `-` and `_`.
    package let name: String
    /// The version of what it asks, from 1; no part of question ids nor of the protocol's hash, which tell versions apart.
    package let version: Int
    /// What people call it.
    package let title: String
    /// The language that the prompts are worded in; it chooses the words by which replies are read.
    package let language: Language
    /// The values that are asked, in their groups.
    package let theory: Theory
    /// The countries, in the order of every table.
    package let countries: [String]
    /// The topics, in the order of every table.
    package let topics: [String]
    /// How Task 1 is worded.
    package let stated: StatedWording
    /// How Task 2 is worded.
    package let acted: ActedWording
    /// How a model is asked to write actions; `nil` where the file says nothing of it (see ``GenerationWording/of(_:)``).
    package let generation: GenerationWording?
    /// The action pairs by cell, of the first generator where there are several; a cell without any is not asked about in Task 2.
    /// Only cells of this study.
    package let actions: [Cell: ActionPair]
    /// Who wrote ``actions``; empty where that is not known.
    package internal(set) var generator = ""
    /// What further generators wrote for the same cells, each asked in every wording of Task 2 as well.
    package internal(set) var furtherActions: [GeneratedActions] = []
    /// The study file's text.
    package let source: String
    /// What was noticed on loading and does not stop a run, such as an action over 50 words.
    package let warnings: [StudyProblem]
    /// How people judge its actions; `nil` where the file says nothing of it. No part of what is asked, nor of the protocol's hash.
    package var annotation: AnnotationSettings?

    /// The study with these action pairs instead of its own. Pairs for cells outside the study are left out.
    package func withActions(_ pairs: [Cell: ActionPair]) -> StudyDefinition {
        withActions([GeneratedActions(pairs: pairs)])
    }

    /// The study with these generators' action pairs instead of its own. Pairs for cells outside the study are left out; a generator
    /// that has none left stays, since the numbers of the variants hang on it.
    package func withActions(_ sets: [GeneratedActions]) -> StudyDefinition {
        let (countries, topics) = (Set(countries), Set(topics))
        let names = Set(theory.values.map(\.name))
        let kept = sets.map { set in
            GeneratedActions(
                generator: set.generator,
                pairs: set.pairs.filter { cell, _ in
                    countries.contains(cell.scenario.country) && topics.contains(cell.scenario.topic)
                        && names.contains(cell.value)
                })
        }
        var study = replacing(actions: kept.first?.pairs ?? [:])
        study.generator = kept.first?.generator ?? ""
        study.furtherActions = Array(kept.dropFirst())
        return study
    }

    /// The study with only these countries and topics, in the study's own order; `nil` keeps all. Questions that
    /// remain keep their ids.
    ///
    /// - Throws: ``SelectionError`` naming every country and topic that the study lacks, and an empty list.
    package func reduced(
        countries: [String]? = nil, topics: [String]? = nil
    ) throws(SelectionError) -> StudyDefinition {
        var check = SelectionCheck(study: self)
        let places = check.places(of: countries, in: self.countries, kind: "country", plural: "countries")
        let keptTopics = check.places(of: topics, in: self.topics, kind: "topic", plural: "topics")
        try check.finish()
        return replacing(countries: places.map { self.countries[$0] }, topics: keptTopics.map { self.topics[$0] })
            .withActions([GeneratedActions(generator: generator, pairs: actions)] + furtherActions)
    }

    /// The study with every scale of Task 1 from agreement.
    package func startingAtAgreement() -> StudyDefinition {
        let stated = StatedWording(
            system: stated.system, framings: stated.framings, orders: stated.orders, requirements: stated.requirements)
        return replacing(stated: stated)
    }

    private func replacing(
        stated: StatedWording? = nil, countries: [String]? = nil, topics: [String]? = nil,
        actions: [Cell: ActionPair]? = nil
    ) -> StudyDefinition {
        StudyDefinition(
            name: name, version: version, title: title, language: language, theory: theory,
            countries: countries ?? self.countries,
            topics: topics ?? self.topics, stated: stated ?? self.stated, acted: acted,
            generation: generation,
            actions: actions ?? self.actions, generator: generator, furtherActions: furtherActions,
            source: source, warnings: warnings, annotation: annotation)
    }
}

extension StudyDefinition {
    /// The name, from the second version on with the version: "pilot@2".
    package var label: String { version > 1 ? "\(name)@\(version)" : name }

    /// The number of cells in the full cross.
    package var cellCount: Int { countries.count * topics.count * theory.values.count }

    /// The cell of a number in the full cross; `nil` outside `0 ..< cellCount`.
    package func cell(at index: Int) -> Cell? {
        let values = theory.values
        guard index >= 0, index < cellCount else { return nil }
        let (scenario, value) = index.quotientAndRemainder(dividingBy: values.count)
        return Cell(scenario: self.scenario(at: scenario), value: values[value].name)
    }

    /// The scenario of a number, `country × topics + topic`, which must be one of this study's.
    func scenario(at index: Int) -> Scenario {
        let (country, topic) = index.quotientAndRemainder(dividingBy: topics.count)
        return Scenario(country: countries[country], topic: topics[topic])
    }

    /// The cells without an action pair, in the order of the full cross.
    package var cellsWithoutActions: [Cell] {
        guard actions.count < cellCount else { return [] }
        return allCells.filter { !hasPair($0) }
    }

    /// All cells in the order of the full cross.
    package var allCells: [Cell] {
        let values = theory.values
        return countries.flatMap { country in
            topics.flatMap { topic in
                values.map { Cell(scenario: Scenario(country: country, topic: topic), value: $0.name) }
            }
        }
    }
}
