package import Text

/// A stretch of an action, counted in Unicode scalars, with its text, so that whoever reads it elsewhere can check that both agree.
package struct ActionSpan: Sendable, Hashable {
    /// The first scalar, from 0.
    package let start: Int
    /// Behind the last scalar.
    package let end: Int
    /// The scalars from `start` up to `end`.
    package let text: String

    /// The stretch of a text; `nil` for one that is empty or lies outside.
    package init?(start: Int, end: Int, of text: String) {
        let scalars = text.unicodeScalars
        guard start >= 0, start < end,
            let first = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex),
            let last = scalars.index(first, offsetBy: end - start, limitedBy: scalars.endIndex)
        else { return nil }
        (self.start, self.end) = (start, end)
        self.text = String(scalars[first..<last])
    }

    /// Whether it is this stretch of a text.
    package func stands(in text: String) -> Bool { ActionSpan(start: start, end: end, of: text) == self }
}

/// A value-informed action with where it comes from: one line of a dataset.
package struct DatasetAction: Sendable, Hashable {
    /// The cell that it is about.
    package var cell: Cell
    /// Whether it expresses the value or resists it.
    package var inclination: Inclination
    /// What was written.
    package var action: Action
    /// Where the attributions stand in the action, those that were found, in the order of the attributions.
    package var spans: [ActionSpan]
    /// Who wrote it: "openai/gpt-4o", "release", a person's name; empty where that is not known.
    package var generator: String
    /// The prompt variant that it answers, from 0; `nil` where that is not known.
    package var variant: Int?
    /// The code of the language that it was asked in: "en"; empty where that is not known.
    package var language: String

    /// A line of a dataset.
    package init(
        cell: Cell, inclination: Inclination, action: Action, spans: [ActionSpan] = [], generator: String = "",
        variant: Int? = nil, language: String = ""
    ) {
        (self.cell, self.inclination, self.action, self.spans) = (cell, inclination, action, spans)
        (self.generator, self.variant, self.language) = (generator, variant, language)
    }

    /// 32 lower-case hexadecimal digits of what a judge reads: the text, its attributions and its explanation.
    package var digest: String {
        var encoding = CanonicalEncoding(version: "vlens-action-1")
        encoding.append(action.text)
        encoding.append(action.attributions)
        encoding.append(action.explanation)
        return encoding.digest(bytes: 16)
    }
}

extension DatasetAction {
    /// The line as a JSON object, its keys in alphabetical order; what is not known is left out.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("action", .string(action.text)),
            .init("attributions", .array(action.attributions.map(JSONValue.string))),
            .init("country", .string(cell.scenario.country)), .init("explanation", .string(action.explanation)),
            .init("inclination", .string(inclination.rawValue)), .init("topic", .string(cell.scenario.topic)),
            .init("value", .string(cell.value)),
        ]
        if !generator.isEmpty { members.append(.init("generator", .string(generator))) }
        if !language.isEmpty { members.append(.init("language", .string(language))) }
        if let variant { members.append(.init("prompt_variant", .integer(variant))) }
        if !spans.isEmpty { members.append(.init("spans", .array(spans.map(\.json)))) }
        return .object(members.sorted { $0.name < $1.name })
    }

    /// What ``json`` wrote; `nil` for anything else. Of a span that does not stand in the action nothing is taken.
    package init?(_ json: JSONValue) {
        guard let country = json["country"]?.string, let topic = json["topic"]?.string,
            let value = json["value"]?.string, let text = json["action"]?.string,
            let inclination = json["inclination"]?.string.flatMap(Inclination.init(rawValue:))
        else { return nil }
        cell = Cell(scenario: Scenario(country: country, topic: topic), value: value)
        self.inclination = inclination
        action = Action(
            text: text, attributions: json["attributions"]?.array?.compactMap(\.string) ?? [],
            explanation: json["explanation"]?.string ?? "")
        spans = (json["spans"]?.array ?? []).compactMap { ActionSpan($0, of: text) }
        generator = json["generator"]?.string ?? ""
        variant = json["prompt_variant"]?.integer
        language = json["language"]?.string ?? ""
    }
}

extension ActionSpan {
    /// The span as an object.
    package var json: JSONValue { ["end": .integer(end), "start": .integer(start), "text": .string(text)] }

    /// The span of an object, where it stands in a text.
    package init?(_ json: JSONValue, of text: String) {
        guard let start = json["start"]?.integer, let end = json["end"]?.integer,
            let span = ActionSpan(start: start, end: end, of: text), json["text"]?.string == span.text
        else { return nil }
        self = span
    }
}
