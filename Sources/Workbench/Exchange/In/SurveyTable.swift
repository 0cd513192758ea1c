import Text

/// A table of answers: a row an answer, or a row for each value of Task 1, with a column that names people where several answered.
struct SurveyTable: AnswerSource {
    /// Columns that mean something; those of `vlens questions --form csv` and what survey tools call people.
    static let columns = Set(QuestionLines.columns).union(people)
    static let people = ["person", "participant"]
    /// More rows than a survey has: they are in memory.
    static let mostRows = 20_000_000

    private var answers: [ReturnedAnswer]

    /// Whether a table with these columns is one of answers.
    static func isOne(_ header: [String]) -> Bool { header.contains("id") && header.contains("answer") }

    /// Reads the whole table.
    ///
    /// - Throws: `CSVError`; ``ExchangeError`` where it has too many rows.
    init(path: String, name: String) throws {
        var reader = try CSVReader(path: path, columns: Self.columns)
        let column = { (name: String) in reader.header.firstIndex(of: name) }
        guard let id = column("id"), let answer = column("answer") else {
            throw ExchangeError(.unreadable, "'\(name)' lacks the column 'id' or 'answer'")
        }
        let person = Self.people.lazy.compactMap(column).first
        let (value, hash, system, prompt) = (column("value"), column("protocol"), column("system"), column("prompt"))
        var places: [[String]: Int] = [:]
        var answers: [ReturnedAnswer] = []
        var (rows, nameless, named): (Int, Int?, Int?) = (0, nil, nil)
        while let row = try reader.next() {
            rows += 1
            guard rows <= Self.mostRows else {
                throw ExchangeError(.unreadable, "'\(name)' has more than \(Self.mostRows) rows: import it in parts")
            }
            let who = person.map { row[$0].trimmedSpace } ?? ""
            let said = (value: value.map { row[$0].trimmedSpace } ?? "", answer: row[answer].wholeNumber)
            let key = [row[id].trimmedSpace, who]
            if person != nil {
                if who.isEmpty { nameless = nameless ?? row.line } else { named = named ?? row.line }
                if let nameless, let named {
                    throw ExchangeError(
                        .unreadable,
                        "'\(name)', line \(nameless), names no person, and line \(named) does: fill in the column, or leave it out"
                    )
                }
            }
            if let place = places[key], case .words(let words) = answers[place].outcome {
                if person == nil, words.contains(where: { $0.value == said.value }) {
                    throw ExchangeError(
                        .unreadable,
                        "'\(name)', line \(row.line): id \(key[0].prefix(40)) is answered twice"
                            + (said.value.isEmpty ? "" : " for '\(said.value.prefix(40))'")
                            + ": where several people answered, name them in a column 'person'; else leave one out")
                }
                answers[place].outcome = .words(words + [said])
                continue
            }
            places[key] = answers.count
            var one = ReturnedAnswer(place: "'\(name)', line \(row.line)", key: .id(key[0]), outcome: .words([said]))
            one.person = who.isEmpty ? nil : who
            one.protocolHash = hash.map { row[$0] }.flatMap { $0.isEmpty ? nil : $0 }
            if let text = prompt.map({ row[$0] }), !text.isEmpty {
                let own = system.map { row[$0] }.flatMap { $0.isEmpty ? nil : $0 }
                one.prompt = .init(system: system == nil ? nil : .some(own), user: text)
            }
            answers.append(one)
        }
        self.answers = answers.reversed()
    }

    mutating func next() -> ReturnedAnswer? { answers.popLast() }
}

extension String {
    /// "2" for "2.0": tables whose column has an empty cell write whole numbers so.
    fileprivate var wholeNumber: String {
        let parts = trimmedSpace.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" }),
            parts[0].allSatisfy({ ("0"..."9").contains($0) })
        else { return self }
        return String(parts[0])
    }

    /// Without blanks at its ends.
    var trimmedSpace: String {
        let kept = drop { $0.isWhitespace }
        return String(kept.reversed().drop { $0.isWhitespace }.reversed())
    }
}
