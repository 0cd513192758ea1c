extension TrueTypeFont {
    /// A glyph of so many parts of parts is none that a font means.
    private static let mostDepth = 6
    /// So many parts, parts of parts included.
    private static let mostParts = 64

    /// A glyph's outline in units, y upward; empty where it has none, or where it can't be read.
    package func outline(of glyph: Int) -> Outline {
        var outline = Outline()
        var left = Self.mostParts
        add(glyph, Mapping(), depth: 0, &left, to: &outline)
        return outline
    }

    private func add(_ glyph: Int, _ map: Mapping, depth: Int, _ left: inout Int, to outline: inout Outline) {
        guard depth < Self.mostDepth, left > 0, let bytes = outlineBytes(of: glyph), let contours = bytes.signed(0)
        else { return }
        left -= 1
        if contours >= 0 {
            guard let points = Self.points(of: bytes, contours: contours) else { return }
            for contour in points { outline.steps += Self.steps(of: contour).moved(by: map).steps }
        } else {
            addParts(bytes, map, depth: depth, &left, to: &outline)
        }
    }

    private func addParts(
        _ bytes: FontBytes, _ map: Mapping, depth: Int, _ left: inout Int, to outline: inout Outline
    ) {
        var place = 10
        while left > 0, let flags = bytes.word(place), let glyph = bytes.word(place + 2) {
            place += 4
            var part = Mapping()
            let hasWords = flags & 1 != 0
            // Parts placed by points instead of distances are not known in the fonts that figures are set in.
            if flags & 2 != 0 {
                let ends =
                    hasWords
                    ? (bytes.signed(place), bytes.signed(place + 2))
                    : (
                        bytes.byte(place).map { Int(Int8(bitPattern: $0)) },
                        bytes.byte(place + 1).map { Int(Int8(bitPattern: $0)) }
                    )
                guard let x = ends.0, let y = ends.1 else { return }
                (part.e, part.f) = (Double(x), Double(y))
            }
            place += hasWords ? 4 : 2
            func fraction() -> Double? {
                defer { place += 2 }
                return bytes.signed(place).map { Double($0) / 16_384 }
            }
            if flags & 8 != 0 {
                guard let scale = fraction() else { return }
                (part.a, part.d) = (scale, scale)
            } else if flags & 0x40 != 0 {
                guard let x = fraction(), let y = fraction() else { return }
                (part.a, part.d) = (x, y)
            } else if flags & 0x80 != 0 {
                guard let a = fraction(), let b = fraction(), let c = fraction(), let d = fraction() else { return }
                (part.a, part.b, part.c, part.d) = (a, b, c, d)
            }
            add(glyph, map.after(part), depth: depth + 1, &left, to: &outline)
            guard flags & 0x20 != 0 else { return }
        }
    }

    private typealias CurvePoint = (x: Double, y: Double, isOn: Bool)

    /// The points of each contour of a simple glyph; nil where the bytes end before they do.
    private static func points(of bytes: FontBytes, contours: Int) -> [[CurvePoint]]? {
        var ends: [Int] = []
        for contour in 0..<contours {
            guard let end = bytes.word(10 + contour * 2), end >= ends.last ?? 0 else { return nil }
            ends.append(end)
        }
        guard let last = ends.last, let instructions = bytes.word(10 + contours * 2) else { return [] }
        var place = 12 + contours * 2 + instructions
        guard let flags = flags(of: bytes, count: last + 1, at: &place),
            let xs = coordinates(of: bytes, flags, short: 2, same: 0x10, at: &place),
            let ys = coordinates(of: bytes, flags, short: 4, same: 0x20, at: &place)
        else { return nil }
        var start = 0
        return ends.map { end in
            defer { start = end + 1 }
            guard start <= end else { return [] }
            return (start...end).map { (x: xs[$0], y: ys[$0], isOn: flags[$0] & 1 != 0) }
        }
    }

    private static func flags(of bytes: FontBytes, count: Int, at place: inout Int) -> [UInt8]? {
        var flags: [UInt8] = []
        flags.reserveCapacity(count)
        while flags.count < count {
            guard let flag = bytes.byte(place) else { return nil }
            place += 1
            var times = 1
            if flag & 8 != 0 {
                guard let more = bytes.byte(place) else { return nil }
                place += 1
                times += Int(more)
            }
            flags += repeatElement(flag, count: min(times, count - flags.count))
        }
        return flags
    }

    /// - Parameters:
    ///   - short: the flag of a distance of one byte.
    ///   - same: with it the flag of a positive one, without it that of none.
    private static func coordinates(
        of bytes: FontBytes, _ flags: [UInt8], short: UInt8, same: UInt8, at place: inout Int
    ) -> [Double]? {
        var (number, numbers) = (0, [Double]())
        numbers.reserveCapacity(flags.count)
        for flag in flags {
            if flag & short != 0 {
                guard let step = bytes.byte(place) else { return nil }
                place += 1
                number += flag & same != 0 ? Int(step) : -Int(step)
            } else if flag & same == 0 {
                guard let step = bytes.signed(place) else { return nil }
                place += 2
                number += step
            }
            numbers.append(Double(number))
        }
        return numbers
    }

    /// Between two control points in a row a point of the curve lies halfway.
    private static func steps(of contour: [CurvePoint]) -> Outline {
        guard contour.count > 1 else { return Outline() }
        func middle(_ one: CurvePoint, _ other: CurvePoint) -> Outline.Point {
            Outline.Point(x: (one.x + other.x) / 2, y: (one.y + other.y) / 2)
        }
        func point(_ point: CurvePoint) -> Outline.Point { Outline.Point(x: point.x, y: point.y) }
        let first = contour.firstIndex(where: \.isOn)
        let start = first.map { point(contour[$0]) } ?? middle(contour[0], contour[contour.count - 1])
        var outline = Outline(steps: [.move(start)])
        var control: CurvePoint?
        let offset = first.map { $0 + 1 } ?? 0
        for step in 0..<contour.count - (first == nil ? 0 : 1) {
            let next = contour[(offset + step) % contour.count]
            if next.isOn {
                outline.steps.append(control.map { .curve(point($0), point(next)) } ?? .line(point(next)))
                control = nil
            } else {
                if let control { outline.steps.append(.curve(point(control), middle(control, next))) }
                control = next
            }
        }
        if let control { outline.steps.append(.curve(point(control), start)) }
        outline.steps.append(.close)
        return outline
    }
}
