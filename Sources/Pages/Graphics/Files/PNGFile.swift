/// A picture as a PNG file with a palette of at most 256 colours: those that are there most often, the mixed ones at the edges of
/// rare colours being written as the nearest of them.
enum PNGFile {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// - Parameter pixelsPerMetre: so that the picture has its size when it is printed.
    static func bytes(_ raster: Raster, pixelsPerMetre: Int) -> [UInt8] {
        let (palette, indices) = Palette.reduce(raster)
        var file = signature
        let size = [UInt32(raster.width), UInt32(raster.height)].flatMap(Checksum.bigEndian)
        add("IHDR", size + [8, 3, 0, 0, 0], to: &file)
        add(
            "pHYs", Checksum.bigEndian(UInt32(pixelsPerMetre)) + Checksum.bigEndian(UInt32(pixelsPerMetre)) + [1],
            to: &file)
        add("PLTE", palette, to: &file)
        add("IDAT", Deflate.zlib(indices, stride: raster.width + 1), to: &file)
        add("IEND", [], to: &file)
        return file
    }

    private static func add(_ name: String, _ bytes: [UInt8], to file: inout [UInt8]) {
        file += Checksum.bigEndian(UInt32(bytes.count))
        let named = Array(name.utf8) + bytes
        file += named
        file += Checksum.bigEndian(Checksum.crc32(named))
    }
}

/// The colours of a picture.
enum Palette {
    /// The palette, three bytes a colour, and the rows of its indices, each behind a byte for "not filtered".
    static func reduce(_ raster: Raster) -> (palette: [UInt8], indices: [UInt8]) {
        let pixels = raster.pixels
        let counts = counts(pixels)
        let kept = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(256).map(\.key)
        var index: [UInt32: UInt8] = [:]
        for (place, colour) in kept.enumerated() { index[colour] = UInt8(place) }
        for colour in counts.keys where index[colour] == nil { index[colour] = nearest(colour, in: kept) }
        var indices = [UInt8](repeating: 0, count: (raster.width + 1) * raster.height)
        pixels.withUnsafeBufferPointer { pixels in
            var (last, lastIndex): (UInt32, UInt8) = (.max, 0)
            var (from, to) = (0, 0)
            for _ in 0..<raster.height {
                to += 1
                for _ in 0..<raster.width {
                    let colour = Self.colour(pixels, from)
                    if colour != last { (last, lastIndex) = (colour, index[colour] ?? 0) }
                    indices[to] = lastIndex
                    from += 3
                    to += 1
                }
            }
        }
        return (kept.flatMap { [UInt8($0 >> 16), UInt8($0 >> 8 & 255), UInt8($0 & 255)] }, indices)
    }

    private static func colour(_ pixels: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
        UInt32(pixels[place]) << 16 | UInt32(pixels[place + 1]) << 8 | UInt32(pixels[place + 2])
    }

    private static func counts(_ pixels: [UInt8]) -> [UInt32: Int] {
        var counts: [UInt32: Int] = [:]
        pixels.withUnsafeBufferPointer { pixels in
            var (last, run): (UInt32, Int) = (0xFF_FFFF, 0)
            var place = 0
            while place < pixels.count {
                let colour = Self.colour(pixels, place)
                if colour == last {
                    run += 1
                } else {
                    counts[last, default: 0] += run
                    (last, run) = (colour, 1)
                }
                place += 3
            }
            counts[last, default: 0] += run
        }
        return counts
    }

    private static func nearest(_ colour: UInt32, in palette: [UInt32]) -> UInt8 {
        func distance(_ other: UInt32) -> Int {
            [16, 8, 0].reduce(0) { sum, shift in
                let difference = Int(colour >> UInt32(shift) & 255) - Int(other >> UInt32(shift) & 255)
                return sum + difference * difference
            }
        }
        let best = palette.indices.min { distance(palette[$0]) < distance(palette[$1]) }
        return UInt8(best ?? 0)
    }
}
