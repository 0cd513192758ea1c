/// Finds ratings in a document.
///
/// - `{"Equality": "2"}`: a key that names a value, and behind it a rating.
/// - `{"Equality": {"rating": 2, "reason": "…"}}`: an object with a rating field.
/// - `[{"value": "Equality", "rating": 2}]`: an object with a name field and a rating field.
/// - `["Equality: 2"]`: a text that is a line of prose.
/// - Any of these inside other objects and lists.
struct RatingTree {
    let values: ValueIndex
    let scale: RatingScale
    /// Whether the end of one of the document's strings had to be guessed: a text that holds a quote or a line break
    /// may then have swallowed its neighbour, and is ambiguous.
    let isDoubtful: Bool

    func collect(_ value: LooseValue, into sheet: inout RatingSheet) {
        switch value {
        case .object(let fields): collect(fields, into: &sheet)
        case .array(let items):
            for item in items { collect(item, into: &sheet) }
        case .string(let text): RatingLines(values: values, scale: scale).collect(text, into: &sheet)
        default: break
        }
    }

    private func collect(_ fields: [LooseField], into sheet: inout RatingSheet) {
        if let (value, rating) = record(fields) {
            sheet.add(outcome(rating), for: value)
            return
        }
        for field in fields {
            if let value = values[field.key] {
                sheet.add(outcome(field.value), for: value)
            } else if field.value.text == nil {
                collect(field.value, into: &sheet)
            }
        }
    }

    /// The value and rating of an object like `{"value": "Equality", "rating": 2}`.
    private func record(_ fields: [LooseField]) -> (Int, LooseValue)? {
        // An object of many fields is a table of values, not the record of one.
        guard fields.count <= 8 else { return nil }
        var value: Int?
        for field in fields where Self.nameKeys.contains(folded(field.key)) {
            if let name = field.value.text, let index = values[name] { value = index }
        }
        guard let value, let rating = rating(fields) else { return nil }
        return (value, rating)
    }

    private func rating(_ fields: [LooseField]) -> LooseValue? {
        let ratings = fields.filter { Self.ratingKeys.contains(folded($0.key)) && $0.value.text != nil }
        guard let first = ratings.first else { return nil }
        // A number in one field and its label in another are one rating in two parts.
        return .string(ratings.dropFirst().reduce(first.value.text ?? "") { "\($0): \($1.value.text ?? "")" })
    }

    private func outcome(_ value: LooseValue) -> RatingOutcome {
        switch value {
        case .string(let text) where isDoubtful && text.contains(where: { "\"'\n“”‘’".contains($0) }): .ambiguous
        case .string(let text): scale.read(text)
        case .number(let text): scale.read(text)
        case .object(let fields): rating(fields).map(outcome) ?? .none
        case .array(let items) where items.count == 1: outcome(items[0])
        default: .none
        }
    }

    private func folded(_ key: String) -> String {
        String(decoding: NameFolding.fold(key), as: UTF8.self)
    }

    private static let nameKeys: Set<String> = ["value", "name", "item", "valuename", "basicvalue"]
    private static let ratingKeys: Set<String> = [
        "rating", "score", "answer", "response", "option", "choice", "agreement", "label", "number", "rate", "level",
        "selection", "selected",
    ]
}
