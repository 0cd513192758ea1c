/// An action's text with its attributed spans told apart from the rest.
struct Attribution: Equatable {
    /// A stretch of the action, marked or not.
    struct Piece: Equatable {
        let text: String
        let isMarked: Bool
    }

    /// The action, cut into stretches; together they are the action.
    let pieces: [Piece]
    /// Attributions that do not stand in the action word by word, each once.
    let elsewhere: [String]

    /// Marks every place where a span stands in the action literally. Spans that overlap or touch become one mark.
    init(action: String, spans: [String]) {
        let text = Array(action.unicodeScalars)
        var marked = [Bool](repeating: false, count: text.count)
        var elsewhere: [String] = []
        for span in spans {
            let trimmed = Array(span.unicodeScalars.drop { $0.properties.isWhitespace })
            let sought = Array(trimmed.prefix((trimmed.lastIndex { !$0.properties.isWhitespace } ?? -1) + 1))
            guard !sought.isEmpty else { continue }
            let places = Attribution.places(of: sought, in: text)
            for place in places { for index in place..<place + sought.count { marked[index] = true } }
            let label = Attribution.string(sought[...])
            if places.isEmpty, !elsewhere.contains(label) { elsewhere.append(label) }
        }
        self.elsewhere = elsewhere
        pieces = Attribution.pieces(of: text, marked: marked)
    }

    private static func places(of sought: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
        guard sought.count <= text.count else { return [] }
        return (0...text.count - sought.count).filter { start in
            text[start] == sought[0] && text[start..<start + sought.count].elementsEqual(sought)
        }
    }

    private static func pieces(of text: [Unicode.Scalar], marked: [Bool]) -> [Piece] {
        var pieces: [Piece] = []
        var start = 0
        for index in text.indices where index + 1 == text.count || marked[index + 1] != marked[index] {
            pieces.append(Piece(text: string(text[start...index]), isMarked: marked[index]))
            start = index + 1
        }
        return pieces
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
