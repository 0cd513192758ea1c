import Measures
import Pages

/// The report as one page that needs nothing but itself.
package enum HTMLReport {
    /// The page's whole text.
    ///
    /// - Throws: `ReportError.template` where a template does not parse, which no input can bring about.
    package static func page(_ input: ReportInput) throws(ReportError) -> String {
        try page(input, figures: input.drawings)
    }

    /// The page with figures that were drawn before.
    ///
    /// - Parameter files: the paths of the files that lie beside the page, to which it then has links.
    static func page(
        _ input: ReportInput, figures: [ReportFigure: Figure], files: [String] = []
    ) throws(ReportError) -> String {
        do {
            return try page(of: input, figures: figures, files: files).document()
        } catch {
            throw ReportError(error)
        }
    }

    /// The page with its sections, for whoever shows it within a site.
    ///
    /// - Throws: `TemplateError` where a template does not parse.
    static func page(
        of input: ReportInput, figures: [ReportFigure: Figure], files: [String] = []
    ) throws(TemplateError) -> Page {
        // What is no figure's is made first, to know how much room it leaves.
        let rest = try sections(of: input, FigureBlocks(input: input, figures: [:]), files: files)
        let fitted = try fitting(input, beside: rest) { input, room throws(TemplateError) in
            let blocks = FigureBlocks(input: input, figures: figures, files: Set(files), room: room)
            return try sections(of: input, blocks, files: files)
        }
        return Page(
            title: input.title, generator: ReportFrame.generator(input.version), header: header(input),
            skip: ReportFrame.skip, sections: fitted, footer: ReportFrame.footer(input.version))
    }

    /// Sections that keep a page within its bound: where figures and their tables take more room than was reckoned, they get less; where
    /// that is not enough, there are fewer examples.
    ///
    /// - Parameters:
    ///   - rest: what is no figure's.
    ///   - make: all sections, with so many elements and texts for figures.
    static func fitting(
        _ input: ReportInput, beside rest: [Page.Section],
        _ make: (_ input: ReportInput, _ room: Int) throws(TemplateError) -> [Page.Section]
    ) throws(TemplateError) -> [Page.Section] {
        var (input, room) = (input, mostNodes - frameNodes - nodes(rest))
        var sections: [Page.Section] = []
        for _ in 0..<4 {
            sections = try make(input, room)
            let excess = frameNodes + nodes(sections) - mostNodes
            if excess <= 0 { break }
            if room <= 0 {
                let fewer = (excess + exampleNodes - 1) / exampleNodes
                input.misaligned.removeLast(min(fewer, max(0, input.misaligned.count - fewestExamples)))
            }
            room = max(0, room - excess)
        }
        return sections
    }

    /// About so many elements and texts an example has, and so many examples are always shown.
    private static let exampleNodes = 40, fewestExamples = 4

    private static func nodes(_ sections: [Page.Section]) -> Int { sections.reduce(0) { $0 + $1.body.nodes } }

    /// So many elements and texts a page has at most: browsers get slow beyond it, and those who listen lost.
    package static let mostNodes = 5000
    /// So many are those of a page's head, header, contents and sections' headings.
    private static let frameNodes = 300

    private static func sections(
        of input: ReportInput, _ figures: FigureBlocks, files: [String]
    ) throws(TemplateError) -> [Page.Section] {
        var sections = [
            try FindingsSection(input, mosaic: figures.block(.inclinations), map: figures.block(.leanings)).section,
            try AskedSection(input, states: figures.block(.states)).section,
            figures.rates, figures.gaps, figures.heatmaps,
            try RankingSection(
                input, inconsistency: figures.block(.valueInconsistency), overall: figures.block(.rankIntervals),
                ranks: figures.block(.ranks)
            ).section,
        ]
        if let circle = input.circleSection(figures.block(.circle)) { sections.append(circle) }
        sections.append(try CellsSection(input).section)
        if let risks = input.risks { sections.append(RiskSections(input: risks).ofReport) }
        if let instrument = input.instrument {
            sections.append(try InstrumentSection(instrument, effects: figures.block(.instrument)).section)
        }
        if let leaking = input.leaking {
            sections.append(
                Page.Section(
                    "leaking", label: "Leaks", heading: "Without the cells whose action names its value",
                    body: .lines([.element("p", [:], text: leaking.sentence), leaking.table.block])))
        }
        sections.append(try methods(input))
        if !files.isEmpty { sections.append(try FilesSection(files).section) }
        return sections
    }

    static func methods(_ input: ReportInput) throws(TemplateError) -> Page.Section {
        try MethodsSection(
            Methods.notes(scoring: input.measures.scoring, study: input.study, plan: input.intervals?.plan)
        ).section
    }

    static func header(_ input: ReportInput) -> Page.Header {
        let respondent = input.respondent
        var kinds: [String] = []
        var notices: [String] = []
        if respondent.isSimulated {
            kinds.append("simulated respondent")
            notices.append("Simulated respondent: a program with a known gap answered, not a language model.")
        }
        if respondent.isImported {
            kinds.append("imported replies")
            notices.append("Imported replies: others recorded them; they were read here.")
        }
        notices += input.measures.scoringNotice.map { [$0] } ?? []
        return Page.Header(
            eyebrow: "Value–action gap", heading: .element("bdi", text: respondent.name), kinds: kinds,
            subtitle: ReportFrame.subtitle(input.study.title, input.measures.axes.extent), notices: notices)
    }
}

/// What all pages of reports say in their frame.
enum ReportFrame {
    static let skip = "Skip to the findings"

    static func generator(_ version: String) -> String { "ValueActionLens \(version)" }

    static func footer(_ version: String) -> String {
        "Made by ValueActionLens \(version). In every figure agree = 0 and disagree = 1."
    }

    static func subtitle(_ study: String, _ scope: String) -> Markup {
        .element("bdi", text: study) + .text(" · " + scope)
    }
}
