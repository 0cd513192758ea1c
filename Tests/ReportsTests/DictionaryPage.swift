import Reports
import Text

/// The page of the documentation that lists the data dictionary, made from the terms.
enum DictionaryPage {
    static func text(_ outputs: DictionaryOutputs) -> String {
        let reports = outputs.tables.filter { !$0.header.contains("simulated") }
        let calibrations = outputs.tables.filter { $0.header.contains("simulated") }
        return [
            head, "## The tables of a report", files(reports), "## The tables of a calibration", files(calibrations),
            "## The JSON documents", jsonHead, outputs.documents.map(keys).joined(separator: "\n\n"),
        ].joined(separator: "\n\n") + "\n"
    }

    private static let head = """
        # Data dictionary

        What every column of the CSV files and every key of the JSON documents means. Each folder of a report and of a
        calibration holds the same as `dictionary.csv`, for the files that lie beside it. One thing has one name in all of
        them.

        - Answers are coded agree = 0, disagree = 1. A score is a mean of such answers, from 0 to 1.
        - Numbers have a dot and all their digits. What is missing or undefined is empty in CSV and `null` in JSON, never 0.
        - Files are UTF-8, fields apart by commas, a quote around what holds one (RFC 4180). A text from outside that a
          spreadsheet would run as a formula has an apostrophe before it; JSON has every text as it is.
        - `…_low` and `…_high` behind a column are the ends of its interval; they are left out below.
        - `pooled_…` is over all cells together, in place of the mean over scenarios; `always_agree_…` is what always choosing
          the agreeing action would give, `shuffled_…` what shuffling the acted scores of each value gives.
        - Rows of several runs can be put together: each names its run, and `--json` and CSV use the same names.
        """

    private static let jsonHead = """
        A key means the same wherever it stands, unless a row says where it means something else. `{country}` stands for the
        name of each country, `[]` for the items of a list.
        """

    /// Countries and topics have the columns of the whole run, which are listed once.
    private static func files(_ tables: [CSVTable]) -> String {
        let shared = Set(tables.first { $0.name == "overall.csv" }?.header ?? [])
        return tables.map { table in
            let columns = Set(table.header)
            let isWider = table.name != "overall.csv" && !shared.isEmpty && shared.isSubset(of: columns)
            let entries = DataDictionary.entries(of: table).filter { entry in
                let isEnd = ["_low", "_high"].contains { end in
                    entry.column.hasSuffix(end) && columns.contains(String(entry.column.dropLast(end.count)))
                }
                return !isEnd && !(isWider && shared.contains(entry.column))
            }
            return "### \(table.name)\n\n" + (isWider ? "The columns of `overall.csv`, and before them:\n\n" : "")
                + rows(entries.map { ("`\($0.column)`", nil, $0.term) })
        }.joined(separator: "\n\n")
    }

    private static func keys(_ name: String, _ document: JSONValue) -> String {
        var order: [Term] = []
        var places: [Term: [String]] = [:]
        for entry in DataDictionary.entries(of: document, named: name) {
            guard let term = entry.term else { continue }
            if places[term] == nil { order.append(term) }
            let parent = entry.column.split(separator: ".").dropLast().last.map(String.init) ?? "the top"
            if places[term]?.contains(parent) != true { places[term, default: []].append(parent) }
        }
        let listed = order.map { term in
            let found = places[term] ?? []
            let parents = found.prefix(4).map { $0 == "the top" ? $0 : "`\($0)`" }.joined(separator: ", ")
            let key = term.name.split(separator: "/").last ?? ""
            return ("`\(key)`", parents + (found.count > 4 ? ", …" : ""), term as Term?)
        }
        return "### \(name)\n\n" + rows(listed)
    }

    private static func rows(_ entries: [(name: String, below: String?, term: Term?)]) -> String {
        let hasBelow = entries.contains { $0.below != nil }
        let head = ["name"] + (hasBelow ? ["stands in"] : []) + ["meaning", "unit", "range", "coding"]
        let lines = entries.map { entry in
            [entry.name] + (hasBelow ? [entry.below ?? ""] : [])
                + [entry.term?.meaning, entry.term?.unit, entry.term?.range, entry.term?.coding].map {
                    ($0 ?? "").replacing("|", with: "\\|")
                }
        }
        return ([head, head.map { _ in "---" }] + lines).map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
