import Reading
import Text

/// What a released file holds, in figures and in words.
package struct ReleasedSummary: Sendable, Hashable {
    /// The kind of file.
    package let kind: ReleasedFile.Kind
    /// The file's name.
    package let file: String
    /// Rows behind the header, known or not.
    package let rows: Int
    /// The countries found, in the study's order.
    package let countries: [String]
    /// The topics found, in the study's order.
    package let topics: [String]
    /// The values found, in the theory's order; empty for a file without a value column.
    package let values: [String]
    /// What the file's polarity labels mean, in words; `nil` for a file without any.
    package let polarity: String?
    /// Rows that only say again what an earlier row says.
    package let duplicates: Int
    /// Questions of which rows say different things: none of them counts.
    package let contradictions: Int
    /// The first of these, in words.
    package let contradiction: String?
    /// Choices that can't be decided, since both actions or none are marked, or one of them is not there.
    package let undecidable: Int
    /// Rows that the full cross of the study's names (and the prompts found) has and the file lacks.
    package let missing: Int
    /// Names that the study does not know; their rows are left out.
    package let unknown: [UnknownName]

    /// The summary as sentences, one a line.
    package var lines: [String] {
        var lines = ["\(kind.title): \(rows) rows in '\(Plain.line(file))'."]
        let found = [
            (countries.count, "country", "countries"), (topics.count, "topic", "topics"),
            (values.count, "value", "values"),
        ]
        lines.append(
            "Found: " + found.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
                + ".")
        if let polarity { lines.append("Polarity: \(polarity).") }
        if missing > 0 { lines.append("Missing: \(missing) rows of the full cross.") }
        return lines + leftOut
    }

    /// The sentences of ``lines`` that tell what was not taken as it stands.
    package var leftOut: [String] {
        var lines: [String] = []
        if duplicates > 0 { lines.append("Duplicates: \(duplicates) rows say again what an earlier row says.") }
        if contradictions > 0 {
            let counted = contradictions == 1 ? "1 question has" : "\(contradictions) questions have"
            lines.append(
                "Contradictions: \(counted) rows that say different things (\(Plain.line(contradiction ?? ""))); "
                    + "\(contradictions == 1 ? "it counts" : "they count") as unreadable.")
        }
        if undecidable > 0 { lines.append("Undecidable: \(undecidable) choices; they count as unreadable.") }
        for name in unknown.prefix(10) { lines.append("Unknown: \(name); left out.") }
        if unknown.count > 10 { lines.append("Unknown: \(unknown.count - 10) more names; left out.") }
        return lines
    }
}

/// Decides which inclination a file's polarity labels mean, and refuses what it can't decide.
struct PolarityLabels {
    private var seen: [ArraySlice<UInt8>: Inclination] = [:]

    /// - Throws: `unknownPolarity` for a label that is none of positive, negative, agree, disagree.
    mutating func inclination(
        _ bytes: ArraySlice<UInt8>, file: String, line: Int
    ) throws(ReleasedFileError) -> Inclination {
        if let known = seen[bytes] { return known }
        let text = String(decoding: bytes, as: UTF8.self)
        let inclination: Inclination
        switch String(decoding: NameFolding.fold(text), as: UTF8.self) {
        case "positive", "agree": inclination = .agree
        case "negative", "disagree": inclination = .disagree
        default: throw .unknownPolarity(file: file, line: line, label: text)
        }
        seen[bytes] = inclination
        return inclination
    }

    /// The labels met and what they mean: "positive = agree, negative = disagree".
    var statement: String {
        seen.map { (label: String(decoding: $0.key, as: UTF8.self), meaning: $0.value) }
            .sorted { ($0.meaning.code, $0.label) < ($1.meaning.code, $1.label) }
            .map { "\($0.label) = \($0.meaning.rawValue)" }.joined(separator: ", ")
    }

    /// - Throws: `onePolarity` where only one inclination was met.
    func requireBoth(file: String) throws(ReleasedFileError) {
        guard Set(seen.values).count == 1, let label = seen.keys.first else { return }
        throw .onePolarity(file: file, label: String(decoding: label, as: UTF8.self))
    }
}
