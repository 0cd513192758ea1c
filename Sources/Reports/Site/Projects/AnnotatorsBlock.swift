import Measures
import Pages
import Text

/// What is known of each annotator, as tables and for programs.
struct AnnotatorsBlock {
    let facts: ProjectFacts

    var markup: Markup {
        guard !facts.annotators.isEmpty else {
            return .lines([.element("p", text: "Nobody judges this project yet.")])
        }
        return .lines([
            work.block, agreement.block, byCriterion.block, .element("p", ["class": "range"], text: Self.reading),
        ])
    }

    private static let reading = """
        Seconds an item count from when it was shown to its last answer: the median, with the quartiles below. From ten minutes on nobody \
        knows whether anybody read; such items are counted beside, and move a median little. Agreement is the share of pairs of answers \
        that are alike, with Cohen’s kappa over the same pairs; below stand 95 % intervals, drawn over items, where there are enough.
        """

    private var work: HTMLTable {
        var table = HTMLTable(
            caption: "Work",
            columns: [
                "Annotator", "Judged", "Begun", "Skipped", "Held", "Seconds an item", "10 min or more", "Notes",
            ] + (facts.isCoding ? [] : ["Spans corrected", "Unsure"]) + ["Only accepted", "Checks passed"],
            fields: facts.annotators.map { person in
                [
                    HTMLTable.Field(person.name), HTMLTable.Field(Numerals.count(person.judged)),
                    HTMLTable.Field(Numerals.count(person.begun)), HTMLTable.Field(Numerals.count(person.skipped)),
                    HTMLTable.Field(Numerals.count(person.held)), Self.seconds(person.speed),
                    HTMLTable.Field(
                        person.speed.map { "\(Numerals.count($0.idle)) of \(Numerals.count($0.timed))" }
                            ?? Numerals.missing), HTMLTable.Field(Numerals.count(person.notes)),
                ]
                    + (facts.isCoding
                        ? []
                        : [
                            HTMLTable.Field(Numerals.count(person.corrected)),
                            HTMLTable.Field(Numerals.percent(person.unsure, of: person.answers)),
                        ]) + [
                        HTMLTable.Field(Numerals.count(person.accepted)),
                        HTMLTable.Field(
                            person.checks == 0 ? Numerals.missing : "\(person.passed) of \(person.checks)"),
                    ]
            })
        table.isStacked = true
        return table
    }

    private static func seconds(_ speed: AnnotatorSpeed?) -> HTMLTable.Field {
        guard let speed else { return HTMLTable.Field(Numerals.missing) }
        func written(_ seconds: Double) -> String { Numerals.decimal(seconds, places: 0) }
        return HTMLTable.Field(written(speed.median), range: "\(written(speed.lower)) to \(written(speed.upper))")
    }

    private var agreement: HTMLTable {
        let models = Set(facts.annotators.flatMap { $0.models.map(\.name) }).sorted()
        var table = HTMLTable(
            caption: "Agreement of each annotator, all \(facts.isCoding ? "codes" : "criteria") together",
            columns: [
                "Annotator", "With others", "Kappa", "Pairs", "With gold", "Kappa with gold", "Pairs with gold",
            ] + models.map { "With \($0)" },
            fields: facts.annotators.map { person in
                Self.three(person.others) + Self.three(person.gold)
                    + models.map { name in Self.percent(person.models.first { $0.name == name }?.agreement) }
            }.enumerated().map { place, fields in [HTMLTable.Field(facts.annotators[place].name)] + fields })
        table.isStacked = true
        return table
    }

    private var byCriterion: HTMLTable {
        if facts.isCoding { return byCode }
        var table = HTMLTable(
            caption: "Agreement with others by criterion: percent and kappa",
            columns: ["Annotator"] + facts.criteria.flatMap { [$0.name, "Kappa"] },
            fields: facts.annotators.map { person in
                [HTMLTable.Field(person.name)]
                    + facts.criteria.flatMap { criterion -> [HTMLTable.Field] in
                        let found = person.byCriterion.first { $0.criterion == criterion.id }?.agreement
                        return [Self.percent(found), Self.kappa(found)]
                    }
            })
        table.isStacked = true
        return table
    }

    /// Codes are many and coders few: a code a row.
    private var byCode: HTMLTable {
        var table = HTMLTable(
            caption: "Agreement of each coder with the others by code: percent and kappa",
            columns: ["Code"] + facts.annotators.flatMap { [$0.name, "Kappa"] },
            fields: facts.criteria.map { code in
                [HTMLTable.Field(code.name)]
                    + facts.annotators.flatMap { person -> [HTMLTable.Field] in
                        let found = person.byCriterion.first { $0.criterion == code.id }?.agreement
                        return [Self.percent(found), Self.kappa(found)]
                    }
            })
        table.isStacked = true
        return table
    }

    private static func three(_ agreement: PairedAgreement?) -> [HTMLTable.Field] {
        [
            percent(agreement), kappa(agreement),
            HTMLTable.Field(agreement.map { Numerals.count($0.pairs) } ?? Numerals.missing),
        ]
    }

    private static func percent(_ agreement: PairedAgreement?) -> HTMLTable.Field {
        HTMLTable.Field(
            Numerals.percent(agreement?.percent?.value),
            range: Numerals.percentRange(agreement?.percent?.interval.map { Whisker(low: $0.low, high: $0.high) }))
    }

    private static func kappa(_ agreement: PairedAgreement?) -> HTMLTable.Field {
        HTMLTable.Field(
            Numerals.decimal(agreement?.kappa?.value),
            range: Numerals.range(agreement?.kappa?.interval.map { Whisker(low: $0.low, high: $0.high) }))
    }
}

extension AnnotatorFacts {
    var json: JSONValue {
        [
            "annotator": .string(name), "judged": .integer(judged), "begun": .integer(begun),
            "skipped": .integer(skipped), "held": .integer(held), "notes": .integer(notes),
            "corrected": .integer(corrected), "answers": .integer(answers), "unsure_share": JSONValue(unsureShare),
            "accepted": .integer(accepted), "seconds_lower": JSONValue(speed?.lower),
            "seconds_median": JSONValue(speed?.median), "seconds_upper": JSONValue(speed?.upper),
            "timed": .integer(speed?.timed ?? 0), "idle": .integer(speed?.idle ?? 0),
            "untimed": .integer(speed?.untimed ?? 0), "checks": .integer(checks), "checks_passed": .integer(passed),
            "others": others?.json ?? .null,
            "by_criterion": .object(byCriterion.map { .init($0.criterion, $0.agreement.json) }),
            "gold": gold?.json ?? .null, "models": .object(models.map { .init($0.name, $0.agreement.json) }),
        ]
    }

    private var unsureShare: Double? { answers > 0 ? Double(unsure) / Double(answers) : nil }

    var fields: [CSVTable.Field] {
        let model = models.count == 1 ? models.first?.agreement : nil
        return [
            .text(name), .count(judged), .count(begun), .count(skipped), .count(held), .count(notes),
            .count(corrected), .count(answers), .number(unsureShare), .count(accepted), .number(speed?.lower),
            .number(speed?.median), .number(speed?.upper), .count(speed?.timed ?? 0), .count(speed?.idle ?? 0),
            .count(speed?.untimed ?? 0), .count(checks), .count(passed), .count(others?.pairs),
            .number(others?.percent?.value), .number(others?.kappa?.value), .count(gold?.pairs),
            .number(gold?.percent?.value), .number(gold?.kappa?.value), .count(model?.pairs),
            .number(model?.percent?.value),
        ]
    }
}
