/// Tells a refusal from other text. Asked only where a reply holds no answer.
///
/// A text refuses where, in its first 2,000 bytes, case and the form of apostrophes aside,
/// 1. it begins with an apology or "unfortunately", and a first-person "can't", "won't", "don't", "unable" follows; or
/// 2. "can't", "cannot", "won't", "unable to", "decline to" … stands before a verb of answering ("I can't choose"); or
/// 3. it says that it comes from an AI or a language model, and denies something; or
/// 4. it says no more than that ("I would rather not.", "No comment.").
enum Refusal {
    static func isRefusal(_ bytes: Bytes, _ ranges: [Range<Int>]) -> Bool {
        let text = normalised(bytes, ranges)
        if openings.contains(where: { text.starts(with: $0.utf8) }), holds(text, firstPersonDenials) { return true }
        if holds(text, selfDescriptions), holds(text, denials) { return true }
        if saysNoMore(text) { return true }
        return inabilities.contains { inability in
            positions(of: inability, in: text).contains { end in
                verbs.contains { text[end...].starts(with: $0.utf8) }
            }
        }
    }

    static func isRefusal(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { isRefusal($0, [0..<$0.count]) }
    }

    private static let openings = [
        "i'm sorry", "i am sorry", "i'm very sorry", "sorry", "i apologize", "i apologise", "apologies", "my apologies",
        "unfortunately", "i'm afraid", "i regret",
    ]
    private static let firstPersonDenials = [
        "i can't", "i cannot", "i can not", "i won't", "i will not", "i'm unable", "i am unable", "i'm not able",
        "i am not able", "i don't", "i do not", "i must decline", "i have to decline", "i'm not comfortable",
        "i am not comfortable",
    ]
    private static let selfDescriptions = [
        "as an ai", "i'm an ai", "i am an ai", "as a language model", "as a large language model",
        "i'm a language model", "i am a language model", "i'm a large language model", "i am a large language model",
    ]
    private static let denials = [
        "don't", "do not", "can't", "cannot", "can not", "not to", "isn't possible", "is not possible", "unable",
        "not able", "shouldn't", "should not", "isn't appropriate", "is not appropriate",
    ]
    private static let wholeRefusals: Set<String> = [
        "i would rather not", "i'd rather not", "i prefer not to", "i'd prefer not to", "i would prefer not to",
        "no comment",
        "i decline", "i refuse", "i can't", "i cannot", "i won't", "i will not", "i pass", "pass",
    ]
    private static let inabilities = [
        "i can't ", "i cannot ", "i can not ", "i won't ", "i will not ", "i'm unable to ", "i am unable to ",
        "i'm not able to ", "i am not able to ", "i decline to ", "i must decline to ", "i refuse to ",
        "i would rather not ", "i'd rather not ", "i prefer not to ", "i'm not comfortable ", "i am not comfortable ",
        "i don't feel comfortable ", "i do not feel comfortable ", "and cannot ", "and can't ",
    ]
    private static let verbs = [
        "answer", "assist", "choos", "comply", "complet", "creat", "decid", "do that", "do this", "engag", "express",
        "fulfil", "generat", "giv", "help", "make", "making", "offer", "participat", "pick", "produc", "provid", "rat",
        "respond", "say", "select", "shar", "support", "tak", "with",
    ]

    /// Whether the text is a refusal from its first word to its last, marks at its end aside.
    private static func saysNoMore(_ text: [UInt8]) -> Bool {
        guard text.count < 40 else { return false }
        let end = text.lastIndex { $0.isWordByte }.map { $0 + 1 } ?? 0
        return wholeRefusals.contains(String(decoding: text[..<end], as: UTF8.self))
    }

    /// Lower case, straight apostrophes, single spaces, no marks of emphasis.
    private static func normalised(_ bytes: Bytes, _ ranges: [Range<Int>]) -> [UInt8] {
        var text: [UInt8] = []
        for range in ranges {
            var at = range.lowerBound
            while at < range.upperBound, text.count < 2000 {
                let mark = QuoteMark(bytes, at)
                if let mark {
                    text.append(mark.isDouble ? .doubleQuote : .apostrophe)
                } else if bytes[at].isBlank {
                    if text.last != .space, !text.isEmpty { text.append(.space) }
                } else if bytes[at] != UInt8(ascii: "*"), bytes[at] != UInt8(ascii: "_") {
                    text.append(bytes[at].lowercased)
                }
                at += mark?.length ?? 1
            }
        }
        return text
    }

    private static func holds(_ text: [UInt8], _ phrases: [String]) -> Bool {
        phrases.contains { !positions(of: $0, in: text).isEmpty }
    }

    /// The indices behind each occurrence of `phrase` that begins at the start of a word.
    private static func positions(of phrase: String, in text: [UInt8]) -> [Int] {
        let wanted = Array(phrase.utf8)
        guard let first = wanted.first, text.count >= wanted.count else { return [] }
        return (0...(text.count - wanted.count)).compactMap { start in
            guard text[start] == first, start == 0 || !text[start - 1].isWordByte,
                text[start..<start + wanted.count].elementsEqual(wanted)
            else { return nil }
            return start + wanted.count
        }
    }
}
