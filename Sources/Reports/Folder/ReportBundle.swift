package import Foundation
import Measures
import Pages

/// Reports of several runs and their comparisons, to be sent as one folder.
package struct ReportBundle: Sendable {
    /// A run with its report.
    package struct Run: Sendable {
        /// Its number in the store.
        package let number: Int
        package let input: ReportInput

        /// A run with its report.
        package init(number: Int, input: ReportInput) { (self.number, self.input) = (number, input) }

        /// The folder of its files.
        var folder: String { "run-\(number)" }
    }

    /// Runs of one study against the first of them.
    package struct Comparison: Sendable {
        package let input: ComparisonInput
        /// As `compare --json` prints it.
        package let json: String

        /// A comparison.
        package init(input: ComparisonInput, json: String) { (self.input, self.json) = (input, json) }
    }

    package let runs: [Run]
    package let comparisons: [Comparison]
    /// The version of the program.
    package let version: String
    /// What is not in it, and why, a sentence each.
    package let notes: [String]

    /// A bundle with all its parts.
    package init(runs: [Run], comparisons: [Comparison], notes: [String] = [], version: String) {
        (self.runs, self.comparisons, self.notes, self.version) = (runs, comparisons, notes, version)
    }
}

extension ReportFolder {
    /// The files of a bundle, by their paths inside its folder: `index.html`, a folder for each run (`run-3`), one for each
    /// comparison (`comparison-1`).
    ///
    /// - Throws: `ReportError.template` where a template does not parse.
    package static func files(_ bundle: ReportBundle) throws(ReportError) -> [(path: String, text: String)] {
        var files: [(path: String, text: String)] = []
        func add(_ all: [(path: String, text: String)], to folder: String, but marker: Kind) {
            files += all.filter { $0.path != marker.marker }.map { (path: "\(folder)/\($0.path)", text: $0.text) }
        }
        for run in bundle.runs { add(try self.files(run.input), to: run.folder, but: .report) }
        for (place, comparison) in bundle.comparisons.enumerated() {
            add(
                try self.files(comparison.input, json: comparison.json), to: "comparison-\(place + 1)", but: .comparison
            )
        }
        do {
            let index = try BundleIndex(bundle: bundle).page.document()
            return marked(
                [(path: "index.html", text: index)] + files, as: .bundle, version: bundle.version)
        } catch {
            throw ReportError(error)
        }
    }

    /// Writes a bundle, as reports are written: beside the folder, and put in place at once.
    ///
    /// - Returns: The first page's place.
    /// - Throws: `ReportError.notABundle` and `.notAFolder` for what is not ours to replace, `.unwritable` where writing
    ///   failed.
    @discardableResult
    package static func write(_ bundle: ReportBundle, to folder: URL) throws(ReportError) -> URL {
        try write(.bundle, to: folder) { () throws(ReportError) in try files(bundle) }.appending(path: "index.html")
    }
}

/// The first page of a bundle.
private struct BundleIndex {
    let bundle: ReportBundle

    var page: Page {
        let studies = Set(bundle.runs.map(\.input.study.title)).sorted()
        return Page(
            title: "\(Numerals.count(bundle.runs.count, "run", "runs")) of ValueActionLens",
            generator: ReportFrame.generator(bundle.version),
            header: Page.Header(
                eyebrow: "Value–action gap",
                heading: .text(Numerals.count(bundle.runs.count, "run", "runs")),
                kinds: bundle.runs.contains { $0.input.respondent.isSimulated }
                    ? ["simulated respondents among them"] : [],
                subtitle: .joined(studies.map { .element("bdi", text: $0) }, separator: .text(", ")),
                notices: bundle.notes),
            skip: "Skip to the runs", sections: [runs] + [comparisons].compactMap(\.self),
            footer: ReportFrame.footer(bundle.version))
    }

    private var runs: Page.Section {
        var table = HTMLTable(
            caption: "Each run with its page; intervals in brackets",
            columns: [
                "Respondent", "Study", "Run", "Inconsistent cells", "F1 of disagree", "F1 of agree", "Kappa",
                "Says disagree", "Acts it out", "Cells",
            ], fields: bundle.runs.map(row), textColumns: 2)
        table.isStacked = true
        return Page.Section(
            "runs", label: "Runs", heading: "Runs",
            body: .lines([
                .element(
                    "p",
                    text:
                        "How often a respondent does not act as it speaks, and whether what it does follows what it says. Each "
                        + "name leads to its page, where every term is explained."), table.block,
            ]))
    }

    private func row(_ run: ReportBundle.Run) -> [HTMLTable.Field] {
        let (overall, found) = (run.input.measures.overall, run.input.intervals?.overall)
        func share(_ figure: PooledFigure) -> HTMLTable.Field {
            HTMLTable.Field(
                Numerals.percent(overall.pooled[figure]), range: Numerals.percentRange(found?.pooled[figure]))
        }
        func mean(_ figure: ScenarioFigure) -> HTMLTable.Field {
            HTMLTable.Field(
                Numerals.decimal(overall.scenarioMean[figure]), range: Numerals.range(found?.scenarioMean[figure]))
        }
        return [
            HTMLTable.Field(run.input.respondent.label, link: .beside("\(run.folder)/report.html")),
            HTMLTable.Field(run.input.study.title), HTMLTable.Field("\(run.number)"), share(.inconsistencyShare),
            mean(.f1Disagree), mean(.f1Agree),
            HTMLTable.Field(Numerals.decimal(overall.pooled[.kappa]), range: Numerals.range(found?.pooled[.kappa])),
            share(.statedDisagreeRate), share(.actedDisagreeRate),
            HTMLTable.Field(Numerals.count(overall.pooled.counts.both)),
        ]
    }

    private var comparisons: Page.Section? {
        guard !bundle.comparisons.isEmpty else { return nil }
        let items = bundle.comparisons.enumerated().map { place, comparison in
            let names = comparison.input.names
            let words = Markup.element(
                "bdi", text: names.dropFirst().joined(separator: ", ") + " against " + (names.first ?? ""))
            let link = Link.beside("comparison-\(place + 1)/index.html")
            return Markup.element("li", [:], [link.map { .element("a", ["href": $0.href], [words]) } ?? words])
        }
        return Page.Section(
            "comparisons", label: "Comparisons", heading: "Comparisons",
            body: .lines([
                .element("p", text: "Paired on the cells that all runs of a comparison have, with tests."),
                .element("ul", ["class": "findings"], items),
            ]))
    }
}
