import Foundation

/// A picture of pixels, white at first. An area's edge covers a part of a pixel, and mixes its colour by that part: no stairs.
struct Raster: Canvas {
    let width, height: Int
    /// Red, green and blue of each pixel, row by row from the top.
    private(set) var pixels: [UInt8]

    private let typeface: Typeface
    /// How much of a pixel what is being filled covers, as differences along each row; empty between fillings.
    private var cover: [Float] = []
    private var outlines: [Typeface.Glyph: Outline] = [:]

    init(width: Int, height: Int, typeface: Typeface) {
        (self.width, self.height, self.typeface) = (width, height, typeface)
        pixels = [UInt8](repeating: 255, count: width * height * 3)
    }

    mutating func fill(_ outline: Outline, _ colour: Colour, opacity: Double) {
        fill(outline.flattened(tolerance: 0.1).map(\.points), colour, opacity: opacity)
    }

    mutating func stroke(_ outline: Outline, _ pen: Pen) {
        let parts = outline.flattened(tolerance: 0.1)
        let width = max(pen.width, 0.6)
        fill(StrokeShape.polygons(parts, width: width, dash: pen.dash), pen.colour, opacity: pen.opacity)
    }

    mutating func draw(_ glyph: Typeface.Glyph, _ map: Mapping, _ colour: Colour) {
        let outline = outlines[glyph] ?? typeface.fonts[glyph.font].outline(of: glyph.glyph)
        outlines[glyph] = outline
        fill(outline.moved(by: map), colour, opacity: 1)
    }

    // MARK: - Filling

    private mutating func fill(_ polygons: [[Outline.Point]], _ colour: Colour, opacity: Double) {
        guard let box = box(around: polygons) else { return }
        let stride = box.right - box.left + 2
        let needed = stride * (box.bottom - box.top)
        if cover.count < needed { cover = [Float](repeating: 0, count: needed) }
        let (left, top, rows) = (Double(box.left), Double(box.top), box.bottom - box.top)
        cover.withUnsafeMutableBufferPointer { cover in
            for polygon in polygons {
                var last = polygon[polygon.count - 1]
                for point in polygon {
                    Self.add(
                        from: (last.x - left, last.y - top), to: (point.x - left, point.y - top), to: cover,
                        stride: stride, rows: rows)
                    last = point
                }
            }
        }
        mix(colour, opacity: opacity, box, stride: stride)
    }

    /// The pixels that polygons touch; nil for none.
    private func box(around polygons: [[Outline.Point]]) -> (left: Int, top: Int, right: Int, bottom: Int)? {
        var bounds = Bounds(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)
        for point in polygons.joined() {
            guard point.x.isFinite, point.y.isFinite else { return nil }
            bounds.unite(Bounds(left: point.x, top: point.y, right: point.x, bottom: point.y))
        }
        func limit(_ number: Double, _ most: Int) -> Int { Int(min(max(number, 0), Double(most))) }
        guard bounds.left <= bounds.right else { return nil }
        let left = limit(bounds.left.rounded(.down), width)
        let right = limit(bounds.right.rounded(.up), width)
        let top = limit(bounds.top.rounded(.down), height)
        let bottom = limit(bounds.bottom.rounded(.up), height)
        return left < right && top < bottom ? (left, top, right, bottom) : nil
    }

    /// What a line changes: in each row it crosses, the share of the pixel to its right, and of the next one.
    private static func add(
        from: (x: Double, y: Double), to: (x: Double, y: Double), to cover: UnsafeMutableBufferPointer<Float>,
        stride: Int, rows: Int
    ) {
        guard from.y != to.y else { return }
        let direction = from.y < to.y ? 1.0 : -1.0
        let (upper, lower) = from.y < to.y ? (from, to) : (to, from)
        let slope = (lower.x - upper.x) / (lower.y - upper.y)
        let first = max(upper.y, 0)
        var x = upper.x + (first - upper.y) * slope
        let most = Double(stride - 2)
        guard first < Double(rows) else { return }
        var row = Int(first)
        let end = Int(min(Double(rows), lower.y.rounded(.up)))
        while row < end {
            let height = min(Double(row + 1), lower.y) - max(Double(row), upper.y)
            let next = x + slope * height
            let (low, high) = (min(max(min(x, next), 0), most), min(max(max(x, next), 0), most))
            add(height * direction, low, high, to: cover, at: row * stride)
            x = next
            row += 1
        }
    }

    /// A line's part within one row, from `low` to `high`.
    private static func add(
        _ amount: Double, _ low: Double, _ high: Double, to cover: UnsafeMutableBufferPointer<Float>, at start: Int
    ) {
        let (first, last) = (Int(low), Int(high.rounded(.up)))
        if last <= first + 1 {
            let right = (low + high) / 2 - Double(first)
            cover[start + first] += Float(amount * (1 - right))
            cover[start + first + 1] += Float(amount * right)
            return
        }
        // The line crosses several pixels: each gets the area to the right of the line within it.
        let step = amount / (high - low)
        var before = 0.0
        for pixel in first..<last {
            let (from, to) = (max(low, Double(pixel)), min(high, Double(pixel + 1)))
            let part = (to - from) * step
            let area = before + part * (Double(pixel + 1) - (from + to) / 2)
            cover[start + pixel] += Float(area - before)
            before += part
            cover[start + pixel + 1] += Float(before - area)
        }
    }

    private mutating func mix(
        _ colour: Colour, opacity: Double, _ box: (left: Int, top: Int, right: Int, bottom: Int), stride: Int
    ) {
        let ink = [colour.red, colour.green, colour.blue].map { Int32(($0 * 255).rounded()) }
        let (red, green, blue) = (ink[0], ink[1], ink[2])
        let (width, strength) = (width, Float(opacity * 256))
        cover.withUnsafeMutableBufferPointer { cover in
            pixels.withUnsafeMutableBufferPointer { pixels in
                for row in box.top..<box.bottom {
                    var place = (row * width + box.left) * 3
                    let start = (row - box.top) * stride
                    var sum: Float = 0
                    for column in 0..<stride {
                        sum += cover[start + column]
                        cover[start + column] = 0
                        guard column < stride - 2 else { continue }
                        let share = Int32(min(abs(sum), 1) * strength + 0.5)
                        if share > 0 {
                            for (offset, ink) in [(0, red), (1, green), (2, blue)] {
                                let old = Int32(pixels[place + offset])
                                pixels[place + offset] = UInt8(
                                    truncatingIfNeeded: old + (((ink - old) * share + 128) >> 8))
                            }
                        }
                        place += 3
                    }
                }
            }
        }
    }
}
