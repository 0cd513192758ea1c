package import Measures

/// Everything that outputs of agreement show.
package struct AgreementInput: Sendable {
    /// A sheet that labels came from.
    package struct Sheet: Sendable, Hashable {
        /// As a judge, and the file's name.
        package var name, file: String
        /// Rows that judge a cell; rows of sums and the like; rows without anything.
        package var judgedRows, sumRows, emptyRows: Int

        /// A sheet.
        package init(name: String, file: String, judgedRows: Int, sumRows: Int, emptyRows: Int) {
            (self.name, self.file, self.judgedRows) = (name, file, judgedRows)
            (self.sumRows, self.emptyRows) = (sumRows, emptyRows)
        }
    }

    /// The project's name; `nil` for sheets that were read as they are.
    package var project: String?
    /// The codebook as labels name it: "via@1".
    package var codebook: String
    /// The sheets; empty for a project.
    package var sheets: [Sheet]
    /// The figures.
    package var report: AgreementReport
    /// The version of the program.
    package var version: String

    /// An input with all its parts.
    package init(
        project: String?, codebook: String, sheets: [Sheet] = [], report: AgreementReport, version: String
    ) {
        (self.project, self.codebook, self.sheets) = (project, codebook, sheets)
        (self.report, self.version) = (report, version)
    }

    /// The title of every output.
    package var title: String {
        "Agreement · " + (project ?? sheets.map(\.file).joined(separator: ", "))
    }

    var labels: JudgedLabels { report.labels }

    /// How “unsure” counts, in every output.
    static let unsure =
        "“unsure” is an answer of its own in every figure of agreement; for alpha with an order it lies between yes and no. "
        + "In quality it is not good, and the share without unsure and undecided items stands beside."
}
