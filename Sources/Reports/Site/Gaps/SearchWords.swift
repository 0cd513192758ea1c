import Pages
import Text

/// What a page says of a search.
enum SearchWords {
    /// A text shows at most so many hits: a page has room for so many elements.
    private static let mostHits = 8

    static func notices(_ search: SearchFindings) -> [String] {
        var notices: [String] = []
        if search.query.isEmpty {
            notices.append("Nothing of what was typed is a word: all cells are shown.")
        } else if !search.query.isSeeking {
            notices.append("A word to be left out needs another one to be found: all cells are shown.")
        }
        if search.query.isCut {
            notices.append(
                "That is too much to look for: the first \(SearchQuery.longest) characters, \(SearchQuery.mostTerms) words or "
                    + "phrases, and \(SearchQuery.mostWords) words of a phrase count.")
        }
        if search.isPartial {
            notices.append(
                "More texts hold this than are looked at for one page: what is counted and shown comes from the first of them."
            )
        }
        if let hindrance = search.hindrance {
            notices.append("Not everything can be searched: \(hindrance).")
        } else if search.searched < search.replies {
            notices.append(
                "\(Numerals.count(search.searched)) of \(Numerals.count(search.replies)) replies are searched so far; load "
                    + "this page again to see what was found since.")
        }
        return notices
    }

    /// The replies of Task 1 in which it stands.
    static func scenarios(_ search: SearchFindings?, run: Int) -> Markup {
        guard let search, search.scenarioReplies > 0 else { return .empty }
        let count = Numerals.count(search.scenarioReplies, "reply", "replies")
        return PageBlocks.details(
            "Found in \(count) to Task 1, too: each rates all values of a scenario, and is of no single cell",
            [list(search.scenarioSnippets, run: run)])
    }

    static func list(_ found: [FoundText], run: Int) -> Markup {
        .element("ul", ["class": "found"], found.map { item($0, run: run) })
    }

    private static func item(_ found: FoundText, run: Int) -> Markup {
        let label: Markup =
            found.question.map {
                .element("a", ["href": ReplyAddress(question: $0, run: run).link().href], text: found.label)
            } ?? .text(found.label)
        return .element(
            "li", [:],
            [
                .element("p", ["class": "quiet"], [label]),
                .element("p", ["dir": "auto"], pieces(found.snippet)),
            ])
    }

    private static func pieces(_ snippet: SearchSnippet) -> [Markup] {
        var hits = 0
        return snippet.parts.map { part in
            hits += part.isHit ? 1 : 0
            return part.isHit && hits <= mostHits ? .element("mark", [:], text: part.text) : .text(part.text)
        }
    }
}
