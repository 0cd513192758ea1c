/// The form of the answer that a question asks for, with nothing in it but what may be chosen, in the study's words.
struct AnswerSchema {
    /// The members of the object, all required, in the order in which they are to be written.
    let fields: [(name: String, kind: Kind)]

    indirect enum Kind {
        case oneOf([String])
        case number(upTo: Int)
        case text
        case object(AnswerSchema)
    }

    private init(_ fields: [(name: String, kind: Kind)]) {
        self.fields = fields
    }

    /// Nil where only the prompt says what is asked.
    init?(_ asked: RespondentRequest.Asked) {
        switch asked {
        case .acted(_, _, _, _, _, _, let labels, let wantsJustification):
            let choice = (name: "action", kind: Kind.oneOf(labels))
            self.init(wantsJustification ? [choice, (name: "explanation", kind: .text)] : [choice])
        case .stated(_, _, let values, let options, let wantsReasons):
            // Where labels carry numbers, "5" may be a place or a label: only a label tells.
            let rating = asked.ratingWords.map(Kind.oneOf) ?? Kind.number(upTo: options.count)
            let reasoned = Kind.object(AnswerSchema([(name: "rating", kind: rating), (name: "reason", kind: .text)]))
            self.init(values.map { (name: $0, kind: wantsReasons ? reasoned : rating) })
        case .other: return nil
        }
    }
}

extension AnswerSchema {
    /// As JSON Schema, within what strict servers take: every member required, none besides.
    var jsonSchema: JSONValue {
        [
            "type": "object",
            "properties": .object(fields.map { JSONValue.Member(name: $0.name, value: Self.jsonSchema(of: $0.kind)) }),
            "required": names, "additionalProperties": .bool(false),
        ]
    }

    /// In Google's words, which know no numbers in an `enum`, but bounds.
    var googleSchema: JSONValue {
        [
            "type": "OBJECT",
            "properties": .object(
                fields.map { JSONValue.Member(name: $0.name, value: Self.googleSchema(of: $0.kind)) }),
            "required": names, "propertyOrdering": names,
        ]
    }

    private var names: JSONValue { .array(fields.map { .string($0.name) }) }

    private static func jsonSchema(of kind: Kind) -> JSONValue {
        switch kind {
        case .oneOf(let words): ["type": "string", "enum": .array(words.map { .string($0) })]
        case .number(let last): ["type": "integer", "enum": .array((1...max(last, 1)).map { .number(Double($0)) })]
        case .text: ["type": "string"]
        case .object(let schema): schema.jsonSchema
        }
    }

    private static func googleSchema(of kind: Kind) -> JSONValue {
        switch kind {
        case .oneOf(let words): ["type": "STRING", "enum": .array(words.map { .string($0) })]
        case .number(let last): ["type": "INTEGER", "minimum": .number(1), "maximum": .number(Double(max(last, 1)))]
        case .text: ["type": "STRING"]
        case .object(let schema): schema.googleSchema
        }
    }
}
