/// JSON as a tree whose members keep their order, because the order of values in a measure's file means something:
/// it is the theory's.
package enum MeasureJSON: Sendable, Hashable {
    /// `null`: an undefined number.
    case null
    /// True or false.
    case bool(Bool)
    /// An exact count.
    case integer(Int)
    /// A finite number, written with as many digits as bring back the same number.
    case number(Double)
    /// A text.
    case string(String)
    /// Some items in order.
    case array([MeasureJSON])
    /// Named members in order.
    case object([Member])

    /// A named member of an object.
    package struct Member: Sendable, Hashable {
        /// The member's name, unique in its object.
        package let name: String
        /// What it holds.
        package let value: MeasureJSON

        /// A member.
        package init(_ name: String, _ value: MeasureJSON) {
            self.name = name
            self.value = value
        }
    }
}

extension MeasureJSON {
    /// A number, `null` where it is undefined.
    package init(_ number: Double?) {
        self = number.map { .number($0) } ?? .null
    }

    /// A text, `null` where there is none.
    package init(_ text: String?) {
        self = text.map { .string($0) } ?? .null
    }

    /// An object of one member for each name.
    init(_ names: [String], _ values: [MeasureJSON]) {
        self = .object(zip(names, values).map { Member($0, $1) })
    }

    /// The members of an object, none of anything else.
    package var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// A member of an object by its name.
    package subscript(name: String) -> MeasureJSON? {
        members.first { $0.name == name }?.value
    }
}

extension MeasureJSON: ExpressibleByDictionaryLiteral {
    /// An object with its members in the order written.
    package init(dictionaryLiteral elements: (String, MeasureJSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}

extension MeasureJSON: ExpressibleByArrayLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// Items in order.
    package init(arrayLiteral elements: MeasureJSON...) {
        self = .array(elements)
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
