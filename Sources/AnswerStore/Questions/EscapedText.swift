/// A text as it stands in JSON, without its quotation marks.
///
/// Stored requests are put together again with it. So it never changes; a request that was escaped otherwise is kept whole.
enum EscapedText {
    static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + text.utf8.count / 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A:
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(UInt8(ascii: "n"))
            case 0..<0x20:
                bytes += #"\u00"#.utf8
                bytes += [hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    static func quoted(_ text: String) -> String {
        "\"\(String(decoding: bytes(text), as: UTF8.self))\""
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}
