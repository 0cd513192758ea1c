/// Gzip without a compressor: one block that holds its bytes as they are.
package enum StoredGzip {
    /// A gzip member of these bytes, 65,535 at most.
    package static func member(of data: [UInt8]) -> [UInt8] {
        let count = UInt16(truncatingIfNeeded: data.count)
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in data {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1]
        return header + littleEndian(count) + littleEndian(~count) + data + littleEndian(~crc)
            + littleEndian(UInt32(data.count))
    }

    private static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
