import Reading
import Testing
import Text

/// Rows of replies to Task 2 with what each says: "1", "2" (the option shown there), "R" refused, "B" none of the two, "U"
/// unreadable. "\\n" in a row is a line break.
struct ChoiceTable: Sendable {
    let language: Language
    let labels: (first: String, second: String)
    let rows: [(wanted: Character, text: String)]

    init(_ language: Language = .english, _ first: String = "Option 1", _ second: String = "Option 2", _ table: String)
    {
        self.language = language
        labels = (first, second)
        rows = table.split(separator: "\n").compactMap { line in
            line.first.map { ($0, String(line.dropFirst(2)).replacing("\\n", with: "\n")) }
        }
    }

    var reader: ReplyReader { ReplyReader(language: language) }

    /// The letter of a reading.
    func letter(_ text: String, labels: (first: String, second: String)? = nil) -> Character {
        switch reader.choice(in: text, labels: labels ?? self.labels) {
        case .answered(let option): option == 1 ? "1" : "2"
        case .refused: "R"
        case .unreadable(.notAnOption): "B"
        case .unreadable: "U"
        }
    }

    func check(_ location: SourceLocation = #_sourceLocation) {
        for row in rows {
            let letter = letter(row.text)
            let isRight = letter == row.wanted || (row.wanted == "U" && letter == "B")
            #expect(isRight, "\(row.text): \(letter), not \(row.wanted)", sourceLocation: location)
        }
    }
}
