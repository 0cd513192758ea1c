import Foundation
import Reports

/// The name of a report's folder where none is given.
package enum ReportName {
    /// "report-pilot-simulated-subject": nothing in it that a file system or a shell would mind. Where a name loses
    /// something by that (a space, a colon, a capital, which some file systems don't tell apart), eight digits tell it
    /// from others that lose the same: "report-pilot-ollama-llama3-8b-0d1c2b3a".
    package static func name(study: String, respondent: String) -> String {
        let readable = readable(respondent)
        let start = "report-\(study)" + (readable.isEmpty ? "" : "-\(readable)")
        return isWhole(respondent, readable) ? start : start + "-" + ReportOwner.digits(of: respondent).prefix(8)
    }

    /// The name with letters and digits of every script, points and underscores, and a hyphen for all else.
    static func readable(_ respondent: String) -> String {
        let kept = respondent.precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .nonspacingMark, .spacingMark:
                Character(scalar)
            default: scalar == "." || scalar == "_" ? Character(scalar) : "-"
            }
        }
        var text = ""
        for part in String(String.UnicodeScalarView(kept.flatMap(\.unicodeScalars))).split(separator: "-") {
            for character in (text.isEmpty ? "" : "-") + part {
                // File systems count bytes, 255 for a name.
                guard text.utf8.count + character.utf8.count <= 80 else { return trimmed(text) }
                text.append(character)
            }
        }
        return trimmed(text)
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while let last = text.last, last == "." || last == "-" { text.removeLast() }
        return String(text.drop { $0 == "." || $0 == "-" })
    }

    /// Whether the name can be had back: small letters, and one slash behind a provider at most.
    private static func isWhole(_ respondent: String, _ readable: String) -> Bool {
        let parts = respondent.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let isPlain = readable.utf8.allSatisfy { byte in
            ("a"..."z").contains(Character(Unicode.Scalar(byte)))
                || ("0"..."9").contains(Character(Unicode.Scalar(byte)))
                || [".", "_", "-"].contains(Character(Unicode.Scalar(byte)))
        }
        guard isPlain, parts.joined(separator: "-") == readable else { return false }
        return parts.count == 1 || parts[0].allSatisfy { $0.isLetter || $0.isNumber }
    }
}
