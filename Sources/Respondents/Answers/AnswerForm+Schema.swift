import Text

extension AnswerForm {
    /// As JSON Schema, within what strict servers take: every member required, none besides.
    var jsonSchema: JSONValue {
        [
            "type": "object",
            "properties": .object(fields.map { JSONValue.Member($0.name, Self.jsonSchema(of: $0.kind)) }),
            "required": names, "additionalProperties": .bool(false),
        ]
    }

    /// In Google's words, which know no numbers in an `enum`, but bounds.
    var googleSchema: JSONValue {
        [
            "type": "OBJECT",
            "properties": .object(
                fields.map { JSONValue.Member($0.name, Self.googleSchema(of: $0.kind)) }),
            "required": names, "propertyOrdering": names,
        ]
    }

    private var names: JSONValue { .array(fields.map { .string($0.name) }) }

    private static func jsonSchema(of kind: Kind) -> JSONValue {
        switch kind {
        case .oneOf(let words): ["type": "string", "enum": .array(words.map { .string($0) })]
        case .place(let scale):
            scale.words.map { jsonSchema(of: .oneOf($0)) }
                ?? ["type": "integer", "enum": .array(scale.numbers.map { .number(Double($0)) })]
        case .text: ["type": "string"]
        case .list(let kind): ["type": "array", "items": jsonSchema(of: kind)]
        case .object(let form): form.jsonSchema
        }
    }

    private static func googleSchema(of kind: Kind) -> JSONValue {
        switch kind {
        case .oneOf(let words): ["type": "STRING", "enum": .array(words.map { .string($0) })]
        case .place(let scale):
            scale.words.map { googleSchema(of: .oneOf($0)) }
                ?? ["type": "INTEGER", "minimum": .number(1), "maximum": .number(Double(scale.numbers.upperBound))]
        case .text: ["type": "STRING"]
        case .list(let kind): ["type": "ARRAY", "items": googleSchema(of: kind)]
        case .object(let form): form.googleSchema
        }
    }
}

extension AnswerForm.Scale {
    /// The numbers of the places.
    var numbers: ClosedRange<Int> { 1...max(labels.count, 1) }
}
