/// Which writing a LaTeX file needs beyond what pdfLaTeX sets by itself.
package enum LaTeXScripts {
    /// A first line that says which engine and font are needed; nothing for text in Latin letters.
    package static func remark(on text: String) -> String {
        let found = scripts(in: text)
        guard let first = found.first else { return "" }
        let named = found.map(\.name).joined(separator: ", ")
        let font = first.font.map { ", such as \\usepackage{fontspec}\\setmainfont{\($0)}" } ?? ""
        let direction = found.contains(where: \.isRightToLeft) ? ", and a package for writing from right to left" : ""
        return
            "% Needs XeLaTeX or LuaLaTeX with a font of its script (\(named))\(font)\(direction); pdfLaTeX stops at it.\n"
    }

    private struct Script {
        let name: String
        let ranges: [ClosedRange<UInt32>]
        var font: String?
        var isRightToLeft = false
    }

    private static let known: [Script] = [
        Script(name: "Greek", ranges: [0x370...0x3FF, 0x1F00...0x1FFF], font: "Noto Serif"),
        Script(name: "Cyrillic", ranges: [0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF], font: "Noto Serif"),
        Script(name: "Armenian", ranges: [0x530...0x58F], font: "Noto Serif Armenian"),
        Script(
            name: "Hebrew", ranges: [0x590...0x5FF, 0xFB1D...0xFB4F], font: "Noto Serif Hebrew", isRightToLeft: true),
        Script(
            name: "Arabic", ranges: [0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC],
            font: "Noto Naskh Arabic", isRightToLeft: true),
        Script(name: "Devanagari", ranges: [0x900...0x97F, 0xA8E0...0xA8FF], font: "Noto Serif Devanagari"),
        Script(name: "Bengali", ranges: [0x980...0x9FF], font: "Noto Serif Bengali"),
        Script(name: "Gurmukhi", ranges: [0xA00...0xA7F], font: "Noto Serif Gurmukhi"),
        Script(name: "Gujarati", ranges: [0xA80...0xAFF], font: "Noto Serif Gujarati"),
        Script(name: "Tamil", ranges: [0xB80...0xBFF], font: "Noto Serif Tamil"),
        Script(name: "Telugu", ranges: [0xC00...0xC7F], font: "Noto Serif Telugu"),
        Script(name: "Kannada", ranges: [0xC80...0xCFF], font: "Noto Serif Kannada"),
        Script(name: "Malayalam", ranges: [0xD00...0xD7F], font: "Noto Serif Malayalam"),
        Script(name: "Sinhala", ranges: [0xD80...0xDFF], font: "Noto Serif Sinhala"),
        Script(name: "Thai", ranges: [0xE00...0xE7F], font: "Noto Serif Thai"),
        Script(name: "Georgian", ranges: [0x10A0...0x10FF, 0x1C90...0x1CBF], font: "Noto Serif Georgian"),
        Script(name: "Ethiopic", ranges: [0x1200...0x139F], font: "Noto Serif Ethiopic"),
        Script(name: "Khmer", ranges: [0x1780...0x17FF], font: "Noto Serif Khmer"),
        Script(
            name: "Korean", ranges: [0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF], font: "Noto Serif CJK KR"),
        Script(
            name: "Japanese", ranges: [0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F], font: "Noto Serif CJK JP"),
        Script(
            name: "Chinese characters",
            ranges: [
                0x2E80...0x2FDF, 0x3000...0x303F, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60, 0x20000...0x3FFFF,
            ],
            font: "Noto Serif CJK SC"),
    ]

    /// The scripts met, in the order of the list; letters of none of them count as one more.
    private static func scripts(in text: String) -> [Script] {
        var met: Set<Int> = []
        var others = false
        for scalar in text.unicodeScalars where !isLatin(scalar) {
            if let index = known.firstIndex(where: { $0.ranges.contains { $0.contains(scalar.value) } }) {
                met.insert(index)
            } else {
                others = true
            }
        }
        return met.sorted().map { known[$0] } + (others ? [Script(name: "other signs", ranges: [])] : [])
    }

    /// What pdfLaTeX sets from UTF-8 without further packages: ASCII, the letters of Latin-1 and Latin Extended-A, and
    /// the typographic marks.
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x180, 0x218...0x21B, 0x2013, 0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2020...0x2022, 0x2026,
            0x2030,
            0x2039, 0x203A, 0x20AC, 0x2122:
            true
        default: false
        }
    }
}
