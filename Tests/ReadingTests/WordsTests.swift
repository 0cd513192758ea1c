import Reading
import Testing

@Suite("Words, digits and marks of all scripts")
struct WordsTests {
    private func fold(_ text: String) -> String { String(decoding: NameFolding.fold(text), as: UTF8.self) }

    private func words(_ text: String) -> [String] {
        let words = Words(text)
        return words.words.indices.map { words.text($0) }
    }

    @Test(arguments: ["2", "٢", "۲", "२", "২", "２", "②", "²", "2️⃣", "𝟐", "๒"])
    func `a digit of any script is that digit`(text: String) {
        #expect(fold(text) == "2")
        #expect(Words(text).number(0) == 2)
    }

    @Test
    func `letters with and without what some writers leave out are one`() {
        #expect(fold("Ｏｐｔｉｏｎ　Ａ") == "optiona")
        #expect(fold("الخِيَار") == fold("الخيار"))
        #expect(fold("الخيـــار") == fold("الخيار"))
        #expect(fold("أختار") == fold("اختار"))
        #expect(fold("چنوں گی") == fold("چنوں گي"))
        #expect(fold("चुनूँगा") == fold("चुनूंगा"))
        #expect(fold("می\u{200C}خواهم") == fold("میخواهم"))
        #expect(fold("二") == "二")
    }

    @Test
    func `words are cut by spaces, and signs of scripts without spaces one by one`() {
        #expect(words("Cafe\u{301} noir") == ["cafe", "noir"])
        #expect(words("विकल्प 1") == [fold("विकल्प"), "1"])
        #expect(words("选项1。") == ["选", "项", "1"])
        #expect(words("選択肢１を") == ["選", "択", "肢", "1", "を"])
        #expect(words("A选B") == ["a", "选", "b"])
        #expect(words("don't \u{202B}stop\u{202C}") == ["dont", "stop"])
        #expect(words("1️⃣ it") == ["1", "it"])
    }

    @Test(
        arguments: [
            ("a。b", ".", true), ("a । b", ".", true), ("a؟ b", "?", true), ("a！b", "!", true), ("a۔ b", ".", true),
            ("a，b", ",", false), ("a، b", ",", false), ("a؛ b", ";", false), ("a：b", ":", false), ("a（b", "(", false),
            ("a – b", "-", false), ("a『b", "", false), ("a «b", "", false), ("a „b", "", false), ("a 'b", "", false),
        ])
    func `marks of all scripts do what the ASCII ones do`(text: String, mark: String, endsSentence: Bool) {
        let words = Words(text)
        #expect(words.count == 2)
        #expect(words.before(1).map { String(UnicodeScalar($0)) } ?? "" == mark)
        #expect(words.gap(1).endsSentence == endsSentence)
    }
}
