import Hummingbird
import Text

/// Who may write: whoever has come by the line that was printed when the explorer started, which holds a secret.
///
/// The secret of that line is put into a cookie that no script can read and no other site's page sends along, and taken out of the
/// address, which people copy.
package struct Session: Sendable {
    /// The secret.
    let token: String

    /// Where the address of the first line has the secret.
    static let parameter = "token"

    /// Cookies are shared by all ports of a machine: each explorer has a name of its own for its.
    var cookieName: String {
        "vlens_" + Digest(of: Array("cookie \(token)".utf8)).hexadecimal(bytes: 6)
    }

    /// Whether a request comes from somebody who may write.
    func isKnown(_ request: Request) -> Bool {
        request.cookies[cookieName].map { Self.isSame($0.value, token) } ?? false
    }

    /// The cookie that makes a browser known until it is closed.
    var cookie: Cookie {
        Cookie(name: cookieName, value: token, path: "/", httpOnly: true, sameSite: .strict)
    }

    /// Takes the same time wherever two texts differ.
    static func isSame(_ first: String, _ second: String) -> Bool {
        let (first, second) = (Array(first.utf8), Array(second.utf8))
        guard first.count == second.count, !first.isEmpty else { return false }
        return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// A secret of 128 bits that nobody can guess.
    package static func makeToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
