/// JSON's grammar of numbers.
package enum NumberText {
    /// The index behind the number that begins at `start`, or `nil` where none does. A leading zero ends the integer
    /// part: "012" is no number.
    package static func end(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int? {
        var at = start
        if at < end, bytes[at] == UInt8(ascii: "-") { at += 1 }
        let whole = digits(bytes, at, end)
        guard whole > at, bytes[at] != UInt8(ascii: "0") || whole == at + 1 else { return nil }
        at = whole
        if at < end, bytes[at] == UInt8(ascii: ".") {
            let fraction = digits(bytes, at + 1, end)
            guard fraction > at + 1 else { return nil }
            at = fraction
        }
        if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
            var exponent = at + 1
            if exponent < end, bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-") {
                exponent += 1
            }
            let stop = digits(bytes, exponent, end)
            guard stop > exponent else { return nil }
            at = stop
        }
        return at
    }

    /// The first index at or after `at` that holds no digit.
    package static func digits(_ bytes: Bytes, _ at: Int, _ end: Int) -> Int {
        var at = at
        while at < end, bytes[at].isDigit { at += 1 }
        return at
    }
}
