/// A JSON document as a tree: one that was read, or one to be written.
///
/// Objects keep their members in the order written, a repeated name included: the order of values in a measure's file
/// is the theory's, and a value that a reply rates twice must be seen twice.
package enum JSONValue: Sendable, Hashable {
    /// `null`; in our own files an undefined number.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// An exact count of ours.
    case integer(Int)
    /// A number of ours. It is written so that the same number is read back, and as `null` where it isn't finite.
    case number(Double)
    /// A number of a document that was read, as it is written there: "2", "2.0", "1e3".
    case written(String)
    /// A text, escapes resolved.
    case string(String)
    /// Items in order.
    case array([JSONValue])
    /// Named members in order.
    case object([Member])

    /// A named member of an object.
    package struct Member: Sendable, Hashable {
        /// The name.
        package var name: String
        /// What it holds.
        package var value: JSONValue

        /// A member.
        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }
}

extension JSONValue {
    /// A number, `null` where it is undefined.
    package init(_ number: Double?) {
        self = number.map { .number($0) } ?? .null
    }

    /// A text, `null` where there is none.
    package init(_ text: String?) {
        self = text.map { .string($0) } ?? .null
    }
}

extension JSONValue {
    /// An object of one member for each name; as many values as names.
    package init(_ names: [String], _ values: [JSONValue]) {
        self = .object(zip(names, values).map { Member($0, $1) })
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    /// An object with its members in the order written.
    package init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { Member($0.0, $0.1) })
    }

    /// Items in order.
    package init(arrayLiteral items: JSONValue...) {
        self = .array(items)
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// A text.
    package init(stringLiteral text: String) {
        self = .string(text)
    }

    /// A count.
    package init(integerLiteral number: Int) {
        self = .integer(number)
    }

    /// True or false.
    package init(booleanLiteral flag: Bool) {
        self = .bool(flag)
    }
}
