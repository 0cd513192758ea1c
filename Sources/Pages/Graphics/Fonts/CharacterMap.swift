/// Which glyph stands for a character: the table `cmap`, in its formats 4 (two bytes) and 12 (all of Unicode).
struct CharacterMap: Sendable {
    private enum Kind {
        case segments(count: Int)
        case groups(count: Int)
    }

    private let table: FontBytes
    private let kind: Kind

    init(_ cmap: FontBytes) throws(FontError) {
        var best: (rank: Int, table: FontBytes, kind: Kind)?
        for index in 0..<min(cmap.word(2) ?? 0, 64) {
            let record = 4 + index * 8
            guard let platform = cmap.word(record), let encoding = cmap.word(record + 2),
                platform == 0 || platform == 3 && (encoding == 1 || encoding == 10),
                let start = cmap.long(record + 4), let table = cmap.part(start, cmap.count - min(start, cmap.count)),
                let kind = Self.kind(of: table)
            else { continue }
            let rank = if case .groups = kind { 2 } else { 1 }
            if rank > best?.rank ?? 0 { best = (rank, table, kind) }
        }
        guard let best else { throw .damaged("no table of Unicode characters") }
        (table, kind) = (best.table, best.kind)
    }

    private static func kind(of table: FontBytes) -> Kind? {
        switch table.word(0) {
        case 4: table.word(6).map { .segments(count: $0 / 2) }
        case 12: table.long(12).map { .groups(count: min($0, table.count / 12)) }
        default: nil
        }
    }

    /// The glyph of a code point; nil or 0 where there is none.
    func glyph(of code: UInt32) -> Int? {
        switch kind {
        case .segments(let count): code > 0xFFFF ? nil : segment(of: Int(code), count: count)
        case .groups(let count): group(of: Int(code), count: count)
        }
    }

    /// The first of some sorted places whose last code is not below a code.
    private func search(_ count: Int, _ last: (Int) -> Int?, _ code: Int) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            guard let end = last(middle) else { return nil }
            if end < code { low = middle + 1 } else { high = middle }
        }
        return low < count ? low : nil
    }

    private func segment(of code: Int, count: Int) -> Int? {
        guard let index = search(count, { table.word(14 + $0 * 2) }, code),
            let start = table.word(16 + (count + index) * 2), start <= code,
            let delta = table.word(16 + (2 * count + index) * 2)
        else { return nil }
        let place = 16 + (3 * count + index) * 2
        guard let offset = table.word(place) else { return nil }
        if offset == 0 { return (code + delta) & 0xFFFF }
        guard let glyph = table.word(place + offset + (code - start) * 2), glyph > 0 else { return nil }
        return (glyph + delta) & 0xFFFF
    }

    private func group(of code: Int, count: Int) -> Int? {
        guard let index = search(count, { table.long(16 + $0 * 12 + 4) }, code),
            let start = table.long(16 + index * 12), start <= code, let first = table.long(16 + index * 12 + 8)
        else { return nil }
        return first + code - start
    }
}
