package import Measures
import Pages

/// Risks on a terminal: agreement first, then counts.
package struct RiskText: Sendable {
    private let input: RiskInput
    private let showsCorrected: Bool
    private let style: TerminalStyle

    /// The text of an input.
    ///
    /// - Parameter showsCorrected: whether counts without a coder's known error are shown.
    package init(_ input: RiskInput, showsCorrected: Bool = false, style: TerminalStyle) {
        (self.input, self.showsCorrected, self.style) = (input, showsCorrected, style)
    }

    private var report: RiskReport { input.report }
    private var coded: CodedCells { input.report.coded }

    /// The whole text, with a line feed after each line.
    package var text: String {
        let blocks = [heading, agreement, taxonomy, directions, corrected, comparisons, ending]
        return blocks.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    private var heading: [String] {
        title(input.title) + wrapped(input.scope) + input.caveats.flatMap { wrapped($0) }
    }

    // MARK: - Agreement

    private var agreement: [String] {
        let names = nameWidth(coded.codes.map(\.name), "code")
        let figures = ["alike", "kappa", "AC1", "pos.", "neg."]
        let head =
            "  " + fit("coders", 24) + fit("cells", 6, isRight: true)
            + figures.map { fit($0, 6, isRight: true) }.joined() + "  of kappa"
        let lines = report.agreement.flatMap { found -> [String] in
            let pairs = found.pairs + found.againstReference
            guard !pairs.isEmpty else { return [] }
            return wrapped(coded.codes[found.code].name) + pairs.map(row)
        }
        let table =
            lines.isEmpty
            ? wrapped("No two coders coded the same cell yet.")
            : [head] + lines + wrapped("pos., neg.: agreement that it applies, and that it does not.")
        let verdicts = coded.codes.indices.map { code in
            "  " + fit(coded.codes[code].name, names) + fit(alpha(code), 24) + input.verdict(code).words
        }
        return title("How far coders agree") + table
            + wrapped("Whether counts can be believed (alpha with its interval). " + RiskInput.rule) + verdicts
    }

    private func row(_ pair: RiskAgreement.Pair) -> String {
        let figures = [pair.percent, pair.kappa, pair.ac1, pair.positive, pair.negative].map {
            fit(Numerals.decimal($0?.value), 6, isRight: true)
        }
        return "  " + fit("\(input.coder(pair.first)), \(input.coder(pair.second))", 24)
            + fit(Numerals.count(pair.cells), 6, isRight: true) + figures.joined() + "  "
            + style.plain(Numerals.range(pair.kappa?.interval) ?? "")
    }

    /// The alpha that the verdict rests on.
    private func alpha(_ code: Int) -> String {
        let found = report.agreement[code]
        if case .coder(let coder) = report.basis, coded.coders[coder].kind != "person" {
            return estimate(found.againstReference.first { $0.second == coder }?.alpha)
        }
        return estimate(found.alpha)
    }

    // MARK: - Counts

    private var taxonomy: [String] {
        let width = nameWidth(input.units.map(input.name), "risk") + 2
        let head =
            "  " + fit("risk", width) + fit("cells", 7, isRight: true) + fit("of", 7, isRight: true)
            + fit("share", 8, isRight: true) + "  interval"
        return title("Counts by risk") + [style.plain(head)]
            + input.units.flatMap { unit -> [String] in
                guard let found = report.whole(unit) else { return [] }
                let isLevel = if case .code = unit { false } else { true }
                let name = (isLevel ? "" : "  ") + input.name(unit) + input.mark(unit)
                return ["  " + fit(name, width) + figures(found)] + extrapolated(found)
            }
    }

    private func figures(_ found: RiskCount) -> String {
        fit(Numerals.count(found.count), 7, isRight: true) + fit(Numerals.count(found.coded), 7, isRight: true)
            + fit(percent(found.share?.value), 8, isRight: true) + "  "
            + style.plain(Numerals.percentRange(found.share?.interval) ?? Numerals.missing)
    }

    private func extrapolated(_ found: RiskCount) -> [String] {
        guard let all = found.extrapolated else { return [] }
        return ["      " + style.plain("(\(RiskCells.words(all)) of \(Numerals.count(found.population ?? 0)))")]
    }

    private var directions: [String] {
        let width = nameWidth(input.units.map(input.name), "risk") + 2
        let axes: [RiskPlace.Axis] = [.direction] + ((2...3).contains(coded.respondents.count) ? [.respondent] : [])
        return axes.enumerated().flatMap { number, axis -> [String] in
            let places = report.counts.filter { $0.place.axis == axis && $0.unit == .any }.map(\.place)
            let head =
                "  " + fit("risk", width) + places.map { "  " + fit($0.words, 20, isRight: true) }.joined()
            return (number == 0 ? [] : [""]) + title("By \(axis.words.lowercased()): share of the coded cells") + [head]
                + input.units.map { unit in
                    "  " + fit(input.name(unit) + input.mark(unit), width)
                        + places.map { place in
                            let found = report.counts.first { $0.place == place && $0.unit == unit }
                            return "  "
                                + fit(
                                    "\(percent(found?.share?.value)) of \(Numerals.count(found?.coded ?? 0))", 20,
                                    isRight: true)
                        }.joined()
                }
        }
    }

    private var corrected: [String] {
        guard showsCorrected else { return [] }
        let models = report.dawidSkene.compactMap { found -> String? in
            guard let share = try? found.share.get() else { return nil }
            return "\(coded.codes[found.code].name) \(percentEstimate(share))"
        }
        guard !report.corrected.isEmpty || !models.isEmpty else {
            return title("Corrected counts")
                + wrapped("People’s own codes are the reference; there is nothing to correct them by.")
        }
        let width = nameWidth(coded.codes.map(\.name), "risk")
        let head =
            "  " + fit("risk", width) + fit("raw", 8, isRight: true) + "  " + fit("corrected", 26)
            + "sens., spec. (checked)"
        let rows = report.corrected.map { found -> String in
            let name =
                "  " + fit(coded.codes[found.code].name, width) + fit(percent(found.raw?.value), 8, isRight: true)
                + "  "
            switch found.share {
            case .failure(let absence): return name + "none, because \(absence.clause)"
            case .success(let share):
                let range = share.interval == nil ? " (no interval)" : ""
                return name + fit(percentEstimate(share) + (found.isTruncated ? "†" : "") + range, 26)
                    + "\(Numerals.decimal(found.sensitivity?.value)), \(Numerals.decimal(found.specificity?.value)) "
                    + "(\(Numerals.count(found.checked)))"
            }
        }
        return title("Corrected counts") + (rows.isEmpty ? [] : [head]) + rows.map(style.plain)
            + (rows.isEmpty ? [] : wrapped(RiskInput.correctedRule))
            + (models.isEmpty
                ? []
                : wrapped("By the model of Dawid and Skene over all coders: " + models.joined(separator: "; ") + "."))
    }

    private var comparisons: [String] {
        let width = nameWidth(coded.codes.map(\.name), "risk")
        var lines: [String] = []
        var before: [String] = []
        for found in report.comparisons {
            if before != [found.first, found.second] {
                before = [found.first, found.second]
                lines += title("\(found.second) against \(found.first): difference of shares, in points")
            }
            lines.append(
                "  " + fit(coded.codes[found.code].name + input.mark(.code(found.code)), width)
                    + fit(Numerals.signed(found.difference.map { $0.value * 100 }, places: 1), 8, isRight: true) + "  "
                    + fit(Numerals.percentRange(found.difference?.interval) ?? Numerals.missing, 16)
                    + "p \(Numerals.probability(found.pValue)), by Holm \(Numerals.probability(found.holm))")
        }
        return lines
    }

    private var ending: [String] { wrapped(input.intervals) }

    // MARK: - Layout

    private func nameWidth(_ names: [String], _ heading: String) -> Int {
        min(34, (names + [heading]).map { TerminalText.columns(TerminalText.inert($0)) }.max() ?? 0) + 2
    }

    private func fit(_ text: String, _ width: Int, isRight: Bool = false) -> String {
        TerminalText.fit(TerminalText.inert(style.plain(text)), width, isRight: isRight)
    }

    private func percent(_ share: Double?) -> String { Numerals.percent(share).replacing("\u{A0}", with: " ") }

    private func percentEstimate(_ estimate: Estimate) -> String {
        percent(estimate.value) + (Numerals.percentRange(estimate.interval).map { " \($0)" } ?? "")
    }

    private func estimate(_ estimate: Estimate?) -> String {
        style.plain(
            Numerals.decimal(estimate?.value) + (Numerals.range(estimate?.interval).map { " \($0)" } ?? ""))
    }

    private func title(_ text: String) -> [String] { wrapped(text).map { style.paint($0, .strong) } }

    private func wrapped(_ text: String) -> [String] {
        TerminalText.wrap(TerminalText.inert(style.plain(text)), width: style.width)
    }
}
