/// Splits off the reasoning that some models write before their answer.
///
/// - `<think>…</think>` (or `<thinking>`) at the start, several of them in a row too, is skipped.
/// - A closing tag without an opening one ends reasoning whose start the server has cut off.
/// - An opening tag at the start that never closes means that the answer was never begun.
/// - A reply that begins with a bracket has no reasoning: a tag in it belongs to one of its strings.
enum Reasoning {
    /// The range of the answer, or `nil` where the reasoning never ends.
    static func answer(in bytes: Bytes) -> Range<Int>? {
        var start = bytes.skippingBlanks(0, to: bytes.count)
        if bytes.byte(start) == .openBrace || bytes.byte(start) == .openBracket { return 0..<bytes.count }
        var lastClosing: Int?
        var at = bytes.index(of: UInt8(ascii: "<"), from: start, to: bytes.count)
        var openings = 0
        while at < bytes.count {
            if let length = tag(bytes, at, "</think") {
                lastClosing = at + length
                openings = 0
                start = bytes.skippingBlanks(at + length, to: bytes.count)
            } else if at == start, let length = tag(bytes, at, "<think") {
                openings += 1
                start = at + length
                start = bytes.skippingBlanks(start, to: bytes.count)
            }
            at = bytes.index(of: UInt8(ascii: "<"), from: at + 1, to: bytes.count)
        }
        if openings > 0 { return nil }
        return (lastClosing ?? 0)..<bytes.count
    }

    /// The length of the tag at `at` that begins with `name` and is `name>` or `nameing>`, in any case.
    private static func tag(_ bytes: Bytes, _ at: Int, _ name: StaticString) -> Int? {
        var length = name.utf8CodeUnitCount
        guard at + length < bytes.count else { return nil }
        for offset in 0..<length where bytes[at + offset].lowercased != name.utf8Start[offset] { return nil }
        if bytes.has("ing", at: at + length) { length += 3 }
        return bytes.byte(at + length) == UInt8(ascii: ">") ? length + 1 : nil
    }
}
