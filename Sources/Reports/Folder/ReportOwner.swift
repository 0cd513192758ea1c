import Text

/// Whose report a folder holds: kept in the folder's marker, so that the report of one run does not take the place of
/// another's unseen.
package struct ReportOwner: Sendable, Hashable {
    /// The respondent's name and the study's, for a person.
    package let words: String
    /// Sixteen hexadecimal digits that tell runs apart.
    package let key: String

    /// The owner of a run's report.
    ///
    /// - Parameter run: what makes two starts the same run.
    package init(respondent: String, study: String, run: String) {
        words = Plain.line("\(respondent), study \(study)").replacing("[", with: "(").replacing("]", with: ")")
        key = Self.digits(of: run)
    }

    /// What ``mark`` wrote; `nil` for anything else.
    init?(mark: Substring) {
        guard let open = mark.lastIndex(of: "["), let close = mark[open...].firstIndex(of: "]"),
            let start = mark.firstRange(of: " of ValueActionLens ")?.upperBound,
            let of = mark[start...].firstRange(of: " on ")?.upperBound, of < open
        else { return nil }
        words = String(mark[of..<open].dropLast())
        key = String(mark[mark.index(after: open)..<close])
    }

    /// " on local/m, study pilot [0123456789abcdef]".
    var mark: String { " on \(words) [\(key)]" }

    /// Sixteen hexadecimal digits that are the same for the same text, and hardly ever for another: FNV-1a, mixed once
    /// more, so that a few of them tell names apart, too.
    package static func digits(of text: String) -> String {
        var hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        for factor in [0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53] as [UInt64] {
            hash = (hash ^ (hash >> 33)) &* factor
        }
        hash ^= hash >> 33
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
