import Pages
import Text

extension ShownReading {
    /// "the reader, version 4" or "a person".
    var reader: String { version == 0 ? "a person" : "the reader, version \(version)" }

    /// What was read, in a line: "answered: Option 2, the action against the value".
    ///
    /// - Parameter value: of Task 1, whose rating is told; nil tells how many there are.
    func words(of value: String? = nil) -> String {
        let why = reason.map { ": \(PlainNames.words($0))" } ?? ""
        guard state == "answered" else { return state + why }
        if let choice { return "answered: \(choice)\(sideWords)" }
        if side != nil { return "answered\(sideWords.replacing(", ", with: ": "))" }
        guard !ratings.isEmpty else { return "answered" + (content.map { ": \($0)" } ?? "") }
        if let value, let rating = ratings.first(where: { $0.value == value }) {
            return rating.option == nil ? "answered, but not this value" : "answered: \(rating.words)"
        }
        return "answered: \(Numerals.count(ratings.count { $0.option != nil })) of "
            + "\(Numerals.count(ratings.count, "rating", "ratings")) read"
    }

    private var sideWords: String {
        switch side {
        case .agree: ", the action for the value"
        case .disagree: ", the action against the value"
        case nil: ""
        }
    }

    /// All ratings, a line each, folded; nothing where there are none.
    ///
    /// - Parameter value: the one that is told elsewhere.
    func rest(besides value: String?) -> Markup {
        let others = ratings.filter { $0.value != value }
        guard !others.isEmpty else { return .empty }
        let shown = others.prefix(Self.mostRatings).map { "\($0.value): \($0.words)" }
        let left =
            others.count > Self.mostRatings ? ["… and \(Numerals.count(others.count - Self.mostRatings)) more"] : []
        return PageBlocks.details(
            value == nil
                ? "All ratings" : "The other \(Numerals.count(others.count, "rating", "ratings")) of this reply",
            [.element("div", ["class": "said lines", "dir": "auto"], text: (shown + left).joined(separator: "\n"))])
    }

    private static let mostRatings = 500
}

extension ShownReading.Rating {
    /// "2, agree" or "not read".
    var words: String {
        option.map { number in "\(number)" + (label.map { $0 == "\(number)" ? "" : ", \($0)" } ?? "") } ?? "not read"
    }
}
