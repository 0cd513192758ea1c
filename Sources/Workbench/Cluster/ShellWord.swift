/// Texts as words of a shell, and of a scheduler's directives.
package enum ShellWord {
    /// A text as one word of a POSIX shell, whatever it holds: as it is where it is plain, in single quotes elsewhere.
    ///
    /// A text with a zero in it is none that a shell can hold; see ``isPossible(_:)``.
    package static func quoted(_ text: String) -> String {
        let isWhole = !text.isEmpty && text.utf8.allSatisfy(isPlain)
        return isWhole ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }

    /// A text as one argument in a line of `#SBATCH`: as it is where it is plain, in double quotes elsewhere. A backslash keeps
    /// what follows it in quotes alone: outside them Slurm (22.05) ends a word at a blank all the same.
    ///
    /// - Returns: `nil` for a text that does not fit into a line.
    package static func directive(_ text: String) -> String? {
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy(isPlain) { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Whether a program can be handed a text as an argument.
    package static func isPossible(_ text: String) -> Bool { !text.utf8.contains(0) }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-_./:,=@+%^".utf8.contains(byte)
        }
    }
}
