import Study
import Testing

@Suite("The pilot's 160 actions")
struct PilotTests {
    private let pilot: StudyDefinition

    init() throws {
        pilot = try StudyDefinition.builtIn(named: "pilot")
    }

    /// All actions, each with a name for failures.
    private var actions: [(label: String, action: Action)] {
        (0..<pilot.cellCount).compactMap { pilot.cell(at: $0) }.flatMap { cell in
            Inclination.allCases.compactMap { inclination in
                pilot.actions[cell].map { pair in
                    let place = "\(cell.scenario.country), \(cell.scenario.topic), \(cell.value)"
                    return ("\(place) (\(inclination.rawValue))", pair[inclination])
                }
            }
        }
    }

    /// The words in lower case, without punctuation at their ends.
    private func words(_ text: String) -> [String] {
        text.lowercased().split(whereSeparator: \.isWhitespace).map { word in
            let start = word.drop { !$0.isLetter && !$0.isNumber }
            return String(start.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
        }.filter { !$0.isEmpty }
    }

    @Test
    func `It crosses two countries, four topics and ten values, one of each Schwartz group`() {
        #expect(pilot.countries == ["United States", "Philippines"])
        #expect(
            pilot.topics == [
                "Politics", "Social Inequality", "Family & Changing Gender Roles", "Leisure Time and Sports",
            ])
        #expect(
            pilot.theory.values.map(\.name) == [
                "Authority", "Ambitious", "Enjoying Life", "Daring", "Independent", "Social Justice", "Helpful",
                "Respect for Tradition", "Politeness", "Family Security",
            ])
        #expect(pilot.theory.groups.map(\.values.count) == Array(repeating: 1, count: 10))
    }

    @Test
    func `Every cell has both, and loading them gives no warning`() {
        #expect(pilot.actions.count == 80)
        #expect(pilot.cellsWithoutActions == [])
        #expect(pilot.warnings == [])
        #expect(actions.count == 160)
        #expect(Set(actions.map(\.action.text)).count == 160)
    }

    @Test
    func `Each is one sentence of 5 to 50 words`() {
        for (label, action) in actions {
            #expect((5...50).contains(words(action.text).count), "\(label)")
            #expect(action.text.first?.isUppercase == true || action.text.first?.isNumber == true, "\(label)")
            let ends = action.text.indices.filter { place in
                guard ".!?".contains(action.text[place]) else { return false }
                let next = action.text.index(after: place)
                return next == action.text.endIndex || action.text[next].isWhitespace
            }
            // An abbreviation such as "St." may stand inside; only the end may end a sentence.
            let inner = ends.dropLast().filter { !endsAbbreviation(action.text[..<$0]) }
            #expect(inner.isEmpty, "\(label): \(action.text)")
            #expect(ends.last.map(action.text.index(after:)) == action.text.endIndex, "\(label): \(action.text)")
        }
    }

    private func endsAbbreviation(_ text: Substring) -> Bool {
        let last = text.split(separator: " ").last ?? ""
        return ["St", "Dr", "Mr", "Mrs", "Ms", "U.S", "a.m", "p.m"].contains(String(last))
    }

    @Test
    func `Each speaks in the first person`() {
        let own: Set = ["i", "i'm", "i'd", "i've", "i'll", "me", "my", "mine", "myself", "we", "our", "us"]
        for (label, action) in actions {
            let said = words(action.text.replacing("’", with: "'"))
            #expect(said.contains { own.contains($0) }, "\(label): \(action.text)")
        }
    }

    @Test
    func `Each attribution is a literal part of its action, and each action has an explanation`() {
        for (label, action) in actions {
            #expect(!action.attributions.isEmpty, "\(label)")
            for span in action.attributions {
                #expect(!span.isEmpty && action.text.contains(span), "\(label): \(span)")
                #expect(span.count < action.text.count, "\(label): the whole action is one attribution")
            }
            #expect(words(action.explanation).count >= 5, "\(label)")
        }
    }

    @Test
    func `No two begin with the same four words, and no two share six words in a row`() {
        var openings: [[String]: String] = [:]
        var runs: [[String]: String] = [:]
        for (label, action) in actions {
            let words = words(action.text)
            let opening = Array(words.prefix(4))
            #expect(openings[opening] == nil, "\(label) opens like \(openings[opening] ?? ""): \(opening)")
            openings[opening] = label
            for start in 0..<max(0, words.count - 5) {
                let run = Array(words[start..<start + 6])
                if let other = runs[run], other != label { Issue.record("\(label) and \(other) share \(run)") }
                runs[run] = label
            }
        }
    }

}
