/// A set of phrases of one word or more, found where a text has them.
struct Phrases: Sendable {
    private var byFirst: [String: [[String]]] = [:]
    private var byLast: [String: [[String]]] = [:]

    /// Phrases separated by commas, folded as texts are.
    init(_ lists: [String], elisions: Set<String> = []) {
        for list in lists {
            for item in list.split(separator: ",") { add(Words(item, elisions: elisions).texts) }
        }
    }

    private mutating func add(_ words: [String]) {
        guard let first = words.first, let last = words.last else { return }
        byFirst[first, default: []].append(words)
        byLast[last, default: []].append(words)
    }

    /// How many words of the longest phrase stand at `index`, 0 where none does.
    func length(_ words: [String], at index: Int) -> Int {
        guard index >= 0, index < words.count, let candidates = byFirst[words[index]] else { return 0 }
        return candidates.reduce(0) { longest, phrase in
            phrase.count > longest && index + phrase.count <= words.count
                && words[index..<index + phrase.count].elementsEqual(phrase) ? phrase.count : longest
        }
    }

    /// How many words of the longest phrase end right before `index`, 0 where none does.
    func length(_ words: [String], endingAt index: Int) -> Int {
        guard index > 0, index <= words.count, let candidates = byLast[words[index - 1]] else { return 0 }
        return candidates.reduce(0) { longest, phrase in
            phrase.count > longest && index >= phrase.count
                && words[index - phrase.count..<index].elementsEqual(phrase) ? phrase.count : longest
        }
    }

    /// Whether any phrase begins with the word.
    func begins(with word: String) -> Bool { byFirst[word] != nil }

    func has(_ words: [String], at index: Int) -> Bool { length(words, at: index) > 0 }

    /// The index behind the first phrase in `range` that lies in it wholly, or `nil`.
    func firstEnd(_ words: [String], in range: Range<Int>) -> Int? {
        for index in range {
            let count = length(words, at: index)
            if count > 0, index + count <= range.upperBound { return index + count }
        }
        return nil
    }

    func occurs(_ words: [String], in range: Range<Int>) -> Bool { firstEnd(words, in: range) != nil }

    /// Whether the phrase is the whole of `words`.
    func isWhole(_ words: [String]) -> Bool { !words.isEmpty && length(words, at: 0) == words.count }

    /// Every word that any phrase holds.
    var vocabulary: Set<String> { Set(byFirst.values.joined().joined()) }
}
