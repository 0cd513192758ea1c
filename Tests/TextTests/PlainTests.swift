import Text
import Testing

/// Text from outside, made fit for a terminal.
struct PlainTests {
    static let steering: [(String, line: String, text: String)] = [
        ("\u{1B}[31mred", "␛[31mred", "␛[31mred"), ("\u{1B}]0;title\u{7}", "␛]0;title␇", "␛]0;title␇"),
        ("a\u{9B}31m", "a\u{FFFD}31m", "a\u{FFFD}31m"), ("del\u{7F}", "del␡", "del␡"),
        ("two\nlines", "two lines", "two\nlines"), ("two\r\nlines", "two lines", "two\nlines"),
        ("over\rwritten", "over written", "over␍written"), ("tab\there", "tab here", "tab\there"),
        ("a\u{85}b\u{2028}c\u{2029}d", "a b c d", "a b c d"), ("\u{202E}gnp.exe", "\u{FFFD}gnp.exe", "\u{FFFD}gnp.exe"),
        ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}", "\u{FFFD}x\u{FFFD}"), ("\u{200E}a\u{200F}b\u{61C}", "ab", "ab"),
        ("\u{FEFF}a", "a", "a"), ("hid\u{E0068}\u{E0069}", "hid\u{FFFD}\u{FFFD}", "hid\u{FFFD}\u{FFFD}"),
    ]

    @Test(arguments: steering)
    func `what steers is shown or left out`(example: (String, line: String, text: String)) {
        #expect(Plain.line(example.0) == example.line)
        #expect(Plain.text(example.0) == example.text)
    }

    @Test(arguments: [
        "می‌خواهم", "क्‍ष", "👩‍👩‍👧", "ما‌را", "日本語、中文。", "é e\u{301}", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        "Straße — “quoted” …", "٣٫١٤", "\u{600}١٢",
    ])
    func `ordinary spelling stays as it is`(text: String) {
        #expect(Plain.line(text) == text)
        #expect(Plain.text(text) == text)
        // A flag's tags are escaped in JSON, which says the same.
        #expect(text.unicodeScalars.first?.value == 0x1F3F4 || Plain.json(text) == text)
    }

    @Test func `our own colours pass where they are allowed, and nothing that only looks like them`() {
        #expect(Plain.text("\u{1B}[1mbold\u{1B}[0m", keepsColour: true) == "\u{1B}[1mbold\u{1B}[0m")
        for code in ["\u{1B}[2J", "\u{1B}[m", "\u{1B}[131m", "\u{1B}[1", "\u{1B}", "\u{1B}[1;31m", "\u{1B}]0;x"] {
            #expect(!Plain.text(code, keepsColour: true).unicodeScalars.contains("\u{1B}"))
        }
    }

    @Test func `a JSON document says the same, with escapes`() {
        #expect(
            Plain.json("{\"a\": \"\u{7F}\u{9B}\u{202E}\u{E0041}\"}\n") == #"{"a": "\u007f\u009b\u202e\udb40\udc41"}"#
                + "\n")
    }
}
