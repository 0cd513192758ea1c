/// A JSON document whose objects keep the order in which their keys were written.
public enum JSONValue: Sendable, Equatable {
    /// No value: what is missing.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A number; one that is not finite is written `null`, for JSON has no other word for it.
    case number(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Keys and values, in order.
    case object([(key: String, value: JSONValue)])

    /// A number, or null where it is missing.
    public init(_ number: Double?) {
        self = number.map(JSONValue.number) ?? .null
    }

    /// A text, or null where it is missing.
    public init(_ text: String?) {
        self = text.map(JSONValue.string) ?? .null
    }

    /// The value under a key of an object; nil where there is none.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// Equal documents have the same keys in the same order.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)):
            a.elementsEqual(b) { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// A text.
    public init(stringLiteral text: String) { self = .string(text) }
    /// A whole number.
    public init(integerLiteral number: Int) { self = .integer(number) }
    /// True or false.
    public init(booleanLiteral flag: Bool) { self = .bool(flag) }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    /// An object with its keys in the order given.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { (key: $0.0, value: $0.1) })
    }

    /// A list.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}
