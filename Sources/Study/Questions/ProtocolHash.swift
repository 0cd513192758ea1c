import Text

extension StudyDefinition {
    /// SHA-256, as 64 lower-case hexadecimal digits, over all that determines the questions and how their answers are
    /// coded: values, countries, topics, wording of both tasks, the texts of all actions. Two studies that differ only
    /// in title, comments, labels of variants, attributions or explanations have the same hash.
    package var protocolHash: String {
        var encoding = CanonicalEncoding(version: "vlens-protocol-1", capacity: 1 << 16)
        encoding.append(countries)
        encoding.append(topics)
        let values = theory.valuesByItem
        encoding.append(values.map(\.name))
        encoding.append(values.map(\.gloss))
        encoding.append(values.map(\.portrait))
        appendStated(to: &encoding)
        appendActed(to: &encoding)
        let cells = allCells.enumerated().filter { actions[$0.element] != nil }
        encoding.append(cells.count)
        for (number, cell) in cells {
            encoding.append(number)
            encoding.append(Inclination.allCases.compactMap { actions[cell]?[$0].text })
        }
        // A study of before scales could be turned keeps its hash.
        if stated.first != .agree { encoding.append(["scale starts at", stated.first.rawValue]) }
        return encoding.digest()
    }

    private func appendStated(to encoding: inout CanonicalEncoding) {
        encoding.append(stated.system.map { [$0] } ?? [])
        encoding.append(stated.framings.count)
        for framing in stated.framings {
            encoding.append([framing.instruction, framing.value, framing.option])
            encoding.append(framing.options)
        }
        encoding.append(stated.orders.map(\.text))
        encoding.append(stated.requirements.map(\.text))
    }

    private func appendActed(to encoding: inout CanonicalEncoding) {
        encoding.append(acted.system.map { [$0] } ?? [])
        encoding.append(acted.contexts.map(\.text))
        encoding.append(acted.first.rawValue)
        encoding.append(acted.options)
        encoding.append([acted.option, acted.layout])
        encoding.append(acted.requirements.map(\.text))
    }
}
