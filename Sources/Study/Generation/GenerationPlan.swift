import Text

/// The actions that are to be written, and how each is asked for; requests are rendered when they are looked at.
///
/// Order: cell by cell, in each the action that goes with the value before the one against it, in each variant by variant.
package struct GenerationPlan: Sendable {
    /// The study.
    package let study: StudyDefinition
    /// How it asks.
    package let wording: GenerationWording
    /// The selected cells, by number in the study's full cross.
    package let cells: [Int]
    /// The variants asked, in ascending order.
    package let variants: [GenerationVariant]
    private let values: [Value]
    private let templates: Templates

    private struct Templates {
        let system: Template?
        let wordings: [Template]
        let orders: [Template]
        let requirements: [Template]
        let layout: Template
        let again: Template
    }

    /// The plan of a selection.
    ///
    /// - Parameters:
    ///   - variants: the indices of the variants; `nil` for all.
    /// - Throws: ``SelectionError`` naming every country, topic and variant that the study lacks.
    package init(
        _ study: StudyDefinition, countries: [String]? = nil, topics: [String]? = nil, values wanted: [String]? = nil,
        variants: [Int]? = nil, sample: CellSample? = nil
    ) throws(SelectionError) {
        let wording = GenerationWording.of(study)
        var check = SelectionCheck(study: study)
        let countries = check.places(of: countries, in: study.countries, kind: "country", plural: "countries")
        let topics = check.places(of: topics, in: study.topics, kind: "topic", plural: "topics")
        let kept = check.places(of: wanted, in: study.theory.values.map(\.name), kind: "value", plural: "values")
        let all = wording.variants
        for index in variants ?? [] where !all.indices.contains(index) {
            check.note("there is no variant \(index) of the prompts for actions; there are 0 to \(all.count - 1)")
        }
        if let variants, variants.isEmpty { check.note("no variant of the prompts for actions is selected") }
        if let sample, sample.count < 1 { check.note("a sample of \(sample.count) cells; take one or more") }
        try check.finish()
        self.study = study
        self.wording = wording
        values = study.theory.values
        let scenarios = countries.flatMap { country in topics.map { country * study.topics.count + $0 } }
        cells = study.sampled(sample, of: scenarios, values: kept).cells
        self.variants = variants.map { wanted in all.filter { wanted.contains($0.index) } } ?? all
        templates = Templates(
            system: wording.system.map(Template.init), wordings: wording.wordings.map { Template($0.text) },
            orders: wording.orders.map { Template($0.text) },
            requirements: wording.requirements.map { Template($0.text) }, layout: Template(wording.layout),
            again: Template(wording.again))
    }

    /// The number of actions.
    package var count: Int { cells.count * Inclination.allCases.count * variants.count }

    /// The actions by their place, 0 ..< ``count``.
    package subscript(place: Int) -> GenerationQuestion.Slot {
        let (rest, variant) = place.quotientAndRemainder(dividingBy: variants.count)
        let (cell, inclination) = rest.quotientAndRemainder(dividingBy: Inclination.allCases.count)
        return GenerationQuestion.Slot(
            cell: cells[cell], inclination: Inclination.allCases[inclination], variant: variants[variant].index)
    }

    /// All of them, in order.
    package var slots: some RandomAccessCollection<GenerationQuestion.Slot> { (0..<count).lazy.map { self[$0] } }
}

extension GenerationPlan {
    /// What was wrong with an answer, for the next round's request.
    package struct Earlier: Sendable, Hashable {
        /// What was wrong, in the order of ``FormProblem``.
        package let problems: [FormProblem]
        /// What was written.
        package let answer: String

        /// More of an answer is not shown again.
        static let mostShown = 1500

        /// An answer that was not in order.
        package init(problems: [FormProblem], answer: String) {
            (self.problems, self.answer) = (problems, answer)
        }
    }

    /// The request for an action.
    ///
    /// - Parameters:
    ///   - round: how often it was asked for before, from 0.
    ///   - earlier: what was wrong with the answer of the round before; `nil` in the first.
    package func question(
        _ slot: GenerationQuestion.Slot, round: Int = 0, after earlier: Earlier? = nil
    ) -> GenerationQuestion? {
        guard let cell = study.cell(at: slot.cell), let variant = variants.first(where: { $0.index == slot.variant }),
            let order = wording.order(ofVariant: slot.variant)
        else { return nil }
        let value = values[slot.cell % values.count]
        let fillings = fillings(cell, value, slot.inclination)
        var prompt = templates.layout.filled(parts(slot.variant, fillings))
        if let earlier { prompt += "\n\n" + said(of: earlier) }
        let system = templates.system?.filled(fillings)
        return GenerationQuestion(
            id: GenerationIdentity.id(
                cell, slot.inclination, variant: slot.variant, round: round, system: system, prompt: prompt),
            number: slot.cell, cell: cell, value: value, inclination: slot.inclination, variant: variant,
            first: order.first, round: round, problems: earlier?.problems ?? [], language: study.language,
            system: system, prompt: prompt)
    }

    private func fillings(_ cell: Cell, _ value: Value, _ inclination: Inclination) -> KeyValuePairs<String, String> {
        [
            "country": cell.scenario.country, "topic": cell.scenario.topic, "value": value.name, "gloss": value.gloss,
            "inclination": wording.inclinations[inclination] ?? "", "language": study.language.englishName,
        ]
    }

    private func parts(
        _ variant: Int, _ fillings: KeyValuePairs<String, String>
    ) -> KeyValuePairs<String, String> {
        let (rest, requirement) = variant.quotientAndRemainder(dividingBy: templates.requirements.count)
        let (text, order) = rest.quotientAndRemainder(dividingBy: templates.orders.count)
        return [
            "wording": templates.wordings[text].filled(fillings), "order": templates.orders[order].filled(fillings),
            "requirement": templates.requirements[requirement].filled(fillings),
        ]
    }

    private func said(of earlier: Earlier) -> String {
        let reasons = earlier.problems.compactMap { wording.problems[$0] }.map { "- \($0)" }
        return templates.again.filled([
            "problems": reasons.joined(separator: "\n"),
            "answer": String(Plain.text(earlier.answer).prefix(Earlier.mostShown)),
        ])
    }
}

extension StudyDefinition {
    /// SHA-256, as 64 lower-case hexadecimal digits, over all that determines how actions are asked for: countries, topics, values,
    /// language and ``GenerationWording``. The actions that a study has are no part of it, nor is what Tasks 1 and 2 ask.
    package var generationHash: String {
        let wording = GenerationWording.of(self)
        var encoding = CanonicalEncoding(version: GenerationIdentity.version, capacity: 1 << 14)
        encoding.append(countries)
        encoding.append(topics)
        encoding.append(theory.values.map(\.name))
        encoding.append(theory.values.map(\.gloss))
        encoding.append(language.rawValue)
        encoding.append(wording.system.map { [$0] } ?? [])
        encoding.append(Inclination.allCases.map { wording.inclinations[$0] ?? "" })
        encoding.append(wording.wordings.map(\.text))
        encoding.append(wording.orders.flatMap { [$0.first.rawValue, $0.text] })
        encoding.append(wording.requirements.map(\.text))
        encoding.append([wording.layout, wording.again])
        encoding.append(FormProblem.allCases.map { wording.problems[$0] ?? "" })
        return encoding.digest()
    }
}
