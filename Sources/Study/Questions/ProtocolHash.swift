import Text

extension StudyDefinition {
    /// SHA-256, as 64 lower-case hexadecimal digits, over all that determines the questions and how their answers are
    /// coded: values, countries, topics, wording of both tasks, the texts of all actions and, where several generators wrote
    /// them, their names. Two studies that differ only
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
        append(actions, to: &encoding)
        // A study of before scales could be turned keeps its hash.
        if stated.first != .agree { encoding.append(["scale starts at", stated.first.rawValue]) }
        // So does one whose actions come from one generator. With several the names belong to it: replies are told apart by them.
        if !furtherActions.isEmpty {
            encoding.append(["generators"] + generators)
            for further in furtherActions { append(further.pairs, to: &encoding) }
        }
        return encoding.digest()
    }

    private func append(_ pairs: [Cell: ActionPair], to encoding: inout CanonicalEncoding) {
        let cells = allCells.enumerated().filter { pairs[$0.element] != nil }
        encoding.append(cells.count)
        for (number, cell) in cells {
            encoding.append(number)
            encoding.append(Inclination.allCases.compactMap { pairs[cell]?[$0].text })
        }
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
