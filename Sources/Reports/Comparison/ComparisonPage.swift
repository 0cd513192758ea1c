import Measures
import Pages

/// A comparison of runs as one page that needs nothing but itself.
package enum ComparisonPage {
    /// The page's whole text.
    ///
    /// - Throws: `ReportError.template` where a template does not parse, which no input can bring about.
    package static func page(_ input: ComparisonInput) throws(ReportError) -> String {
        do {
            return try page(of: input).document()
        } catch {
            throw ReportError(error)
        }
    }

    private static func page(of input: ComparisonInput) throws(TemplateError) -> Page {
        let blocks = ComparisonBlocks(input: input)
        let sections = [
            try blocks.findings, blocks.differences, blocks.countries, blocks.topics, blocks.values,
            try MethodsSection(ComparisonMethods.notes(input)).section,
        ]
        return Page(
            title: input.title, generator: ReportFrame.generator(input.version), header: header(input),
            skip: ReportFrame.skip, sections: sections.compactMap(\.self), footer: ReportFrame.footer(input.version))
    }

    /// What must be known before anything is read.
    static func notices(_ input: ComparisonInput) -> [String] {
        var notices: [String] = []
        if input.respondents.contains(where: \.isSimulated) {
            notices.append("Simulated respondents among them: programs with a known gap answered, not language models.")
        }
        if input.respondents.contains(where: \.isImported) {
            notices.append("Imported replies: others recorded them; they were read here.")
        }
        notices += input.scoringNotice.map { [$0] } ?? []
        return notices
    }

    /// The runs' names, or how many there are.
    static func heading(_ input: ComparisonInput) -> Markup {
        let names = input.names.map { Markup.element("bdi", text: $0) }
        return names.count > 2
            ? Markup.text("\(Numerals.count(names.count)) runs compared")
            : names.dropFirst().reduce(names.first ?? .empty) { $0 + .text(" · ") + $1 }
    }

    private static func header(_ input: ComparisonInput) -> Page.Header {
        Page.Header(
            eyebrow: "Value–action gap", heading: heading(input),
            subtitle: ReportFrame.subtitle(input.study.title, input.axes.extent), notices: notices(input))
    }
}

/// The sections of a comparison's page; those of which there is nothing to show are `nil`.
private struct ComparisonBlocks {
    let input: ComparisonInput

    private var tables: ComparisonTables { ComparisonTables(input: input) }

    var findings: Page.Section {
        get throws(TemplateError) {
            let view = ["findings": ComparisonFindings(input: input).sentences]
            let body = try ReportTemplate.sentences.render(view) + tables.ranking.block
            return Page.Section("findings", label: "Findings", heading: "Findings", body: .lines([body]))
        }
    }

    /// The whole run, with a table for every run but the first.
    var differences: Page.Section? {
        guard let figure = input.figure(.whole) else { return nil }
        let tables = zip(input.comparisons, input.names.dropFirst()).map { comparison, other in
            self.tables.differences(comparison, other: other)
        }
        return Page.Section(
            "differences", label: "Differences", heading: "How do the runs differ on the whole?",
            body: .lines([
                PageBlocks.figure(
                    figure, reading: "Each panel has measures of one direction; a filled dot differs beyond chance.",
                    tables: tables)
            ]))
    }

    var countries: Page.Section? { places(.country, .countries, heading: "How do they differ by country?") }

    var topics: Page.Section? { places(.topic, .topics, heading: "How do they differ by topic?") }

    private func places(_ kind: PlaceKind, _ name: ComparisonFigure, heading: String) -> Page.Section? {
        let rate = ComparedFigure.paper[0]
        let numbers = [
            tables.places(.inconsistent, by: kind), tables.places(rate, by: kind),
        ].map(\.block)
        let figure = input.figure(name).map {
            PageBlocks.figure(
                $0, reading: "The share of inconsistent cells, each run minus the first.",
                tables: members(
                    kind == .country
                        ? { $0.countries.map { ($0.name, $0.pooled) } }
                        : { $0.topics.map { ($0.name, $0.pooled) } }))
        }
        return Page.Section(
            kind == .country ? "countries" : "topics", label: kind == .country ? "Countries" : "Topics",
            heading: heading, body: .lines([.joined(numbers) + (figure ?? .empty)]))
    }

    var values: Page.Section? {
        guard let figure = input.figure(.values) else { return nil }
        return Page.Section(
            "values", label: "Values", heading: "In which values do they differ?",
            body: .lines([
                PageBlocks.figure(
                    figure, reading: "The share of inconsistent cells, each run minus the first.",
                    tables: members { $0.values.map { ($0.name, $0.pooled) } })
            ]))
    }

    /// The share of inconsistent cells by place or value, a table for every run that differs from the first at all.
    private func members(
        _ members: (MeasureComparison) -> [(name: String, pooled: [PooledFigure: Difference])]
    ) -> [HTMLTable] {
        zip(input.comparisons, input.names.dropFirst()).filter { !$0.0.isOfOneRun }.map { comparison, other in
            tables.inconsistent(members(comparison).map { ($0.name, $0.pooled[.inconsistencyShare]) }, other: other)
        }
    }
}
