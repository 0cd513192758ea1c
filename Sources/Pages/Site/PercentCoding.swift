/// Addresses as browsers write them: bytes as `%` with two hexadecimal digits.
package enum PercentCoding {
    /// The text that an address's part stands for. A `%` without two digits behind it stands for itself; bytes that are no
    /// UTF-8 become U+FFFD.
    ///
    /// - Parameter plusIsSpace: whether `+` is a space, as in forms.
    package static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = false) -> String {
        var decoded: [UInt8] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where plusIsSpace: decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let high = digit(rest[rest.startIndex]),
                    let low = digit(rest[rest.startIndex + 1])
                else {
                    decoded.append(byte)
                    continue
                }
                decoded.append(high << 4 | low)
                rest = rest.dropFirst(2)
            default: decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// The parts of a path, without empty ones.
    package static func steps(of path: some StringProtocol) -> [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { decoded($0) }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
