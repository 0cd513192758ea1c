import Foundation

/// Reads a page as strictly as this project writes pages: every element closed in its place, every attribute quoted, nothing that a strict
/// Content-Security-Policy would refuse. What a browser would mend is an error here.
package struct HTMLCheck: Sendable {
    /// What is wrong with a page.
    package struct Malformed: Error, CustomStringConvertible {
        package let reason: String
        package let near: String

        package var description: String { "\(reason), near “\(near)”" }
    }

    /// Elements and pieces of text.
    package private(set) var nodes = 0
    /// The values of all `id`s, in order.
    package private(set) var ids: [String] = []
    /// Where all links lead, in order; not where forms are sent.
    package private(set) var links: [String] = []
    /// Names of elements that no page of ours has, or only once in its head.
    package private(set) var scripts: [String] = []
    /// All text, with references resolved.
    package private(set) var text = ""

    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "col", "img"]

    /// - Throws: ``Malformed`` for the first thing that is wrong.
    package init(_ page: String) throws(Malformed) {
        var reader = Reader(page)
        var open: [String] = []
        while let token = try reader.next() {
            nodes += 1
            switch token {
            case .text(let piece): text += piece
            case .close(let name):
                nodes -= 1
                guard open.popLast() == name else { throw reader.malformed("</\(name)> closes nothing") }
            case .open(let name, let attributes, let isClosed):
                try note(name, attributes, reader)
                if !isClosed, !Self.void.contains(name) { open.append(name) }
            }
        }
        guard open.isEmpty else { throw reader.malformed("<\(open.joined(separator: "> <"))> is not closed") }
        guard Set(ids).count == ids.count else {
            let twice = ids.filter { id in ids.count { $0 == id } > 1 }
            throw Malformed(reason: "an id stands twice", near: twice.first ?? "")
        }
    }

    private mutating func note(
        _ name: String, _ attributes: [(name: String, value: String)], _ reader: Reader
    ) throws(Malformed) {
        if ["script", "style", "iframe", "object", "embed", "base", "img"].contains(name) { scripts.append(name) }
        for (key, value) in attributes {
            if key.hasPrefix("on") || key == "style" { throw reader.malformed("the attribute \(key)") }
            switch key {
            case "id": ids.append(value)
            case "href", "action", "src", "data-live":
                let scheme = value.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
                if scheme.contains(":") { throw reader.malformed("the address \(value)") }
                if key != "action" { links.append(value) }
            default: break
            }
        }
    }
}

/// Pieces of a page, one after another.
private struct Reader {
    enum Token {
        case text(String)
        case open(String, [(name: String, value: String)], isClosed: Bool)
        case close(String)
    }

    private var rest: Substring.UnicodeScalarView

    init(_ page: String) {
        rest = page.unicodeScalars[...]
        if page.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst(15) }
    }

    func malformed(_ reason: String) -> HTMLCheck.Malformed {
        HTMLCheck.Malformed(reason: reason, near: String(String.UnicodeScalarView(rest.prefix(80))))
    }

    mutating func next() throws(HTMLCheck.Malformed) -> Token? {
        guard let first = rest.first else { return nil }
        guard first == "<" else { return .text(try resolved(take { $0 != "<" })) }
        rest.removeFirst()
        if rest.first == "/" {
            rest.removeFirst()
            let name = try self.name()
            try expect(">")
            return .close(name)
        }
        let name = try self.name()
        var attributes: [(name: String, value: String)] = []
        while true {
            _ = take { $0 == " " || $0 == "\n" }
            if rest.first == ">" {
                rest.removeFirst()
                return .open(name, attributes, isClosed: false)
            }
            if rest.first == "/" {
                rest.removeFirst()
                try expect(">")
                return .open(name, attributes, isClosed: true)
            }
            attributes.append(try attribute())
        }
    }

    private mutating func attribute() throws(HTMLCheck.Malformed) -> (name: String, value: String) {
        let key = try name()
        guard rest.first == "=" else { return (key, "") }
        rest.removeFirst()
        try expect("\"")
        let value = take { $0 != "\"" }
        try expect("\"")
        guard !value.unicodeScalars.contains("<") else { throw malformed("a bare < in \(key)") }
        return (key, try resolved(value))
    }

    private mutating func name() throws(HTMLCheck.Malformed) -> String {
        let name = take {
            $0.properties.isAlphabetic && $0.isASCII || $0.value >= 0x30 && $0.value <= 0x39 || $0 == "-" || $0 == ":"
        }
        guard !name.isEmpty else { throw malformed("no name") }
        return name
    }

    private mutating func expect(_ scalar: Unicode.Scalar) throws(HTMLCheck.Malformed) {
        guard rest.first == scalar else { throw malformed("no \(scalar)") }
        rest.removeFirst()
    }

    private mutating func take(while holds: (Unicode.Scalar) -> Bool) -> String {
        let taken = rest.prefix(while: holds)
        rest = rest[taken.endIndex...]
        return String(String.UnicodeScalarView(taken))
    }

    /// A text whose every `&` begins a reference that our pages use.
    private func resolved(_ text: String) throws(HTMLCheck.Malformed) -> String {
        guard text.contains("&") else { return text }
        let references = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"]
        var parts = text.components(separatedBy: "&")[...]
        var resolved = parts.removeFirst()
        for part in parts {
            guard let end = part.firstIndex(of: ";"), let meant = references["&" + part[...end]] else {
                throw malformed("a bare & before “\(part.prefix(20))”")
            }
            resolved += meant + part[part.index(after: end)...]
        }
        return resolved
    }
}
