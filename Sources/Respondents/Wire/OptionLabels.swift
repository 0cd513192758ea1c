/// The labels of options, and what tells them apart.
struct OptionLabels {
    /// In lower case.
    private let labels: [[Unicode.Scalar]]
    /// How many characters all of them begin with.
    private let shared: Int

    init(_ labels: [String]) {
        let labels = labels.map { Array($0.lowercased().unicodeScalars) }
        self.labels = labels
        let first = labels.first ?? []
        shared =
            first.indices.first { place in labels.contains { $0.count <= place || $0[place] != first[place] } }
            ?? first.count
    }

    /// Whether there are two or more, none of which begins with all of another.
    var areDistinct: Bool {
        labels.count > 1
            && labels.indices.allSatisfy { index in
                labels.indices.allSatisfy { $0 == index || !labels[$0].starts(with: labels[index]) }
            }
    }

    /// Where in a text, at or behind `start`, the first label stops being like the others.
    func place(in text: [Unicode.Scalar], from start: Int) -> Int? {
        var at = start
        while at < text.count {
            let isWordStart = at == 0 || !(text[at - 1].isASCII && isLetter(text[at - 1]))
            if isWordStart, labels.contains(where: { isLabel($0, in: text, at: at) }) { return at + shared }
            at += 1
        }
        return nil
    }

    private func isLabel(_ label: [Unicode.Scalar], in text: [Unicode.Scalar], at start: Int) -> Bool {
        let end = start + label.count
        guard !label.isEmpty, end <= text.count, text[start..<end].elementsEqual(label) else { return false }
        // "Option 1" does not stand in "Option 10", nor "A" in "And"; scripts without spaces go on without one.
        guard end < text.count, let last = label.last, last.isASCII, text[end].isASCII else { return true }
        return !(isLetter(last) && isLetter(text[end]))
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// The numbers, from 1, of the options that a token may mean: it begins what tells the label from others, holds it
    /// whole, or ends with the label.
    func options(meantBy token: String) -> [Int] {
        let token = Array(token.unicodeScalars)
        return labels.indices.filter { index in
            let own = Array(labels[index].dropFirst(shared).drop { $0 == " " })
            guard !own.isEmpty else { return false }
            let holdsMore = token.count > own.count && token.suffix(own.count).elementsEqual(own)
            return own.starts(with: token) || token.starts(with: labels[index])
                || (holdsMore && labels[index].suffix(token.count).elementsEqual(token))
        }.map { $0 + 1 }
    }
}
