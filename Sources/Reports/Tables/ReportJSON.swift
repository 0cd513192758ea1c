package import Measures
package import Text

/// The whole report as one document.
package enum ReportJSON {
    /// Who was asked what, then every figure with its interval (see `MeasureReport.json`), then the widest gaps.
    package static func document(_ input: ReportInput) -> JSONValue {
        let header: JSONValue = [
            "title": .string(input.title), "tool": "ValueActionLens", "version": .string(input.version),
            "respondent": respondent(input.respondent), "study": study(input), "run": run(input.run),
        ]
        let details: JSONValue = [
            "misaligned": .array(input.misaligned.map(misaligned)), "prompts": .array(input.prompts.map(prompt)),
        ]
        let measures = (input.intervals.map(input.measures.json) ?? input.measures.json)
            .with(instrument: input.instrument).with(deconvolution: input.deconvolution)
            .with(circle: input.circle, groups: input.measures.axes.groups)
            .with(regions: input.regions, countries: input.measures.axes.countries).with(leaking: input.leaking)
        let risks = input.risks.map { [JSONValue.Member("risks", $0.json)] } ?? []
        return .object(header.members + measures.members + details.members + risks)
    }

    private static func respondent(_ respondent: RespondentSummary) -> JSONValue {
        [
            "name": .string(respondent.name), "label": .string(respondent.label),
            "simulated": .bool(respondent.isSimulated), "imported": .bool(respondent.isImported),
            "served_models": .array(respondent.servedModels.map(JSONValue.string)),
            "settings": .array(
                respondent.settings.map { ["label": .string($0.label), "text": .string($0.text)] }),
            "served_by": respondent.serving.json(\.providers),
            "system_fingerprints": respondent.serving.json(\.fingerprints),
            "not_sent": respondent.serving.json(\.notSent),
            "warnings": .array(respondent.serving.warnings.map(JSONValue.string)),
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
            "number": run.number.map { .integer($0) } ?? .null, "started": JSONValue(run.started),
            "finished": JSONValue(run.finished),
            "asked_from": JSONValue(run.askedFrom), "asked_to": JSONValue(run.askedTo),
            "imported_files": .array(run.importedFiles.map(file)),
            "actions_file": run.actionsFile.map(file) ?? .null,
            "tokens_in": run.spending.map { .integer($0.tokensIn) } ?? .null,
            "tokens_out": run.spending.map { .integer($0.tokensOut) } ?? .null,
            "tokens_reasoning": run.spending.map { .integer($0.tokensReasoning) } ?? .null,
            "replies_without_usage": run.spending.map { .integer($0.repliesWithoutUsage) } ?? .null,
            "attempts_lost": run.spending.map { .integer($0.attemptsLost) } ?? .null,
            "dollars": JSONValue(run.spending?.dollars), "prices_of": JSONValue(run.spending?.pricesDate),
        ]
    }

    private static func file(_ file: SourceFile) -> JSONValue {
        ["name": .string(file.name), "sha256": JSONValue(file.sha256), "imported": JSONValue(file.imported)]
    }

    private static func misaligned(_ cell: MisalignedCell) -> JSONValue {
        [
            "country": .string(cell.country), "topic": .string(cell.topic), "value": .string(cell.value),
            "stated": .number(cell.stated), "acted": .number(cell.acted), "signed": .number(cell.signedGap),
            "signed_gap": .number(cell.signedGap),
            "action": .string(cell.action), "inclination": .string(cell.inclination.rawValue),
            "attributions": .array(cell.attributions.map(JSONValue.string)),
            "explanation": .string(cell.explanation), "other_action": .string(cell.otherAction),
            "justification": JSONValue(cell.justification),
        ]
    }

    private static func prompt(_ prompt: SamplePrompt) -> JSONValue {
        ["caption": .string(prompt.caption), "text": .string(prompt.text)]
    }
}

extension JSONValue {
    /// An object with the figures without leaking cells under `leaking`; unchanged where they were not asked for.
    func with(leaking: LeakingRows?) -> JSONValue {
        guard let leaking else { return self }
        return .object(members + [Member("leaking", leaking.json)])
    }

    /// An object with the instrument's own errors under `instrument`; unchanged where they were not looked for.
    package func with(instrument: InstrumentReport?) -> JSONValue {
        guard let instrument else { return self }
        return .object(members + [Member("instrument", instrument.json)])
    }

    /// An object with the deconvolved gap under `deconvolved`; unchanged where it was not looked for.
    package func with(deconvolution: DeconvolutionReport?) -> JSONValue {
        guard let deconvolution else { return self }
        return .object(members + [Member("deconvolved", deconvolution.json)])
    }
}

extension JSONValue {
    /// An object with the fit to the circle under `circle`; unchanged for a theory without one.
    func with(circle: CircleReport?, groups: [String]) -> JSONValue {
        guard let circle else { return self }
        return .object(members + [Member("circle", circle.json(groups: groups))])
    }

    /// An object with the figures by region of the world under `region`; unchanged where they were not looked for.
    func with(regions: [RunPart], countries: [String]) -> JSONValue {
        guard !regions.isEmpty else { return self }
        return .object(
            members + [
                Member("region", JSONValue(regions.map(\.name), regions.map(\.json))),
                Member(
                    "region_countries",
                    JSONValue(
                        regions.map(\.name),
                        regions.map { .array($0.countries.map { .string(countries[$0]) }) })),
            ])
    }
}

extension ServingSummary {
    /// A list of names with their numbers of replies.
    package func json(_ parts: (ServingSummary) -> [Part]) -> JSONValue {
        .array(parts(self).map { ["name": .string($0.name), "replies": .integer($0.replies)] })
    }
}
