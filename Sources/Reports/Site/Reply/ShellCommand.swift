package import Foundation
import Text

/// A request as a command of a POSIX shell that sends it again, without any key: the key stands in the shell's variable `API_KEY`.
package struct ShellCommand: Sendable, Equatable {
    /// Where it goes.
    package struct Destination: Sendable, Equatable {
        /// The address; nil where it is not kept, so that whoever sends it says it in `BASE_URL`.
        package var url: String?
        /// What stands behind `BASE_URL` where the address is not known: "/chat/completions".
        package var ending: String
        /// The header that carries the key, and what stands before the key in it: "authorization" and "Bearer ".
        package var keyHeader, keyPrefix: String
        /// Other headers that the format wants.
        package var headers: [String]

        package init(url: String?, ending: String, keyHeader: String, keyPrefix: String, headers: [String] = []) {
            (self.url, self.ending, self.headers) = (url, ending, headers)
            (self.keyHeader, self.keyPrefix) = (keyHeader, keyPrefix)
        }
    }

    /// The command.
    package let text: String

    /// A command that sends a body.
    ///
    /// Every byte of the body reaches the server as it was. Where a person could not see them all, or the shell would not hand
    /// them on (a NUL, bytes that are no UTF-8, signs that turn the direction of writing), `printf` writes them from octal numbers.
    package init(_ body: Data, to destination: Destination) {
        // The key's and the address's parts come from the program's own list of providers.
        let address =
            destination.url.map(Self.quoted) ?? "\"$BASE_URL\"" + Self.quoted(destination.ending)
        let headers = ["content-type: application/json"] + destination.headers
        let options =
            headers.map { " -H \(Self.quoted($0))" }.joined()
            + " -H \(Self.quoted("\(destination.keyHeader): \(destination.keyPrefix)"))\"$API_KEY\""
        if let plain = Self.plain(body) {
            text = "curl -sS \(address)\(options) --data-raw \(Self.quoted(plain))"
        } else {
            text = "printf '%b' '\(Self.octal(body))' | curl -sS \(address)\(options) --data-binary @-"
        }
    }

    /// The body where it can stand between single quotes as it is.
    private static func plain(_ body: Data) -> String? {
        // A single argument of a program has a limit.
        guard body.count < 100_000, let text = String(data: body, encoding: .utf8) else { return nil }
        let isVisible = text.unicodeScalars.allSatisfy { $0 == "\n" || !Plain.isSteering($0) }
        return isVisible && Array(text.utf8) == Array(body) ? text : nil
    }

    /// Between single quotes nothing means anything to a shell but a single quote: as a byte, whatever accent stands behind it.
    static func quoted(_ text: String) -> String {
        let bytes = text.utf8.flatMap { $0 == UInt8(ascii: "'") ? Array(#"'\''"#.utf8) : [$0] }
        return "'" + String(decoding: bytes, as: UTF8.self) + "'"
    }

    /// Letters, digits and harmless signs as they are, all else as `\0ooo`.
    private static func octal(_ body: Data) -> String {
        var written: [UInt8] = []
        written.reserveCapacity(body.count * 2)
        for byte in body {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "'"), 0..<0x20, 0x7F...: written += escape(byte)
            default: written.append(byte)
            }
        }
        return String(decoding: written, as: UTF8.self)
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        let digits = String(byte, radix: 8)
        return Array(("\\0" + String(repeating: "0", count: 3 - digits.count) + digits).utf8)
    }
}
