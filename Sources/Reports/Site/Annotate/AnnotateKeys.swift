/// What the keys of an item's page do. A key's character and what it does are two things: the key of an answer says where the answer
/// stands, and never is its value.
package enum AnnotateKey: String, CaseIterable, Sendable {
    case next = "n"
    case previous = "p"
    case down = "j"
    case up = "k"
    case undo = "u"
    case note = "e"
    case skip = "s"
    case missing = "m"
    case guideline = "g"

    /// What it does, as the page says it.
    package var words: String {
        switch self {
        case .next: "save, and go to the next item"
        case .previous: "save, and go to the previous item"
        case .down: "to the next question"
        case .up: "to the question before"
        case .undo: "undo the last change"
        case .note: "write a note; Escape leaves it"
        case .skip: "skip this item, with a reason"
        case .missing: "what is still missing"
        case .guideline: "open or close the guideline"
        }
    }

    /// The key that leads to “No code applies”. It ticks nothing, so that nobody says so by a slip.
    package static let noCode = "x"

    /// The key of the code at a place, from 0: 1 to 9, 0 for the tenth, then letters that mean nothing else; `nil` where none is left.
    package static func code(at place: Int) -> String? {
        if let key = answer(at: place) { return key }
        let free = Array("abcdefghijklmnopqrstuvwyz").map { String($0) }.filter { AnnotateKey(rawValue: $0) == nil }
        return free.indices.contains(place - 10) ? free[place - 10] : nil
    }

    /// The key of the answer at a place, from 0: 1 to 9, then 0 for the tenth; `nil` for later ones, which have none.
    package static func answer(at place: Int) -> String? {
        switch place {
        case 0..<9: String(place + 1)
        case 9: "0"
        default: nil
        }
    }
}
