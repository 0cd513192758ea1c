import Pages

/// A table over both columns of a page, made narrower where it would not fit.
enum WideLaTeXTable {
    /// The table's text.
    ///
    /// - Parameters:
    ///   - columns: what `tabular` takes for them: "lrr".
    ///   - header: the head's cells, escaped already, as those of `rows` are.
    ///   - caption: plain text.
    ///   - label: what stands behind `tab:vlens-`.
    static func text(columns: String, header: [String], rows: [[String]], caption: String, label: String) -> String {
        let lines = ([header] + rows).map { $0.joined(separator: " & ") + " \\\\" }
        return """
            \\begin{table*}
            \\centering
            \\caption{\(LaTeXText.escaped(caption))}
            \\label{tab:vlens-\(label)}
            \\resizebox{\\ifdim\\width>\\textwidth\\textwidth\\else\\width\\fi}{!}{%
            \\begin{tabular}{\(columns)}
            \\toprule
            \(lines[0])
            \\midrule
            \(lines.dropFirst().joined(separator: "\n"))
            \\bottomrule
            \\end{tabular}}
            \\end{table*}

            """
    }
}
