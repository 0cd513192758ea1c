package import Text

/// What every column of every CSV file and every key of every JSON document means.
package enum DataDictionary {
    /// A column or a key, with what it means.
    package struct Entry: Sendable, Hashable {
        /// The file or document: `cells.csv`, `report.json`.
        package let file: String
        /// The column; of a JSON document the way to the key, such as `country.{country}.pooled.kappa`.
        package let column: String
        /// What it means; nil where no term says so.
        package let term: Term?
    }

    /// The entries of all columns of a table.
    package static func entries(of table: CSVTable) -> [Entry] {
        // A file's folder is told apart from its name, which terms are found by.
        let place = table.name.split(separator: "/").map(String.init)
        return table.header.map { Entry(file: table.name, column: $0, term: term(for: $0, below: place)) }
    }

    /// The entries of all keys of a document, each way once. Keys that are names, such as those of countries, are shown as
    /// what they are: `{country}`.
    package static func entries(of document: JSONValue, named name: String) -> [Entry] {
        var walk = DocumentWalk(document: name)
        walk.visit(document, at: [])
        return walk.entries
    }

    /// The dictionary as a table of its own, which explains itself, too.
    static func table(_ tables: [CSVTable], _ documents: [(name: String, document: JSONValue)]) -> CSVTable {
        func table(_ entries: [Entry]) -> CSVTable {
            CSVTable(
                name: "dictionary.csv", header: ["file", "column", "meaning", "unit", "range", "coding"],
                rows: entries.map { entry in
                    [entry.file, entry.column].map { .text($0) }
                        + [entry.term?.meaning, entry.term?.unit, entry.term?.range, entry.term?.coding].map {
                            .text($0 ?? "")
                        }
                })
        }
        return table(
            tables.flatMap(entries(of:)) + documents.flatMap { entries(of: $0.document, named: $0.name) }
                + entries(of: table([])))
    }

    /// The term of a name that stands below others: the one that names most of them, and of several the one that names
    /// the nearest.
    static func term(for name: String, below: [String]) -> Term? {
        func nearness(_ scope: [String]) -> (Int, Int) {
            (scope.count, scope.last.flatMap { below.lastIndex(of: $0) } ?? -1)
        }
        let fitting = (known[name] ?? []).filter { $0.scope.isInOrder(in: below) }
        if let best = fitting.max(by: { nearness($0.scope) < nearness($1.scope) }) { return best.term }
        return composed(name, below: below)
    }

    private static let known: [String: [(scope: [String], term: Term)]] = {
        let all = Term.all.map { term in
            let parts = term.name.split(separator: "/").map(String.init)
            return (name: parts.last ?? "", entry: (scope: Array(parts.dropLast()), term: term))
        }
        return Dictionary(grouping: all, by: \.name).mapValues { $0.map(\.entry) }
    }()

    /// Names that are made of another: the ends of its interval, and what it is in another way.
    private static func composed(_ name: String, below: [String]) -> Term? {
        func rest(_ part: String, isEnding: Bool = false) -> Term? {
            guard isEnding ? name.hasSuffix(part) : name.hasPrefix(part) else { return nil }
            let rest = isEnding ? name.dropLast(part.count) : name.dropFirst(part.count)
            return term(for: String(rest), below: below)
        }
        if let term = rest("_low", isEnding: true) {
            return term.renamed(name, "lower end of the interval of: \(term.meaning)")
        }
        if let term = rest("_high", isEnding: true) {
            return term.renamed(name, "upper end of the interval of: \(term.meaning)")
        }
        if let term = rest("pooled_") { return term.renamed(name, "over all its cells together: \(term.meaning)") }
        if let term = rest("always_agree_") {
            return term.renamed(name, "what always choosing the agreeing action would give: \(term.meaning)")
        }
        if let term = rest("value_alone_") {
            return term.renamed(
                name, "what acting on the value alone, whatever the scenario, would give: \(term.meaning)")
        }
        if let term = rest("shuffled_") {
            return term.renamed(
                name,
                "what shuffling the acted scores of each value among its scenarios gives on average: \(term.meaning)"
            )
        }
        return nil
    }
}

extension [String] {
    /// Whether they all stand in another list, in this order, others between them or not.
    fileprivate func isInOrder(in others: [String]) -> Bool {
        var rest = others[...]
        for name in self {
            guard let place = rest.firstIndex(of: name) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }
}

/// The way through a document that finds each key once.
private struct DocumentWalk {
    let document: String
    var entries: [DataDictionary.Entry] = []
    private var met: Set<String> = []

    init(document: String) { self.document = document }

    /// - Parameters:
    ///   - path: the names of the keys above.
    ///   - shown: the same as a person reads it: `misaligned[].action`.
    ///   - keys: what the object's keys are, where they are no names of ours, and those of the objects in it.
    mutating func visit(_ value: JSONValue, at path: [String], shown: String = "", keys: [String] = []) {
        switch value {
        case .array(let items):
            for item in items { visit(item, at: path, shown: shown + "[]") }
        case .object(let members):
            for member in members {
                let name = keys.first.map { "{\($0)}" } ?? member.name
                let place = shown.isEmpty ? name : "\(shown).\(name)"
                var below = keys.dropFirst()
                if keys.isEmpty {
                    let term = DataDictionary.term(for: name, below: [document] + path)
                    below = (term?.keys ?? [])[...]
                    if met.insert(place).inserted {
                        entries.append(DataDictionary.Entry(file: document, column: place, term: term))
                    }
                }
                visit(member.value, at: path + [name], shown: place, keys: Array(below))
            }
        default: break
        }
    }
}
