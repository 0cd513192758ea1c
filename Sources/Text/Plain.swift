/// Text from outside (names, columns, replies, messages of servers) made fit for the eyes of a person: on a terminal, in a
/// page, a table or a log. What could steer a terminal, turn the direction of writing or forge a line is shown or left
/// out; ordinary spelling stays, joiners (ZWNJ, ZWJ) and the signs of every script among it.
package enum Plain {
    /// The text on one line: line breaks and tabs become spaces, other control characters their pictures (`␛`).
    package static func line(_ text: String) -> String {
        shown(text, keepsLines: false, keepsColour: false)
    }

    /// The text with its lines and tabs, and nothing else that steers.
    ///
    /// - Parameter keepsColour: whether colours (`ESC [ 1 m` and the like) may pass, for text that has some of our own.
    package static func text(_ text: String, keepsColour: Bool = false) -> String {
        shown(text, keepsLines: true, keepsColour: keepsColour)
    }

    /// A JSON document with everything that steers written as `\u…`, which changes nothing of what it says.
    package static func json(_ document: String) -> String {
        guard document.utf8.contains(where: isSuspect) else { return document }
        var escaped = ""
        for scalar in document.unicodeScalars {
            guard isSteering(scalar), scalar != "\n", scalar != "\t", scalar != "\r" else {
                escaped.unicodeScalars.append(scalar)
                continue
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return escaped
    }

    /// Whether a scalar breaks a line, steers a terminal or turns the direction of writing.
    package static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// Whether a byte of UTF-8 may belong to such a scalar: nearly all text has none, and is passed on as it is.
    private static func isSuspect(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0A: false
        case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
        default: false
        }
    }

    private static func shown(_ text: String, keepsLines: Bool, keepsColour: Bool) -> String {
        guard text.utf8.contains(where: { isSuspect($0) || (!keepsLines && $0 == 0x0A) }) else { return text }
        let scalars = Array(text.unicodeScalars)
        var shown = String.UnicodeScalarView()
        var at = 0
        while at < scalars.count {
            if keepsColour, let end = endOfColour(scalars, at) {
                shown.append(contentsOf: scalars[at..<end])
                at = end
                continue
            }
            let next = at + 1 < scalars.count ? scalars[at + 1] : nil
            if let scalar = picture(of: scalars[at], before: next, after: shown.last, keepsLines: keepsLines) {
                shown.append(scalar)
            }
            at += 1
        }
        return String(shown)
    }

    /// What stands for a scalar; `nil` where it is left out.
    private static func picture(
        of scalar: Unicode.Scalar, before next: Unicode.Scalar?, after last: Unicode.Scalar?, keepsLines: Bool
    ) -> Unicode.Scalar? {
        guard isSteering(scalar) else { return scalar }
        switch scalar.value {
        case 0x0A, 0x09: return keepsLines ? scalar : " "
        case 0x0D where next == "\n": return nil
        case 0x0D where keepsLines: return "\u{240D}"
        case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: return " "
        case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: return "\u{2421}"
        // Marks that only lean on the direction of what stands beside them.
        case 0x61C, 0x200E, 0x200F, 0xFEFF: return nil
        // Tags spell the flags of regions behind a black flag, and hide text anywhere else.
        case 0xE0020...0xE007F where last?.value == 0x1F3F4 || (0xE0020..<0xE007F).contains(last?.value ?? 0):
            return scalar
        default: return "\u{FFFD}"
        }
    }

    /// Where `ESC [ digits m` ends that begins here.
    private static func endOfColour(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
        guard scalars[start] == "\u{1B}", start + 1 < scalars.count, scalars[start + 1] == "[" else { return nil }
        let digits = scalars[(start + 2)...].prefix(3).prefix { ("0"..."9").contains($0) }
        guard (1...2).contains(digits.count), digits.endIndex < scalars.count, scalars[digits.endIndex] == "m" else {
            return nil
        }
        return digits.endIndex + 1
    }
}
