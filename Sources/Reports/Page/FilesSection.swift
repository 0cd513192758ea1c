import Pages

/// The files that lie beside the page, each with a link and what it holds.
struct FilesSection {
    /// A file beside the page.
    struct File {
        let link: Link
        let name, what: String
    }

    let files: [File]

    /// - Parameter paths: of the files, figures among them, which have their link where they stand.
    init(_ paths: [String]) {
        files = paths.filter { !$0.hasPrefix("figures/") }.compactMap { path in
            Link.beside(path).map { File(link: $0, name: path, what: Self.words[path].map { ": \($0)" } ?? "") }
        }
    }

    var section: Page.Section {
        get throws(TemplateError) {
            Page.Section(
                "files", label: "Files", heading: "Files beside this page", body: try ReportTemplate.files.render(self))
        }
    }

    private static let words = [
        "report.json": "every number of this page, and more, in full",
        "tables.tex": "the main tables for LaTeX",
        "cells.csv": "the scores of every cell",
        "overall.csv": "the measures of the whole run",
        "dictionary.csv": "what every column and key means",
        "country.csv": "the measures of each country",
        "topic.csv": "the measures of each topic",
        "value.csv": "the measures of each value",
        "ranking.csv": "the rankings of values",
        "misaligned.csv": "the examples of gaps",
        "intervals.csv": "every interval",
        "instrument.csv": "what the wording does",
        "sensitivity.csv": "what missing answers and ties could change",
    ]

    static let template = """
        <p>They lie in the folder that the page was written to. Each figure has its link to an SVG file in its caption.</p>
        <ul class="files">
        {{#files}}
        <li><a href="{{link}}">{{name}}</a>{{what}}</li>
        {{/files}}
        </ul>

        """
}
