import Measures
import Pages

extension AgreementInput {
    /// The quality table, the agreement and what a methods section says, to be read in with `\input`. Needs the packages booktabs and graphicx.
    package var latex: String {
        let tables = "\n" + quality + "\n" + agreement
        return LaTeXScripts.remark(on: tables)
            + "% \(LaTeXText.comment(title)), by ValueActionLens \(LaTeXText.comment(version)).\n"
            + "% \(LaTeXText.comment(report.plan.words)).\n% Needs \\usepackage{booktabs} and \\usepackage{graphicx}.\n% Methods: "
            + "\(LaTeXText.comment(methods))\n" + tables
    }

    private var countries: [String] {
        var seen: Set<String> = []
        return report.quality.compactMap(\.country).filter { seen.insert($0).inserted }
    }

    private var quality: String {
        let rows = ([nil] + countries.map(Optional.some)).map { country in
            [LaTeXText.escaped(country ?? "All")]
                + report.criteria.indices.map { criterion in
                    let line = report.quality.first { $0.criterion == criterion && $0.country == country }
                    return percent(line?.share, of: line?.judged)
                }
        }
        return table(
            "l" + String(repeating: "r", count: report.criteria.count),
            header: ["Country"] + report.criteria.map { LaTeXText.escaped($0.field.name) }, rows: rows,
            caption:
                "Share of actions judged good, in %, with \(level) intervals that draw cells anew, and the number of judged actions. "
                + "Unsure and undecided actions are not good.", label: "quality")
    }

    private var agreement: String {
        let coefficients = LabelCoefficient.allCases.filter { coefficient in
            report.criteria.contains { $0.agreement.coefficients[coefficient] != nil }
        }
        let rows = report.criteria.map { criterion in
            [LaTeXText.escaped(criterion.field.name), "\(criterion.agreement.itemsCompared)"]
                + coefficients.map { coefficient in
                    let found = criterion.agreement.coefficients[coefficient]
                    return LaTeXText.escaped(
                        [Numerals.decimal(found?.value), Numerals.range(found?.interval)].compactMap(\.self)
                            .joined(separator: " "))
                }
        }
        return table(
            "lr" + String(repeating: "r", count: coefficients.count),
            header: ["Criterion", "Items"] + coefficients.map { LaTeXText.escaped($0.words) }, rows: rows,
            caption: "Agreement of \(labels.people.count) people, with \(level) intervals that draw items anew.",
            label: "agreement")
    }

    /// What a methods section says of it.
    var methods: String {
        let kappas = report.criteria.compactMap { criterion -> String? in
            let found = criterion.agreement.coefficients
            guard let kappa = found[.cohensKappa] ?? found[.fleissKappa] else { return nil }
            let name = found[.cohensKappa] == nil ? "Fleiss' kappa" : "Cohen's kappa"
            return "\(criterion.field.name.lowercased()) \(name) \(Numerals.decimal(kappa.value))"
                + (Numerals.range(kappa.interval).map { " \($0)" } ?? "")
        }
        return "\(labels.people.count) people judged \(labels.items.count) actions by the codebook \(codebook); "
            + "\(labels.counted) labels count. " + (kappas.isEmpty ? "" : kappas.joined(separator: ", ") + ".")
    }

    private var level: String { Numerals.percent(report.plan.level, places: 0).replacing("\u{A0}", with: " ") }

    private func percent(_ share: Estimate?, of judged: Int?) -> String {
        guard let share else { return LaTeXText.escaped(Numerals.missing) }
        let range = Numerals.percentRange(share.interval).map { " \($0)" } ?? ""
        return LaTeXText.escaped(
            Numerals.decimal(share.value * 100, places: 1) + range + (judged.map { " (\($0))" } ?? ""))
    }

    private func table(
        _ columns: String, header: [String], rows: [[String]], caption: String, label: String
    ) -> String {
        WideLaTeXTable.text(
            columns: columns, header: header, rows: rows, caption: caption, label: "judged-\(label)")
    }
}
