package import Pages

/// A form in which a figure leaves a page.
package enum FigureFile: Hashable, Sendable {
    /// Vectors for the web and for drawing programs.
    case svg
    /// For a paper, as wide as one or two of its columns.
    case pdf(ColumnWidth)
    case png(ColumnWidth)
    /// The numbers behind it.
    case csv
    case tex

    /// All of them, in the order in which a page lists them.
    package static let all: [FigureFile] = [.svg, .pdf(.two), .pdf(.one), .png(.two), .png(.one), .csv, .tex]

    /// A file's form by what stands behind its name's point; nil for any other.
    package init?(ending: some StringProtocol, columns: ColumnWidth) {
        switch ending {
        case "svg": self = .svg
        case "pdf": self = .pdf(columns)
        case "png": self = .png(columns)
        case "csv": self = .csv
        case "tex": self = .tex
        default: return nil
        }
    }

    /// "svg", "pdf", "png", "csv" or "tex".
    package var ending: String {
        switch self {
        case .svg: "svg"
        case .pdf: "pdf"
        case .png: "png"
        case .csv: "csv"
        case .tex: "tex"
        }
    }

    /// The columns of a paper that it is made for; nil where it has no size on paper.
    package var columns: ColumnWidth? {
        switch self {
        case .pdf(let columns), .png(let columns): columns
        case .svg, .csv, .tex: nil
        }
    }

    /// What a link to it says.
    var label: String {
        switch self {
        case .svg: "SVG"
        case .pdf(let columns): "PDF, \(Self.words(columns))"
        case .png(let columns): "PNG, \(Self.words(columns))"
        case .csv: "CSV"
        case .tex: "LaTeX"
        }
    }

    private static func words(_ columns: ColumnWidth) -> String { columns == .one ? "one column" : "two columns" }

    /// The name of the file that lies beside a page: "rate-country.pdf", and "rate-country-1.pdf" for one column.
    package func name(of figure: ReportFigure) -> String {
        figure.rawValue + (columns == .one ? "-1" : "") + "." + ending
    }
}

/// A run's figure as a file.
package struct FigureAddress: SiteAddress {
    /// The run's number in the store.
    package var run: Int
    package var figure: ReportFigure
    package var file: FigureFile

    package init(run: Int, figure: ReportFigure, file: FigureFile) {
        (self.run, self.figure, self.file) = (run, figure, file)
    }

    package var steps: [String] { ["runs", "\(run)", "figures", "\(figure.rawValue).\(file.ending)"] }
    package var query: [(name: String, value: String)] { file.columns == .one ? [("columns", "1")] : [] }
}
