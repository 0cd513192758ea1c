import Text

/// Finds ratings in a document.
///
/// - `{"Equality": "2"}`: a key that names a value, and behind it a rating.
/// - `{"Equality": {"rating": 2, "reason": "…"}}`: an object with a rating field.
/// - `[{"value": "Equality", "rating": 2}]`: an object with a name field and a rating field.
/// - `{"Equality": {"agree": true, "disagree": false}}`: an object in which one option is true.
/// - `{"agree": ["Equality", "Wealth"]}`: an option, and behind it the values that are rated so.
/// - `["Equality: 2"]`: a text that is a line of prose.
/// - Any of these inside other objects and lists.
struct RatingTree {
    let values: ValueIndex
    let scale: RatingScale
    /// Whether the end of one of the document's strings had to be guessed: a text that holds a quote or a line break
    /// may then have swallowed its neighbour, and is ambiguous.
    let isDoubtful: Bool

    func collect(_ value: JSONValue, into sheet: inout RatingSheet) {
        switch value {
        case .object(let fields): collect(fields, into: &sheet)
        case .array(let items):
            for item in items { collect(item, into: &sheet) }
        case .string(let text): RatingLines(values: values, scale: scale).collect(text, into: &sheet)
        default: break
        }
    }

    private func collect(_ fields: [JSONValue.Member], into sheet: inout RatingSheet) {
        if let (value, rating) = record(fields) {
            sheet.add(outcome(rating), for: value)
            return
        }
        for field in fields {
            if let value = values[field.name] {
                sheet.add(outcome(field.value), for: value)
            } else if let rated = listed(field.value), case .option(let option) = scale.read(field.name) {
                for value in rated { sheet.add(.option(option), for: value) }
            } else if field.value.text == nil {
                collect(field.value, into: &sheet)
            }
        }
    }

    /// The values that a list consists of; `nil` where it holds anything else.
    private func listed(_ list: JSONValue) -> [Int]? {
        guard let items = list.items, !items.isEmpty else { return nil }
        let found = items.compactMap { $0.text.flatMap { values[$0] } }
        return found.count == items.count ? found : nil
    }

    /// The value and rating of an object like `{"value": "Equality", "rating": 2}`.
    private func record(_ fields: [JSONValue.Member]) -> (Int, JSONValue)? {
        // An object of many fields is a table of values, not the record of one.
        guard fields.count <= 8 else { return nil }
        var value: Int?
        for field in fields where Self.nameKeys.contains(folded(field.name)) {
            if let name = field.value.text, let index = values[name] { value = index }
        }
        guard let value, let rating = rating(fields) else { return nil }
        return (value, rating)
    }

    private func rating(_ fields: [JSONValue.Member]) -> JSONValue? {
        let ratings = fields.filter { Self.ratingKeys.contains(folded($0.name)) && $0.value.text != nil }
        guard let first = ratings.first else { return nil }
        // A number in one field and its label in another are one rating in two parts.
        return .string(ratings.dropFirst().reduce(first.value.text ?? "") { "\($0): \($1.value.text ?? "")" })
    }

    private func outcome(_ value: JSONValue) -> RatingOutcome {
        switch value {
        case .string(let text) where isDoubtful && text.contains(where: { "\"'\n“”‘’".contains($0) }): .ambiguous
        case .string(let text): scale.read(text)
        case .written(let text): scale.read(text)
        case .object(let fields): rating(fields).map(outcome) ?? marked(fields)
        case .array(let items) where items.count == 1: outcome(items[0])
        // `[2, "agree"]` is one rating in two parts.
        case .array(let items) where items.count == 2:
            if let number = items[0].text, let label = items[1].text {
                scale.read("\(number): \(label)")
            } else {
                .none
            }
        default: .none
        }
    }

    /// The option that alone is true: `{"agree": true, "disagree": false}`; or a number with its label: `{"2": "agree"}`.
    private func marked(_ fields: [JSONValue.Member]) -> RatingOutcome {
        if fields.count == 1, let label = fields[0].value.text { return scale.read("\(fields[0].name): \(label)") }
        let truths = fields.compactMap { field -> String? in field.value == .bool(true) ? field.name : nil }
        let areAllTruths = fields.allSatisfy {
            $0.value == .bool(true) || $0.value == .bool(false) || $0.value == .null
        }
        guard areAllTruths, let truth = truths.first else { return .none }
        return truths.count == 1 ? scale.read(truth) : .ambiguous
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
