extension JSONValue {
    /// The member of that name, the last where there are several; `nil` for `null` and for anything but an object.
    ///
    /// Setting it keeps the place of a member that is there, adds one that is not, and does nothing for `nil`.
    package subscript(name: String) -> JSONValue? {
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
                members.append(Member(name, newValue))
            }
            self = .object(members)
        }
    }

    /// The members of an object, none of anything else.
    package var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The items of an array; `nil` for anything else.
    package var array: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }

    /// The text of a string; `nil` for anything else.
    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A number as it is; `nil` for anything else.
    package var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .written(let text): Double(text)
        default: nil
        }
    }

    /// A whole number in the range of `Int`; digits in quotes count, because gateways write codes so.
    package var integer: Int? {
        switch self {
        case .integer(let number): number
        case .string(let text): Int(text)
        default: double.flatMap { Int(exactly: $0.rounded()) }
        }
    }

    /// The text of a string, or a whole number in digits.
    package var word: String? {
        switch self {
        case .string(let text): text
        case .integer, .number, .written: integer.map { String($0) }
        default: nil
        }
    }

    /// With the members of an object added; where both have an object under one name, these are merged in turn, and
    /// anything else is replaced.
    package func merging(_ members: [Member]) -> JSONValue {
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
}
