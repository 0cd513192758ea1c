/// What a reply holds, as a tree: JSON's six kinds, whatever notation the respondent used for them.
///
/// Objects keep their fields in the order written, a repeated key included, because a value rated twice must be
/// seen twice. Numbers keep their text.
package enum LooseValue: Sendable, Hashable {
    /// `{…}`, or a Python dictionary.
    case object([LooseField])
    /// `[…]`, or a Python list, tuple or set.
    case array([LooseValue])
    /// A quoted text, escapes resolved; in repaired replies also a bare word.
    case string(String)
    /// A number as it was written: "2", "2.0", "1e3".
    case number(String)
    /// `true`, `false`, `True`, `False`.
    case bool(Bool)
    /// `null`, `None`.
    case null

    /// The fields of an object, else `nil`.
    package var fields: [LooseField]? {
        guard case .object(let fields) = self else { return nil }
        return fields
    }

    /// The items of an array, else `nil`.
    package var items: [LooseValue]? {
        guard case .array(let items) = self else { return nil }
        return items
    }

    /// The text of a string or number, else `nil`.
    package var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }
}

/// One key of an object and what stands behind it.
package struct LooseField: Sendable, Hashable {
    /// The key as written.
    package let key: String
    /// Its value.
    package let value: LooseValue

    /// A field.
    package init(key: String, value: LooseValue) {
        self.key = key
        self.value = value
    }
}
