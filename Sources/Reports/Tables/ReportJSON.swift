import Measures

/// The whole report as one document.
public enum ReportJSON {
    /// Who was asked what, then every figure (see `JSONValue.init(_:)` of a measured run), then the widest gaps.
    public static func document(_ input: ReportInput) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("title", .string(input.title)), ("tool", "ValueActionLens"), ("version", .string(input.version)),
            ("respondent", respondent(input.respondent)), ("study", study(input)), ("run", run(input.run)),
        ]
        if case .object(let measured) = JSONValue(input.measures) { members += measured }
        members.append(("misaligned", .array(input.misaligned.map(misaligned))))
        members.append(("prompts", .array(input.prompts.map(prompt))))
        return .object(members)
    }

    private static func respondent(_ respondent: RespondentSummary) -> JSONValue {
        [
            "name": .string(respondent.name), "label": .string(respondent.label),
            "simulated": .bool(respondent.isSimulated), "imported": .bool(respondent.isImported),
            "served_models": .array(respondent.servedModels.map(JSONValue.string)),
            "settings": .array(
                respondent.settings.map { ["label": .string($0.label), "text": .string($0.text)] }),
        ]
    }

    private static func study(_ input: ReportInput) -> JSONValue {
        let axes = input.measures.axes
        return [
            "title": .string(input.study.title), "name": .string(input.study.name),
            "protocol_hash": .string(input.study.protocolHash), "theory": .string(input.study.theory),
            "theory_source": .string(input.study.theorySource), "countries": .integer(axes.countries.count),
            "topics": .integer(axes.topics.count), "values": .integer(axes.values.count),
        ]
    }

    private static func run(_ run: RunSummary) -> JSONValue {
        [
            "started": JSONValue(run.started), "finished": JSONValue(run.finished),
            "tokens_in": run.tokensIn.map(JSONValue.integer) ?? .null,
            "tokens_out": run.tokensOut.map(JSONValue.integer) ?? .null,
        ]
    }

    private static func misaligned(_ cell: MisalignedCell) -> JSONValue {
        [
            "country": .string(cell.country), "topic": .string(cell.topic), "value": .string(cell.value),
            "stated": .number(cell.stated), "acted": .number(cell.acted), "signed": .number(cell.signedGap),
            "action": .string(cell.action), "inclination": .string(cell.inclination.rawValue),
            "attributions": .array(cell.attributions.map(JSONValue.string)),
            "explanation": .string(cell.explanation),
        ]
    }

    private static func prompt(_ prompt: SamplePrompt) -> JSONValue {
        ["caption": .string(prompt.caption), "text": .string(prompt.text)]
    }
}
