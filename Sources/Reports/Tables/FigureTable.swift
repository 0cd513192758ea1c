import Measures
import Pages

/// The numbers behind a figure as one table, from which come a file for programs and one for a paper.
struct FigureTable {
    /// A column: its name in files, its heading in a paper, and what it holds.
    struct Column {
        let name, heading: String
        var kind = Kind.text
    }

    /// What a column holds.
    enum Kind {
        case text
        case count
        /// Numbers with so many decimals on paper; those that can be below 0 with their sign.
        case number(places: Int = 2, isSigned: Bool = false)
    }

    enum Field {
        case text(String)
        case count(Int?)
        case number(Double?, Interval? = nil)
    }

    let columns: [Column]
    let rows: [[Field]]
    /// What the table holds, as its caption goes on, without a full stop.
    let about: String

    /// Whether any number of a column has an interval.
    func hasIntervals(_ column: Int) -> Bool {
        rows.contains { row in
            if case .number(_, .some) = row[column] { true } else { false }
        }
    }
}

extension FigureTable {
    /// The table behind a figure of a report.
    init?(_ name: ReportFigure, _ input: ReportInput) {
        let source = FigureNumbers(input: input)
        let table: FigureTable? =
            switch name {
            case .states: source.states
            case .inclinations: source.inclinations
            case .leanings: source.leanings
            case .countryRates: source.rates(by: "country", input.measures.countries, input.intervals?.countries)
            case .topicRates: source.rates(by: "topic", input.measures.topics, input.intervals?.topics)
            case .regionRates: source.regions
            case .rankIntervals: source.rankIntervals
            case .circle: source.circle
            case .groupGaps: source.groupGaps
            case .valueGaps: source.valueGaps
            case .countryHeatmap: source.matrix(.countries)
            case .topicHeatmap: source.matrix(.topics)
            case .valueInconsistency: source.inconsistency
            case .ranks: source.ranks
            case .instrument: source.instrument
            }
        guard let table else { return nil }
        self = table
    }

    /// The table as a file for programs.
    func csv(named name: String, _ input: ReportInput) -> CSVTable {
        let origin = OriginColumns(input)
        let withEnds = columns.indices.map(hasIntervals)
        let header = columns.indices.flatMap { index in
            let name = columns[index].name
            return withEnds[index] ? [name, name + "_low", name + "_high"] : [name]
        }
        return CSVTable(
            name: name, header: header + OriginColumns.header,
            rows: rows.map { row in
                row.indices.flatMap { index -> [CSVTable.Field] in
                    switch row[index] {
                    case .text(let text): [.text(text)]
                    case .count(let count): [.count(count)]
                    case .number(let number, let interval):
                        [.number(number)]
                            + (withEnds[index] ? [.number(interval?.low), .number(interval?.high)] : [])
                    }
                } + origin.fields
            })
    }
}

/// A figure's numbers as a file for programs.
package enum FigureCSV {
    /// The table behind a figure: raw numbers, each with the ends of its interval where one was made; without rows where there is
    /// nothing to show.
    package static func table(_ name: ReportFigure, _ input: ReportInput) -> CSVTable {
        let file = "figures/\(FigureFile.csv.name(of: name))"
        return FigureTable(name, input)?.csv(named: file, input)
            ?? CSVTable(name: file, header: OriginColumns.header, rows: [])
    }
}
