import Text

/// 128 bits in place of a question's id, or of a prompt's text: a file may hold millions.
struct QuestionKey: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// The key of an id: 32 hexadecimal digits in lower case; `nil` for anything else.
    init?(id: some StringProtocol) {
        var (high, low): (UInt64, UInt64) = (0, 0)
        var count = 0
        for byte in id.utf8 {
            guard count < 32, let digit = byte.hexadecimal, !(0x41...0x46).contains(byte) else { return nil }
            if count < 16 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
            count += 1
        }
        guard count == 32 else { return nil }
        (self.high, self.low) = (high, low)
    }

    /// The key of a text.
    init(text: String) {
        let digits = Digest(of: Array(text.utf8)).hexadecimal(bytes: 16)
        (high, low) = (UInt64(digits.prefix(16), radix: 16) ?? 0, UInt64(digits.suffix(16), radix: 16) ?? 0)
    }

    /// A mark of a set of keys, whatever their order: the bits of both halves, combined.
    static func mark(of keys: some Sequence<QuestionKey>) -> String {
        let sum = keys.reduce((UInt64(0), UInt64(0))) { ($0.0 ^ $1.high, $0.1 &+ $1.low) }
        return String(sum.0, radix: 16) + "-" + String(sum.1, radix: 16)
    }
}
