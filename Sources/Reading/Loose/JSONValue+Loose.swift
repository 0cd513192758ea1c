import Text

/// What a reply holds is JSON's kinds, whatever notation the respondent used for them: Python's `True` is `true`, and in a
/// repaired reply a bare word is a string. Numbers keep their text.
extension JSONValue {
    /// The members of an object; `nil` for anything else.
    var fields: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The items of an array; `nil` for anything else.
    var items: [JSONValue]? { array }

    /// The text of a string or of a number; `nil` for anything else.
    var text: String? {
        switch self {
        case .string(let text), .written(let text): text
        default: nil
        }
    }
}
