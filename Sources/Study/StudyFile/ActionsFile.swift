import Reading
import Text

/// The actions of a study, one JSON object a line:
///
///     {"country": "France", "topic": "Politics", "value": "Loyal", "inclination": "agree",
///      "action": "I …", "attributions": ["…"], "explanation": "…"}
///
/// The last two may be left out. `"generator"` says who wrote an action: each generator has pairs of its own. Empty lines and lines that start with `#` are skipped.
struct ActionsFile {
    /// The cells with both actions of one generator, generator by generator in the order in which the file names them; without those
    /// that have no pair.
    var sets: [GeneratedActions] = []
    /// What is wrong in the file itself.
    var errors: [StudyProblem] = []
    /// What is missing in it, as one sentence or none.
    var missing: [String] = []
    /// The pairs whose two actions are one text.
    var twins: [StudyProblem] = []
    /// What is odd in it.
    var warnings: [StudyProblem] = []

    /// Reads a file's text.
    ///
    /// - Parameters:
    ///   - complete: Whether cells without a pair are to be named in ``missing``.
    ///   - skipsOthers: Whether lines about cells outside the study are skipped, or unknown names are errors.
    ///   - isStored: Whether the text comes out of a store, where two actions that are one text are let pass.
    static func read(
        _ text: String, file: String, study: StudyDefinition, complete: Bool, skipsOthers: Bool = false,
        isStored: Bool = false
    ) -> ActionsFile {
        var reader = ActionsReader(file: file, study: study, skipsOthers: skipsOthers)
        if let cause = cause(text) {
            reader.refuse(cause)
            return reader.result(complete: false, isStored: isStored)
        }
        // Old programs end lines with a carriage return alone.
        var text = text.utf8.contains(.newline) ? text : text.replacing("\r", with: "\n")
        // By bytes: a carriage return and a line feed make one character, which is not "\n".
        text.withUTF8 { bytes in
            var (start, number) = (0, 1)
            while start < bytes.count {
                let end = bytes.index(of: .newline, from: start, to: bytes.count)
                reader.read(Bytes(rebasing: bytes[start..<end]), number: number)
                (start, number) = (end + 1, number + 1)
            }
        }
        return reader.result(complete: complete, isStored: isStored)
    }
}

extension ActionsFile {
    /// What a file is whose first line is no JSON object, where that can be told: one sentence instead of one a line.
    private static func cause(_ text: String) -> String? {
        guard let first = text.utf8.first(where: { !$0.isBlank }) else { return nil }
        if first == .openBracket {
            return "this is one list in JSON; write one object a line (with jq: jq -c '.[]')"
        }
        guard first != .openBrace, first != UInt8(ascii: "#") else { return nil }
        let columns = Set(ReleasedFile.Kind.dataset.columns)
        let header = try? CSVReader(Array(text.utf8.prefix(1 << 16)), columns: columns).header
        guard let header, columns.isSubset(of: header) else { return nil }
        return "this is a CSV file; give it a name that ends in .csv"
    }
}

/// Collects actions line by line.
private struct ActionsReader {
    let file: String
    let study: StudyDefinition
    let skipsOthers: Bool
    private let values: [String]
    /// By generator and cell.
    private var actions: [[Cell: Sides]] = []
    private var generators: [String] = []
    private var numbers: [String: Int] = [:]
    private var found = ActionsFile()

    init(file: String, study: StudyDefinition, skipsOthers: Bool) {
        self.file = file
        self.study = study
        self.skipsOthers = skipsOthers
        values = study.theory.values.map(\.name)
    }

    mutating func read(_ line: Bytes, number: Int) {
        let first = line.skippingBlanks(0, to: line.count)
        if first == line.count || line[first] == UInt8(ascii: "#") { return }
        func problem(_ message: String) -> StudyProblem {
            StudyProblem(file: file, line: number, message: message)
        }
        guard let fields = ActionLine(line) else {
            let text = line.text(0..<line.count).trimmed
            if text.isEmpty { return }
            found.errors.append(problem("not a JSON object on one line: \"\(text.excerpt)\""))
            return
        }
        let named = [
            (fields.country, study.countries, "country", "countries"), (fields.topic, study.topics, "topic", "topics"),
            (fields.value, values, "value", "values"),
        ]
        let unknown = named.compactMap { name, known, kind, plural -> StudyProblem? in
            guard let name, !known.contains(name) else { return nil }
            let remedy = Spelling.suggestion(for: name, among: known, plural: "study's \(plural)")
            return problem("unknown \(kind) \"\(name.excerpt)\"; \(remedy)")
        }
        if skipsOthers && !unknown.isEmpty { return }
        let problems = fields.problems.map(problem) + unknown
        found.errors += problems
        guard problems.isEmpty, let (cell, inclination, action) = fields.entry else { return }
        let generator = place(ofGenerator: fields.generator)
        if let other = actions[generator][cell]?[inclination] {
            let message =
                "duplicate \(inclination.rawValue)-action for \(cell.label); line \(other.line) has one already"
            found.errors.append(problem(message))
            return
        }
        actions[generator][cell, default: Sides()][inclination] = (action, number)
        found.warnings += action.oddities.map(problem)
    }

    private mutating func place(ofGenerator name: String) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = generators.count
        generators.append(name)
        actions.append([:])
        return generators.count - 1
    }

    mutating func refuse(_ message: String) {
        found.errors.append(StudyProblem(file: file, message: message))
    }

    mutating func result(complete: Bool, isStored: Bool) -> ActionsFile {
        for (generator, sides) in zip(generators, actions) {
            let set = GeneratedActions(generator: generator, pairs: pairs(sides, isStored: isStored))
            if !set.pairs.isEmpty { found.sets.append(set) }
        }
        found.sets.nameAll(after: file)
        found.twins.sort { ($0.line ?? 0) < ($1.line ?? 0) }
        // A cell that one generator lacks is asked with the others' actions.
        let missing = !complete ? [] : study.allCells.flatMap(missing)
        guard !missing.isEmpty else { return found }
        let shown = missing.prefix(3).joined(separator: "; ")
        let more = missing.count > 3 ? "; and \(missing.count - 3) more" : ""
        found.missing = [
            "\(missing.count) of \(2 * study.cellCount) actions are missing in \(file): \(shown)\(more)"
        ]
        return found
    }
}

extension ActionsReader {
    private mutating func pairs(_ sides: [Cell: Sides], isStored: Bool) -> [Cell: ActionPair] {
        var pairs: [Cell: ActionPair] = [:]
        for (cell, sides) in sides {
            guard let agree = sides[.agree], let disagree = sides[.disagree] else { continue }
            pairs[cell] = ActionPair(agree: agree.action, disagree: disagree.action)
            if !isStored, agree.action.reads(like: disagree.action) {
                found.twins.append(twin(cell, agree, disagree))
            }
        }
        return pairs
    }

    /// What a cell lacks of which no generator wrote both actions.
    private func missing(_ cell: Cell) -> [String] {
        let sides = actions.compactMap { $0[cell] }
        guard !sides.contains(where: { $0[.agree] != nil && $0[.disagree] != nil }) else { return [] }
        return Inclination.allCases.filter { side in !sides.contains { $0[side] != nil } || sides.count > 1 }.map {
            "\(cell.label) (\($0.rawValue))"
        }
    }

    /// That both actions of a cell are one text, at the later of their lines.
    private func twin(
        _ cell: Cell, _ agree: (action: Action, line: Int), _ disagree: (action: Action, line: Int)
    ) -> StudyProblem {
        StudyProblem(
            file: file, line: max(agree.line, disagree.line),
            message: "both actions of \(cell.label) are the same text, so that nothing can be chosen between them: "
                + "\"\(disagree.action.text.excerpt)\"; line \(min(agree.line, disagree.line)) has it already")
    }
}

/// The actions of one cell, with the lines they stand in.
private struct Sides {
    private var agree: (action: Action, line: Int)?
    private var disagree: (action: Action, line: Int)?

    subscript(inclination: Inclination) -> (action: Action, line: Int)? {
        get { inclination == .agree ? agree : disagree }
        set { if inclination == .agree { agree = newValue } else { disagree = newValue } }
    }
}

extension Cell {
    /// "France, Politics, Loyal".
    var label: String { "\(scenario.country), \(scenario.topic), \(value)" }
}

extension Action {
    /// Whether nobody can tell the two apart: but for case, spaces and marks they are one text.
    fileprivate func reads(like other: Action) -> Bool {
        text == other.text || NameFolding.fold(text) == NameFolding.fold(other.text) && !NameFolding.fold(text).isEmpty
    }

    /// What the paper's rules for an action find odd in this one.
    var oddities: [String] {
        let words = text.wordCount
        // The bytes first: they nearly always tell, and what follows is slow.
        let strange = attributions.filter { !text.holdsBytes(of: $0) && !text.contains($0) }
        var oddities: [String] = []
        if words > 50 { oddities.append("this action has \(words) words, more than 50: \"\(text.excerpt)\"") }
        if attributions.isEmpty { oddities.append("this action has no attributions: \"\(text.excerpt)\"") }
        oddities += strange.map { "the attribution \"\($0.excerpt)\" is not a part of its action" }
        return oddities
    }
}

extension String {
    /// How many stretches without white space there are.
    fileprivate var wordCount: Int {
        var count = 0
        var isInWord = false
        for scalar in unicodeScalars {
            let isBlank =
                scalar.isASCII
                ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
                : scalar.properties.isWhitespace
            if !isBlank, !isInWord { count += 1 }
            isInWord = !isBlank
        }
        return count
    }

    /// Whether the UTF-8 bytes of `part` stand in this text in one piece.
    fileprivate func holdsBytes(of part: String) -> Bool {
        var (text, part) = (self, part)
        return text.withUTF8 { text in
            part.withUTF8 { part in
                guard let first = part.first else { return true }
                let end = text.count - part.count + 1
                var start = 0
                while start < end {
                    start = text.index(of: first, from: start, to: end)
                    if start < end, text[start..<start + part.count].elementsEqual(part) { return true }
                    start += 1
                }
                return false
            }
        }
    }
}
