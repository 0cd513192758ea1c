/// JSON as a tree whose members keep their order, because the order of values in a measure's file means something:
/// it is the theory's.
public enum MeasureJSON: Sendable, Hashable {
    /// `null`: an undefined number.
    case null
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
    public struct Member: Sendable, Hashable {
        /// The member's name, unique in its object.
        public let name: String
        /// What it holds.
        public let value: MeasureJSON

        /// A member.
        public init(_ name: String, _ value: MeasureJSON) {
            self.name = name
            self.value = value
        }
    }

    /// The text, indented by one space a level and ended by a line break, or all on one line.
    public func text(indented: Bool = true) -> String {
        var text = ""
        write(to: &text, lineBreak: indented ? "\n" : nil)
        if indented { text += "\n" }
        return text
    }

    private func write(to text: inout String, lineBreak: String?) {
        switch self {
        case .null: text += "null"
        case .integer(let integer): text += "\(integer)"
        case .number(let number): text += number.isFinite ? "\(number)" : "null"
        case .string(let string): Self.write(string, to: &text)
        case .array(let items):
            Self.write(items, within: ("[", "]"), to: &text, lineBreak: lineBreak) { item, text, lineBreak in
                item.write(to: &text, lineBreak: lineBreak)
            }
        case .object(let members):
            Self.write(members, within: ("{", "}"), to: &text, lineBreak: lineBreak) { member, text, lineBreak in
                Self.write(member.name, to: &text)
                text += lineBreak == nil ? ":" : ": "
                member.value.write(to: &text, lineBreak: lineBreak)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], within brackets: (String, String), to text: inout String, lineBreak: String?,
        _ writeItem: (Item, inout String, String?) -> Void
    ) {
        let inner = items.isEmpty ? nil : lineBreak.map { $0 + " " }
        text += brackets.0
        for (position, item) in items.enumerated() {
            if position > 0 { text += "," }
            text += inner ?? ""
            writeItem(item, &text, inner)
        }
        if inner != nil { text += lineBreak ?? "" }
        text += brackets.1
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension MeasureJSON {
    /// A number, `null` where it is undefined.
    init(_ number: Double?) {
        self = number.map { .number($0) } ?? .null
    }

    /// An object of one member for each name.
    init(_ names: [String], _ values: [MeasureJSON]) {
        self = .object(zip(names, values).map { Member($0, $1) })
    }

    /// The members of an object, none of anything else.
    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }
}

extension MeasureJSON: ExpressibleByDictionaryLiteral {
    /// An object with its members in the order written.
    public init(dictionaryLiteral elements: (String, MeasureJSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}
