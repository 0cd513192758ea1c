/// A JSON document, of a server or for one.
enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    struct Member: Sendable, Hashable {
        var name: String
        var value: JSONValue
    }
}

extension JSONValue {
    /// The member of that name, the last where there are several; nil for null and for anything but an object.
    ///
    /// Setting it keeps the place of a member that is there, adds one that is not, and does nothing for nil.
    subscript(name: String) -> JSONValue? {
        get {
            guard case .object(let members) = self, let found = members.last(where: { $0.name == name }),
                found.value != .null
            else { return nil }
            return found.value
        }
        set {
            guard case .object(var members) = self, let newValue else { return }
            if let index = members.lastIndex(where: { $0.name == name }) {
                members[index].value = newValue
            } else {
                members.append(Member(name: name, value: newValue))
            }
            self = .object(members)
        }
    }

    var string: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    var array: [JSONValue]? {
        if case .array(let elements) = self { return elements }
        return nil
    }

    /// A whole number in the range of `Int`; digits in quotes count, because gateways write codes so.
    var integer: Int? {
        switch self {
        case .number(let number): Int(exactly: number.rounded())
        case .string(let text): Int(text)
        default: nil
        }
    }

    /// The text of a string, or of a number as it would be written.
    var word: String? {
        switch self {
        case .string(let text): text
        case .number: integer.map(String.init)
        default: nil
        }
    }
}

extension JSONValue {
    /// With the members of an object added; where both have an object under one name, these are merged in turn, and
    /// anything else is replaced.
    func merging(_ members: [Member]) -> JSONValue {
        var result = self
        for member in members {
            if case .object(let inner) = member.value, case .object? = self[member.name] {
                result[member.name] = self[member.name]?.merging(inner)
            } else {
                result[member.name] = member.value
            }
        }
        return result
    }

    /// A number as it is; nil for anything else.
    var double: Double? {
        if case .number(let number) = self { return number }
        return nil
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { Member(name: $0.0, value: $0.1) })
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    init(stringLiteral text: String) {
        self = .string(text)
    }
}
