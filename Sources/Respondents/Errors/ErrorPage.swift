import Text

/// A body that is no JSON, as proxies and firewalls send it: a page of HTML, or a line of text.
struct ErrorPage {
    /// Whether it is HTML.
    let isHTML: Bool
    /// The page's title; nil where it has none.
    let title: String?
    /// The beginning of the text in lower case, marks included.
    let words: String

    /// Nil for JSON, and for nothing.
    init?(_ body: [UInt8]) {
        let beginning = String(decoding: body.prefix(16 << 10), as: UTF8.self)
        let text = beginning.trimmingSpace()
        guard let first = text.first, first != "{", first != "[" else { return nil }
        isHTML = first == "<"
        words = text.lowercased()
        title = isHTML ? Self.title(of: beginning) : nil
    }

    private static func title(of page: String) -> String? {
        let folded = page.lowercased()
        // Lower case can change a text's length: then the title is not worth the risk of a wrong cut.
        guard folded.utf8.count == page.utf8.count, let start = folded.ranges(of: "<title").first?.upperBound,
            let open = folded[start...].firstIndex(of: ">"), let end = folded[open...].ranges(of: "</title").first
        else { return nil }
        let from = folded.utf8.distance(from: folded.startIndex, to: folded.index(after: open))
        let to = folded.utf8.distance(from: folded.startIndex, to: end.lowerBound)
        let title = String(decoding: Array(page.utf8)[from..<to], as: UTF8.self).trimmingSpace()
        return title.isEmpty ? nil : String(title)
    }

    /// Why a page came instead of an answer under a status that speaks of permission.
    var cause: FailureCause? {
        if let cause = ServerReport(["message": .string(words)]).cause(among: [.location, .turnedAway]) {
            return cause
        }
        // A server that speaks of keys in plain text is the server itself.
        let speaksOfKeys = ["key", "token", "auth", "credential"].contains { words.contains($0) }
        return isHTML || !speaksOfKeys ? .turnedAway : nil
    }
}
