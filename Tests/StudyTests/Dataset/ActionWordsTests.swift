import Study
import Testing

/// The words of an action, by which marks are set.
struct ActionWordsTests {
    @Test(arguments: [
        ("I don't wait, alone.", ["I", "don't", "wait", "alone"]),
        ("nine-term thrill – no", ["nine-term", "thrill", "no"]),
        ("“Yes,” 3.5 €", ["Yes", "3", "5", "€"]),
        // A family of four scalars with joiners, and a pile of poo, are one word each.
        ("a 👨🏻‍🚒 b💩c", ["a", "👨🏻‍🚒", "b", "💩", "c"]),
        ("cafe\u{301} nai\u{308}ve", ["cafe\u{301}", "nai\u{308}ve"]),
        // Urdu joins with ZWNJ inside a word.
        ("میں اکیلا نہیں‌چلتا۔", ["میں", "اکیلا", "نہیں‌چلتا"]),
        ("我独自去，不等。", ["我", "独", "自", "去", "不", "等"]), ("", []), ("… !", []),
    ])
    func `are cut as people read them`(text: String, words: [String]) {
        #expect(ActionWords(text).words.map(\.text) == words)
    }

    @Test(arguments: ["a 👨🏻‍🚒 b💩c", "نہیں‌چلتا میں", "cafe\u{301} – 我去", "x"])
    func `count in Unicode scalars, and each stands in its text`(text: String) {
        let words = ActionWords(text)
        #expect(words.words.allSatisfy { $0.stands(in: text) })
        let all = words.spans(of: Set(words.words.indices))
        #expect(all.count == 1 && all[0].stands(in: text))
        #expect(words.touched(by: all) == Set(words.words.indices))
    }

    @Test func `a mark that cuts a word touches the whole of it, and neighbours make one stretch`() throws {
        let words = ActionWords("I wait for nobody, ever")
        let cut = try #require(ActionSpan(start: 4, end: 9, of: words.text))
        #expect(cut.text == "it fo")
        #expect(words.touched(by: [cut]) == [1, 2])
        #expect(words.spans(of: [1, 2, 4]).map(\.text) == ["wait for", "ever"])
        #expect(words.spans(of: [3, 4]).map(\.text) == ["nobody, ever"])
        #expect(words.spans(of: [7, -1]).isEmpty)
        for numbers in [Set([0]), [1, 2], [0, 2, 4], []] {
            #expect(words.touched(by: words.spans(of: numbers)) == numbers)
        }
    }
}
