/// A text as it stands in JSON, without its quotation marks.
///
/// Stored requests are put together again with it. So it never changes; a request that was escaped otherwise is kept whole.
enum EscapedText {
    static func bytes(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { utf8 in
            let added = utf8.reduce(0) { $0 &+ addedBytes($1) }
            guard added > 0 else { return Array(utf8) }
            return [UInt8](unsafeUninitializedCapacity: utf8.count + added) { bytes, count in
                for byte in utf8 { write(byte, to: bytes, &count) }
            }
        }
    }

    private static func addedBytes(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x0A: 1
        case 0..<0x20: 5
        default: 0
        }
    }

    private static func write(_ byte: UInt8, to bytes: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
        func put(_ byte: UInt8) {
            bytes[count] = byte
            count += 1
        }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            put(UInt8(ascii: "\\"))
            put(byte)
        case 0x0A:
            put(UInt8(ascii: "\\"))
            put(UInt8(ascii: "n"))
        case 0..<0x20:
            for digit in #"\u00"#.utf8 { put(digit) }
            put(hexDigit(byte >> 4))
            put(hexDigit(byte & 15))
        default: put(byte)
        }
    }

    static func quoted(_ text: String) -> String {
        "\"\(String(decoding: bytes(text), as: UTF8.self))\""
    }

    private static func hexDigit(_ number: UInt8) -> UInt8 {
        number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
    }
}
