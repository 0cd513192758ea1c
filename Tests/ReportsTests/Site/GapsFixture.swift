import Reports
import Text

/// Lists of cells made up by hand.
enum GapsFixture {
    /// A run of as many countries, topics and values as given; scores run through 0, ½, 1 and missing.
    static func input(countries: Int = 2, topics: Int = 2, values: Int = 3) -> GapsInput {
        var input = GapsInput(
            run: 3, respondent: RespondentSummary(name: "test/model"), study: "tiny", version: "0.1.0")
        input.isCurrent = true
        input.countries = (0..<countries).map { "Country \($0)" }
        input.topics = (0..<topics).map { "Topic \($0)" }
        input.values = (0..<values).map { "Value \($0)" }
        input.groups = ["Even", "Odd"]
        input.variants = (0..<8).flatMap { index in
            [1, 2].map { GapsInput.Variant(task: $0, index: index, words: "wording \(index)") }
        }
        (input.providers, input.stops) = (["Alpha", "Beta"], ["length", "stop"])
        for country in input.countries {
            for topic in input.topics {
                for value in input.values.indices {
                    input.cells.append(cell(input.cells.count, country, topic, input.values[value], value))
                }
            }
        }
        return input
    }

    private static let scores: [(Double?, Double?)] = [
        (0, 1), (1, 0.25), (0, 0), (0.5, 1), (nil, 1), (0.25, nil), (1, 1), (0.25, 0.75),
    ]

    private static func cell(_ number: Int, _ country: String, _ topic: String, _ name: String, _ value: Int) -> GapCell
    {
        let (stated, acted) = scores[number % scores.count]
        let isMissing = stated == nil || acted == nil
        let isTied = stated == 0.5 || acted == 0.5
        let differs = !isMissing && !isTied && (stated ?? 0 > 0.5) != (acted ?? 0 > 0.5)
        var cell = GapCell(
            cell: number, country: country, topic: topic, value: name, group: value.isMultiple(of: 2) ? "Even" : "Odd",
            stated: stated, acted: acted, statedReadings: 8, actedReadings: 8,
            state: isMissing ? .missing : isTied ? .undecided : differs ? .misaligned : .aligned,
            direction: differs ? (acted ?? 0 > 0.5 ? .against : .for) : nil,
            inclination: acted.flatMap { $0 == 0.5 ? nil : $0 > 0.5 ? .disagree : .agree }, action: "I do so \(number)."
        )
        cell.actedVariants = number == 2 ? 0b1000 : 0
        (cell.providers, cell.stops) = (number.isMultiple(of: 3) ? 0b11 : 0b01, number == 6 ? 0b11 : 0b10)
        return cell
    }

    /// The same with names and texts that mean harm.
    static func hostile() -> GapsInput {
        var input = input(countries: 12, topics: 11, values: 56)
        let names = [
            "<script>alert(1)</script>", "A, B & \"C\"", "\u{202E}evil", String(repeating: "x", count: 1_000_000),
        ]
        for index in input.cells.indices {
            let name = names[index % names.count]
            input.cells[index].country = name
            input.cells[index].action = index.isMultiple(of: 2) ? "<img src=x onerror=alert(2)>" : names[3]
        }
        input.countries = names
        return input
    }
}

extension GapsView {
    /// The numbers of the cells on the page, of a list that an address asks for.
    static func cells(_ input: GapsInput = GapsFixture.input(), _ change: (inout GapsAddress) -> Void) -> [Int] {
        var address = GapsAddress(run: input.run)
        change(&address)
        return GapsView(address, input).shown.map(\.cell)
    }
}

/// How many elements a page has.
func elements(_ document: String) -> Int {
    let bytes = Array(document.utf8)
    return bytes.indices.dropLast().count { bytes[$0] == UInt8(ascii: "<") && (97...122).contains(bytes[$0 + 1]) }
}
