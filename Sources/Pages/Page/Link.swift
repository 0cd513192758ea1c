/// A place on a page, by the name that links lead to. The program gives every name itself.
package struct Anchor: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The element's identifier.
    package let name: String

    /// A place with a name of its own.
    package init(stringLiteral name: StaticString) {
        self.name = name.description
    }

    /// One of several places of a kind, by a word of the program: `word-kappa`.
    package init(_ kind: StaticString, _ word: some RawRepresentable<String>) {
        name = "\(kind)-\(word.rawValue)"
    }

    /// One of several places of a kind, such as `cell-12`.
    package init(_ kind: StaticString, _ number: Int) {
        name = "\(kind)-\(number)"
    }
}

/// Where a link leads. An address is made of parts, so that no text from outside can change where it leads.
package struct Link: Sendable, Hashable {
    /// The address; it still has to be escaped where it is written into an attribute.
    package let href: String

    /// The site's first page.
    package static let root = Link(href: "/")

    /// A place on the same page.
    package static func section(_ anchor: Anchor) -> Link {
        Link(href: "#" + anchor.name)
    }

    /// A page, a file or an action of the site that serves the page.
    ///
    /// - Parameters:
    ///   - steps: the parts of the path from the site's root; each may be any text, slashes included.
    ///   - query: names with their values, in this order.
    /// - Returns: `nil` where a step is empty, `.` or `..`: browsers would leave it out, even percent-encoded.
    package static func site(
        _ steps: [String], query: [(name: String, value: String)] = [], section: Anchor? = nil
    ) -> Link? {
        guard !steps.contains(where: { ["", ".", ".."].contains($0) }) else { return nil }
        var href = "/" + steps.map(encoded).joined(separator: "/")
        if !query.isEmpty {
            href += "?" + query.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
        }
        return Link(href: href + (section.map { "#" + $0.name } ?? ""))
    }

    /// A file beside the page or in a folder beside it, by its path with slashes.
    ///
    /// - Returns: `nil` where a step is empty, `.` or `..`, so that no path leads out of the folder.
    package static func beside(_ path: String) -> Link? {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !steps.contains(where: { ["", ".", ".."].contains($0) }) else { return nil }
        return Link(href: steps.map(encoded).joined(separator: "/"))
    }

    /// All bytes but RFC 3986's unreserved ones, percent-encoded.
    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return encoded
    }
}
