package import Measures
import Pages

/// Runs against the first of them on a terminal. Every difference is the other run − the first.
package struct ComparisonTable: Sendable {
    private let comparisons: [MeasureComparison]
    private let first: String
    private let others: [String]
    /// Of every run, the first one's first.
    private let deconvolved: [DeconvolutionReport.Part]
    private let caveats: [RunCaveat?]
    private let style: TerminalStyle

    /// A table of comparisons with one run.
    ///
    /// - Parameters:
    ///   - comparisons: of the other runs, in the order of their names.
    ///   - first: the name of the run that all are compared with.
    ///   - deconvolved: the deconvolved gap of every run, the first one's first.
    ///   - caveats: why a run's figures say nothing of a gap, the first run's first.
    package init(
        _ comparisons: [MeasureComparison], first: String, others: [String],
        deconvolved: [DeconvolutionReport.Part] = [], caveats: [RunCaveat?] = [], style: TerminalStyle
    ) {
        self.deconvolved = deconvolved
        self.caveats = caveats
        self.comparisons = comparisons
        self.first = first
        self.others = others
        self.style = style
    }

    /// The whole text, with a line feed after each line.
    package var text: String {
        warnings
            + zip(comparisons, others).map { comparison, other in
                lines(comparison, other).map { $0 + "\n" }.joined()
            }.joined(separator: "\n") + gaps
    }

    /// What must be known before any figure is read.
    private var warnings: String {
        ComparisonWords.warnings(names: [first] + others, caveats).flatMap { wrapped("! " + $0) }.map { $0 + "\n" }
            .joined()
    }

    /// The deconvolved gap of each run that has one, with its parts.
    private var gaps: String {
        let sentences = zip([first] + others, deconvolved).compactMap { name, part in
            part.gap.map { _ in "\(name): \(ComparisonWords.deconvolved(part))" }
        }
        guard !sentences.isEmpty else { return "" }
        let title = style.paint("Deconvolved gap", .strong)
        return (["", title] + sentences.flatMap(wrapped)).map { $0 + "\n" }.joined()
    }

    private func lines(_ comparison: MeasureComparison, _ other: String) -> [String] {
        let words = ComparisonWords(comparison: comparison, first: first, other: other)
        let title = wrapped("\(other) minus \(first)").map { style.paint($0, .strong) }
        if let same = words.sameReadings { return title + wrapped(same) }
        let isShared = comparisons.count > 1
        let blocks = Self.blocks(comparison)
        let names = blocks.flatMap(\.rows).map { TerminalText.columns(TerminalText.inert($0.0)) }
        let rows = DifferenceRows(longestName: names.max() ?? 0, style: style)
        let tables = blocks.map { block in
            let isFamily = block.isFamily || isShared
            return [rows.heading(block.title, isFamily: isFamily)]
                + block.rows.map { rows.row($0.0, $0.1, isFamily: isFamily) }
                + (ComparisonWords.limit(block.rows.map(\.1)).map(wrapped) ?? [])
        }
        return title + wrapped(method(comparison)) + [""] + Array(tables.joined(separator: [""])) + [""]
            + [words.changes, words.power, words.ranking].compactMap(\.self).flatMap(wrapped)
    }

    /// Rows under one title, tested together where they are a family.
    private struct Block {
        let title: String
        let isFamily: Bool
        let rows: [(String, Difference?)]
    }

    private static func blocks(_ comparison: MeasureComparison) -> [Block] {
        let all = ComparedFigure.ofWholeRun([comparison])
        func whole(_ title: String, _ figures: [ComparedFigure]) -> Block {
            Block(
                title: title, isFamily: false, rows: figures.map { ($0.name, $0.difference(comparison.overall)) })
        }
        func inconsistent(_ kind: String, _ rows: [(String, Difference?)]) -> Block {
            Block(title: "Inconsistent by \(kind)", isFamily: true, rows: rows)
        }
        return [
            whole("Whole run", all.filter { !$0.isOfPaper }), whole("The paper’s measures", all.filter(\.isOfPaper)),
            inconsistent("country", comparison.countries.map { ($0.name, $0.pooled[.inconsistencyShare]) }),
            inconsistent("topic", comparison.topics.map { ($0.name, $0.pooled[.inconsistencyShare]) }),
            inconsistent("value", comparison.values.map { ($0.name, $0.pooled[.inconsistencyShare]) }),
        ]
    }

    private func method(_ comparison: MeasureComparison) -> String {
        let (where_, alone) = comparisons.count > 1 ? ("all runs", "left out") : ("both", "alone")
        return
            "\(comparison.sharedCells) cells count in \(where_), \(comparison.firstOnlyCells) in the first \(alone), "
            + "\(comparison.secondOnlyCells) in the other \(alone). " + undecided(comparison) + comparison.plan.sentence
            + ". p: sign-flip test by cluster; adjusted over the members of a block"
            + (comparisons.count > 1 ? " in all comparisons, for the whole run over the comparisons." : ".")
    }

    private func undecided(_ comparison: MeasureComparison) -> String {
        let count = comparison.sharedCells - comparison.decidedCells
        guard count > 0 else { return "" }
        return "\(count) of them are undecided in some run (a score of exactly one half) and count in distances alone. "
    }

    private func wrapped(_ text: String) -> [String] {
        TerminalText.wrap(TerminalText.inert(style.plain(text)), width: style.width)
    }
}
