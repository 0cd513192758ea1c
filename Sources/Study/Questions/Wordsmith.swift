/// A study's templates, taken apart once, so that rendering a question is only joining strings.
struct Wordsmith: Sendable {
    private let statedSystem: Template?
    private let actedSystem: Template?
    private let framings: [Framing]
    private let layouts: [Template]
    private let statedRequirements: [String]
    private let contexts: [Template]
    private let actedLayout: Template
    private let actedOption: Template
    private let actedLabels: [String]
    private let actedRequirements: [String]

    /// A framing of Task 1 with the blocks that are the same in every scenario.
    private struct Framing: Sendable {
        let instruction: Template
        let values: String
        /// From agreement, and from disagreement.
        let options: [String]
    }

    init(_ study: StudyDefinition) {
        let stated = study.stated
        let acted = study.acted
        let values = study.theory.valuesByItem
        statedSystem = stated.system.map(Template.init)
        actedSystem = acted.system.map(Template.init)
        framings = stated.framings.map { Wordsmith.framing($0, values: values) }
        layouts = stated.orders.map { Template($0.text) }
        statedRequirements = stated.requirements.map(\.text)
        contexts = acted.contexts.map { Template($0.text) }
        actedLayout = Template(acted.layout)
        actedOption = Template(acted.option)
        actedLabels = acted.options
        let labels: KeyValuePairs = ["first": acted.options.first ?? "", "second": acted.options.last ?? ""]
        actedRequirements = acted.requirements.map { Template($0.text).filled(labels) }
    }

    private static func framing(_ framing: StatedFraming, values: [Value]) -> Framing {
        let line = Template(framing.value)
        let listed = values.map { line.filled(["name": $0.name, "gloss": $0.gloss, "portrait": $0.portrait]) }
        let option = Template(framing.option)
        let scales = [false, true].map { isReversed in
            framing.shown(isReversed: isReversed).enumerated().map { place, label in
                option.filled(["number": String(place + 1), "label": label])
            }
        }
        return Framing(
            instruction: Template(framing.instruction), values: listed.joined(separator: "\n"),
            options: scales.map { $0.joined(separator: "\n") })
    }

    /// The system message and the prompt of a question of Task 1.
    func stated(_ scenario: Scenario, variant: Int, isReversed: Bool) -> (system: String?, prompt: String) {
        let requirement = variant % statedRequirements.count
        let (framing, order) = (variant / statedRequirements.count).quotientAndRemainder(dividingBy: layouts.count)
        let place: KeyValuePairs = ["country": scenario.country, "topic": scenario.topic]
        let prompt = layouts[order].filled([
            "instruction": framings[framing].instruction.filled(place),
            "values": framings[framing].values,
            "options": framings[framing].options[isReversed ? 1 : 0],
            "requirement": statedRequirements[requirement],
        ])
        return (statedSystem?.filled(place), prompt)
    }

    /// The system message and the prompt of a question of Task 2.
    func acted(
        _ scenario: Scenario, value: Value, actions: [String], variant: Int
    ) -> (system: String?, prompt: String) {
        let requirement = variant % actedRequirements.count
        // The order's level, two of them, is already in the order of the actions.
        let context = variant / actedRequirements.count / 2
        let place: KeyValuePairs = [
            "country": scenario.country, "topic": scenario.topic, "value": value.name, "gloss": value.gloss,
        ]
        let options = zip(actedLabels, actions).map { label, action in
            actedOption.filled(["label": label, "action": action])
        }
        let prompt = actedLayout.filled([
            "context": contexts[context].filled(place),
            "options": options.joined(separator: "\n"),
            "requirement": actedRequirements[requirement],
        ])
        return (actedSystem?.filled(place), prompt)
    }
}
