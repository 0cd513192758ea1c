import Text

/// Reads a dataset of one JSON object a line. Empty lines and lines that start with `#` are skipped.
enum DatasetLines {
    static func read(_ text: String, file: String) -> ActionDataset {
        var dataset = ActionDataset(file: file, layout: .lines)
        var lines: [String: Int] = [:]
        // Old programs end lines with a carriage return alone.
        var text = text.utf8.contains(.newline) ? text : text.replacing("\r", with: "\n")
        text.withUTF8 { bytes in
            var (start, number) = (0, 1)
            while start < bytes.count {
                let end = bytes.index(of: .newline, from: start, to: bytes.count)
                let first = bytes.skippingBlanks(start, to: end)
                if first < end, bytes[first] != UInt8(ascii: "#") {
                    take(bytes, first..<end, number, &dataset, &lines)
                }
                (start, number) = (end + 1, number + 1)
            }
        }
        return dataset
    }

    private static func take(
        _ bytes: Bytes, _ range: Range<Int>, _ number: Int, _ dataset: inout ActionDataset,
        _ lines: inout [String: Int]
    ) {
        var line = DatasetLine()
        if let json = JSONReader.whole(bytes, range, manner: .exact), case .object(let members) = json {
            line.read(json, members)
        } else {
            // Cut off or damaged: a few letters of it say which one.
            let shown = bytes.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 400)).trimmed.excerpt
            line.problems = ["not a JSON object on one line: \"\(shown)\""]
        }
        for key in line.otherKeys { dataset.otherKeys[key, default: 0] += 1 }
        if line.problems.isEmpty, let action = line.action {
            dataset.add(ActionDataset.Row(line: number, action: action), lines: &lines)
            return
        }
        dataset.damagedLines += 1
        dataset.problems += line.problems.map { StudyProblem(file: dataset.file, line: number, message: $0) }
    }
}

/// One line of a dataset, taken apart.
struct DatasetLine {
    /// An action has a handful; more would be looked up in it again and again.
    static let mostSpans = 200

    private(set) var action: DatasetAction?
    private(set) var otherKeys: [String] = []
    var problems: [String] = []

    private static let known: Set<String> = [
        "action", "attributions", "country", "explanation", "generator", "inclination", "language", "prompt_variant",
        "spans", "topic", "value",
    ]

    mutating func read(_ json: JSONValue, _ members: [JSONValue.Member]) {
        // A key is bounded: a file's own keys are shown to whoever reads it.
        otherKeys = members.map(\.name).filter { !Self.known.contains($0) }.map { String($0.prefix(60)) }
        let country = name("country", json)
        let topic = name("topic", json)
        let value = name("value", json)
        let text = self.text("action", json, isNeeded: true)
        let inclination = self.text("inclination", json, isNeeded: true).trimmed
        if !inclination.isEmpty, Inclination(rawValue: inclination) == nil {
            problems.append("\"inclination\" must be agree or disagree, not \"\(inclination.excerpt)\"")
        }
        let attributions = texts("attributions", json)
        let explanation = self.text("explanation", json, isNeeded: false)
        let generator = name("generator", json, isNeeded: false)
        let language = name("language", json, isNeeded: false)
        let variant = number("prompt_variant", json)
        let spans = json["spans"].map { self.spans($0, of: text) } ?? []
        guard problems.isEmpty, let inclination = Inclination(rawValue: inclination) else { return }
        action = DatasetAction(
            cell: Cell(scenario: Scenario(country: country, topic: topic), value: value), inclination: inclination,
            action: Action(text: text, attributions: attributions, explanation: explanation), spans: spans,
            generator: generator, variant: variant, language: language)
    }

    /// A name: one line, white space around it aside.
    private mutating func name(_ key: String, _ json: JSONValue, isNeeded: Bool = true) -> String {
        let name = text(key, json, isNeeded: isNeeded).trimmed
        if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            problems.append("\"\(key)\" must be one line: \"\(name.excerpt)\"")
        }
        return name
    }

    private mutating func text(_ key: String, _ json: JSONValue, isNeeded: Bool) -> String {
        guard let found = json[key] else {
            if isNeeded { problems.append("missing key \"\(key)\"") }
            return ""
        }
        guard let text = found.string else {
            problems.append("\"\(key)\" must be a text")
            return ""
        }
        if isNeeded, text.trimmed.isEmpty { problems.append("\"\(key)\" is empty") }
        return text
    }

    private mutating func texts(_ key: String, _ json: JSONValue) -> [String] {
        guard let found = json[key] else { return [] }
        let texts = found.array?.compactMap(\.string)
        guard let texts, texts.count == found.array?.count else {
            problems.append("\"\(key)\" must be a list of texts")
            return []
        }
        return texts
    }

    private mutating func number(_ key: String, _ json: JSONValue) -> Int? {
        guard let found = json[key] else { return nil }
        guard let number = found.integer, (0...999).contains(number), found.double == Double(number) else {
            problems.append("\"\(key)\" must be a whole number from 0 to 999")
            return nil
        }
        return number
    }

    /// Spans that stand in the action where they say; of any other the line is refused.
    mutating func spans(_ json: JSONValue, of text: String) -> [ActionSpan] {
        guard let items = json.array, items.count <= Self.mostSpans else {
            problems.append(
                "\"spans\" must be a list of \(Self.mostSpans) objects at most, each with start, end and text")
            return []
        }
        return items.enumerated().compactMap { place, item in
            guard let start = item["start"]?.integer, let end = item["end"]?.integer, let said = item["text"]?.string
            else {
                problems.append("span \(place + 1) must be an object with start, end and text")
                return nil
            }
            guard let span = ActionSpan(start: start, end: end, of: text) else {
                problems.append(
                    "span \(place + 1) (\(start) to \(end)) lies outside its action, which has "
                        + "\(text.unicodeScalars.count) Unicode scalars; count from 0, the end behind the last one, "
                        + "or leave \"spans\" out")
                return nil
            }
            guard span.text.unicodeScalars.elementsEqual(said.unicodeScalars) else {
                problems.append(
                    "span \(place + 1) (\(start) to \(end)) says \"\(said.excerpt)\" where the action has "
                        + "\"\(span.text.excerpt)\"; count Unicode scalars, not bytes or UTF-16, or leave \"spans\" out"
                )
                return nil
            }
            return span
        }
    }
}
