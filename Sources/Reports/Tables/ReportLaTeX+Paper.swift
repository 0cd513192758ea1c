package import Foundation
import Measures
package import Pages

extension LaTeXTables {
    /// What intervals go back to.
    var intervalSources: [PaperSource] {
        guard let plan = input.intervals?.plan else { return [] }
        return (plan.method == .bca ? [.efron] : []) + (plan.clustering == .both ? [.owen] : [])
    }

    /// The fit of both matrices to the theory's circle; nil for a theory without one.
    var circle: LaTeXTable? {
        guard let circle = input.circle else { return nil }
        func row(_ name: String, _ fit: CircleReport.Fit) -> LaTeXTable.Row {
            .fields([
                LaTeXText.escaped(name), estimate(fit.index, fit.interval),
                LaTeXText.escaped(fit.chance.map { Numerals.probability($0) } ?? Numerals.missing),
            ])
        }
        return table(
            header: ["Matrix", "Correspondence", "p"],
            rows: [row("Stated", circle.stated), row("Acted", circle.acted)],
            about:
                "correspondence of the groups' profiles over \(Numerals.count(circle.scenarios, "scenario", "scenarios")) to the "
                + "circular order of the theory (\(Numerals.count(circle.predictions)) inequalities); p: the share of random "
                + "orders that fit as well", label: "circle", width: .column,
            drawn: circle.stated.interval?.clustering ?? circle.acted.interval?.clustering,
            sources: [.schwartz, .hubert])
    }
}

extension ReportLaTeX {
    /// A run's tables and figures as a paper that compiles by itself: `main.tex` reads in `tables.tex`, whose captions cite
    /// `references.bib`, and `figures.tex`, which sets the drawings beside it.
    ///
    /// - Parameter figures: those that lie in the folder `figures` as PDF.
    static func paper(_ input: ReportInput, figures: [Figure]) -> [(path: String, text: String)] {
        let tables = text(input, cites: true)
        let cited = tables.matches(of: /\\cite\{([^}]*)\}/).flatMap { $0.output.1.split(separator: ",") }
        return [
            (path: "main.tex", text: main(input, hasFigures: !figures.isEmpty)), (path: "tables.tex", text: tables),
            (
                path: "references.bib",
                text: PaperSource.bibliography(Set(cited.compactMap { PaperSource(rawValue: String($0)) }))
            ),
        ] + (figures.isEmpty ? [] : [(path: "figures.tex", text: inputs(figures, input))])
    }

    private static func main(_ input: ReportInput, hasFigures: Bool) -> String {
        """
        % pdflatex main, bibtex main, pdflatex main twice; or xelatex in its place, which names in other scripts need.
        \\documentclass{article}
        \\usepackage{iftex}
        \\ifPDFTeX
        \\usepackage[utf8]{inputenc}
        \\else
        \\usepackage{fontspec}
        \\fi
        \\usepackage{booktabs,tabularx,graphicx}
        \\title{\(LaTeXText.escaped(input.title))}
        \\author{}
        \\date{}
        \\begin{document}
        \\maketitle
        \\noindent \(LaTeXText.escaped(Findings(input: input).sentences.first ?? ""))

        \\input{tables}
        \\clearpage
        \(hasFigures ? "\\input{figures}\n\\clearpage" : "")
        \\bibliographystyle{plain}
        \\bibliography{references}
        \\end{document}

        """
    }

    /// Each drawing as a figure over all columns, with what it shows as its caption.
    private static func inputs(_ figures: [Figure], _ input: ReportInput) -> String {
        figures.enumerated().map { number, figure in
            """
            \\begin{figure*}[tp]
            \\centering
            \\includegraphics[width=\\textwidth,height=0.8\\textheight,keepaspectratio]{figures/\(figure.name)}
            \\caption{\(LaTeXText.escaped("\(figure.title). \(input.respondent.label)"))}
            \\label{fig:vlens-\(input.shortName)-\(figure.name)}
            \\end{figure*}
            \(number % 4 == 3 ? "\\clearpage\n" : "")
            """
        }.joined(separator: "\n")
    }
}

extension ReportFolder {
    /// Writes a run's tables and figures for a paper, as reports are written: beside the folder, and put in place at once.
    ///
    /// - Parameter typeface: the fonts of the figures; nil leaves them out.
    /// - Returns: The place of `main.tex`.
    /// - Throws: `ReportError.notAPaper` and `.notAFolder` for what is not ours to replace, `.unwritable` where writing
    ///   failed.
    @discardableResult
    package static func writePaper(
        _ input: ReportInput, to folder: URL, typeface: Typeface? = nil
    ) throws(ReportError) -> URL {
        let drawings = typeface == nil ? [] : input.attributed(input.drawings)
        let pictures = typeface.map { typeface in
            drawings.map { figure in
                Picture(
                    path: "figures/\(figure.name).pdf",
                    bytes: figure.pdf(.two, typeface: typeface, producer: ReportFrame.generator(input.version)))
            }
        }
        return try write(.paper, to: folder) { () throws(ReportError) in
            marked(
                ReportLaTeX.paper(input, figures: drawings), as: .paper,
                pictures: (pictures ?? []).map(\.path), version: input.version)
        } pictures: {
            pictures ?? []
        }.appending(path: "main.tex")
    }
}
