extension ShownText {
    /// A text is cut at most so many bytes before the place that is wanted.
    package static let window = 256

    /// The last place, at most at `nominal`, at which a character begins, as the bytes within a window before it tell: what comes
    /// before them does not, so that the part before ends where the next one begins.
    package static func cut(_ bytes: [UInt8], near nominal: Int) -> Int {
        // Forward, so that nothing before the window has a say.
        var begin = max(0, nominal - window)
        while begin < nominal, begin < bytes.count, bytes[begin] & 0xC0 == 0x80 { begin += 1 }
        let end = min(bytes.count, nominal + 4)
        let near = scalarStart(bytes, nominal)
        guard begin < near, near < bytes.count else { return near }
        // A scalar that the window cuts off at its end would make the rest no UTF-8.
        let whole = (0...3).compactMap { String(validating: bytes[begin..<max(begin, end - $0)], as: UTF8.self) }.first
        guard let text = whole else { return near }
        var last = begin
        var at = begin
        for character in text {
            if at > nominal { break }
            last = at
            at += character.utf8.count
        }
        // A character longer than the window is cut between its scalars.
        return last == begin ? near : last
    }

    /// The place, or up to three bytes before it, at which a scalar begins.
    private static func scalarStart(_ bytes: [UInt8], _ place: Int) -> Int {
        guard place < bytes.count else { return bytes.count }
        for back in 0...3 where place - back >= 0 {
            if bytes[place - back] & 0xC0 != 0x80 { return place - back }
        }
        return place
    }
}
