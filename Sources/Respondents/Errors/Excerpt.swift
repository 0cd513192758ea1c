/// A short piece of what a server sent, fit for one line of a terminal or log.
enum Excerpt {
    /// The beginning of `text` in at most 160 characters: the key is scrubbed before anything is cut off, so that no part
    /// of it is left, and control characters and line breaks become single spaces.
    static func of(_ text: String, hiding key: Secret? = nil) -> String {
        let scrubbed = key?.scrubbed(from: text) ?? text
        var result = ""
        var length = 0
        var pendingSpace = false
        for scalar in scrubbed.unicodeScalars {
            guard isPrintable(scalar) else {
                pendingSpace = !result.isEmpty
                continue
            }
            if length >= 160 { return result + "…" }
            if pendingSpace { result.append(" ") }
            length += pendingSpace ? 2 : 1
            pendingSpace = false
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// The beginning of a body, read as UTF-8 as far as it is.
    static func of(_ bytes: [UInt8], hiding key: Secret? = nil) -> String {
        of(String(decoding: bytes.prefix(64 << 10), as: UTF8.self), hiding: key)
    }

    /// White space, control and format characters can forge lines or turn the direction of writing.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .surrogate,
            .unassigned:
            false
        default: true
        }
    }
}
