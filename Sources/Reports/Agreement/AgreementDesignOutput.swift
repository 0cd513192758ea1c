package import Measures
import Pages
package import Text

extension AgreementDesign {
    /// The design table as JSON.
    package var json: JSONValue {
        [
            "coefficient": .string(question.coefficient.rawValue), "half_width": .number(question.halfWidth),
            "level": .number(question.level), "prevalence": .array(model.prevalence.map(JSONValue.number)),
            "expected_kappa": .number(model.kappa), "expected_agreement": .number(model.percent),
            "spread": .number(model.spread), "simulations": .integer(question.simulations),
            "seed": .string("\(question.seed)"),
            "designs": .array(
                rows.map {
                    [
                        "overlap": .integer($0.overlap), "people": .integer($0.people),
                        "items": $0.items.map(JSONValue.integer) ?? .null,
                        "labels": $0.labels.map(JSONValue.integer) ?? .null,
                        "labels_per_person": $0.labelsPerPerson.map(JSONValue.integer) ?? .null,
                        "formula_half_width": JSONValue($0.formula), "simulated_half_width": JSONValue($0.simulated),
                        "simulated_mean": JSONValue($0.mean),
                    ]
                }),
        ]
    }
}

/// A design table on a terminal.
package struct AgreementDesignText: Sendable {
    private let design: AgreementDesign
    private let style: TerminalStyle

    /// The text of a design.
    package init(_ design: AgreementDesign, style: TerminalStyle) {
        (self.design, self.style) = (design, style)
    }

    /// The whole text, with a line feed after each line.
    package var text: String {
        (wrapped(intro) + [head] + design.rows.map(line) + wrapped(method)).map { $0 + "\n" }.joined()
    }

    private var name: String {
        switch design.question.coefficient {
        case .percentAgreement: "percent agreement"
        case .gwetsAC1: "Gwet's AC1"
        default: "kappa"
        }
    }

    private var intro: String {
        let (model, question) = (design.model, design.question)
        return
            "What a \(Numerals.percent(question.level, places: 0).replacing("\u{A0}", with: " ")) interval of \(name) needs to be "
            + "±\(Numerals.plain(question.halfWidth)) wide, where \(name) is \(Numerals.decimal(model.truth(question.coefficient))) "
            + "(kappa \(Numerals.decimal(model.kappa)), pairs alike \(Numerals.percent(model.percent, places: 0)), answers "
            + model.prevalence.map { Numerals.percent($0, places: 0) }.joined(separator: " / ") + "):"
    }

    private var head: String {
        style.paint(
            cells("overlap", "people", "items", "labels", "per person", "formula", "simulated"), .strong)
    }

    private func line(_ row: AgreementDesign.Row) -> String {
        func count(_ number: Int?) -> String { number.map { Numerals.count($0) } ?? Numerals.missing }
        return cells(
            "\(row.overlap)", "\(row.people)", row.items == nil ? "none" : count(row.items), count(row.labels),
            count(row.labelsPerPerson), row.formula.map { "±" + Numerals.decimal($0, places: 3) } ?? Numerals.missing,
            row.simulated.map { "±" + Numerals.decimal($0, places: 3) } ?? Numerals.missing)
    }

    private func cells(_ cells: String...) -> String {
        zip(cells, [9, 9, 9, 10, 12, 10, 11]).map { cell, width in
            TerminalText.fit(style.plain(cell), width, isRight: true)
        }.joined()
    }

    private var method: String {
        let (model, question) = (design.model, design.question)
        let spread =
            model.spread > 0
            ? "People's chances differ by ±\(Numerals.plain(model.spread)), so that intervals stand for other people like these; "
                + "\"none\" is where so few people differ too much for any number of items. "
            : "All people are alike; with --spread they differ. "
        return
            "Overlap: labels of each item. Every item has a true label; everybody gives it with a chance of √kappa and otherwise any "
            + "label by its frequency. \(spread)Formula: the large-sample variance. Simulated: half of what lies between the "
            + "quantiles of \(Numerals.count(question.simulations)) simulated studies, seed \(question.seed); items are added where "
            + "that is wider than wanted."
    }

    private func wrapped(_ text: String) -> [String] {
        TerminalText.wrap(style.plain(text), width: style.width)
    }
}
