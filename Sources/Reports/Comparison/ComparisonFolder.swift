package import Foundation
import Measures
import Pages
import Text

extension ReportFolder {
    /// The files of a comparison, by their paths inside its folder.
    ///
    /// - Parameters:
    ///   - json: the comparison as `compare --json` prints it.
    ///   - owner: which runs it is of.
    /// - Throws: `ReportError.template` where the page's template does not parse.
    package static func files(
        _ input: ComparisonInput, json: String, owner: ReportOwner? = nil
    ) throws(ReportError) -> [(path: String, text: String)] {
        var files = [
            (path: "index.html", text: try ComparisonPage.page(input)),
            (path: "comparison.json", text: json),
            (path: "tables.tex", text: ComparisonLaTeX.text(input)),
        ]
        let tables = ComparisonCSV.tables(input)
        files += (tables + [DataDictionary.table(tables, [])]).map { (path: $0.name, text: $0.text) }
        files += input.figures.map { (path: "figures/\($0.name).svg", text: $0.standalone) }
        return marked(files, as: .comparison, version: input.version, owner: owner)
    }

    /// Writes a comparison, as reports are written: beside the folder, and put in place at once.
    ///
    /// - Returns: The page's place.
    /// - Throws: `ReportError.notAComparison` and `.notAFolder` for what is not ours to replace, `.unwritable` where
    ///   writing failed.
    @discardableResult
    package static func write(
        _ input: ComparisonInput, json: String, to folder: URL, owner: ReportOwner? = nil
    ) throws(ReportError) -> URL {
        try write(.comparison, to: folder) { () throws(ReportError) in try files(input, json: json, owner: owner) }
            .appending(path: "index.html")
    }
}
