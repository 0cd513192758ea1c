/// A piece of HTML or SVG that is safe to be put into a page.
///
/// Text enters only through ``text(_:)`` and attribute values, which escape it; names of elements and attributes are
/// literals of the program.
package struct Markup: Sendable, Equatable {
    /// The characters as they stand in the file.
    package private(set) var source: String

    /// Nothing.
    package static let empty = Markup(source: "")

    /// Any text, escaped.
    package static func text(_ text: String) -> Markup {
        Markup(source: Escape.markup(text))
    }

    /// Markup that the program itself contains.
    package static func literal(_ source: StaticString) -> Markup {
        Markup(source: source.description)
    }

    /// Rules of a style sheet that the program itself has written.
    init(styleRules: [String]) {
        source = styleRules.joined(separator: "\n")
    }

    /// What a template or this type has written; no other target can call text markup.
    init(source: String) {
        self.source = source
    }

    /// An element with its attributes; one whose value is nil is left out.
    package static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ children: [Markup] = []
    ) -> Markup {
        var source = "<\(name)"
        for (key, value) in attributes {
            guard let value else { continue }
            source += " \(key)=\"\(Escape.markup(value))\""
        }
        guard !children.isEmpty else {
            return Markup(source: source + (isVoid(name) ? "/>" : "></\(name)>"))
        }
        source += ">"
        for child in children { source += child.source }
        return Markup(source: source + "</\(name)>")
    }

    /// An element that holds one text.
    package static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String
    ) -> Markup {
        element(name, attributes, [.text(text)])
    }

    /// The pieces, one after the other.
    package static func joined(_ pieces: [Markup], separator: Markup = .empty) -> Markup {
        Markup(source: pieces.map(\.source).joined(separator: separator.source))
    }

    /// The pieces, each with a line feed behind it.
    package static func lines(_ pieces: [Markup]) -> Markup {
        Markup(source: pieces.map { $0.source + "\n" }.joined())
    }

    /// Both, one after the other.
    package static func + (left: Markup, right: Markup) -> Markup {
        Markup(source: left.source + right.source)
    }

    /// How many elements and texts a browser makes of it: what a page costs whoever shows it.
    package var nodes: Int {
        var (count, hasText, isTag) = (0, false, false)
        var last: UInt8 = 0
        for byte in source.utf8 {
            if isTag {
                if last == UInt8(ascii: "<"), byte != UInt8(ascii: "/") { count += 1 }
                isTag = byte != UInt8(ascii: ">")
            } else if byte == UInt8(ascii: "<") {
                if hasText { count += 1 }
                (isTag, hasText) = (true, false)
            } else {
                hasText = true
            }
            last = byte
        }
        return count + (hasText ? 1 : 0)
    }

    /// Appends markup.
    package static func += (left: inout Markup, right: Markup) {
        left.source += right.source
    }

    /// Elements that are closed at once in SVG, and void in HTML: both parsers read `/>` for them alike.
    private static func isVoid(_ name: StaticString) -> Bool {
        switch name.description {
        case "path", "rect", "circle", "line", "use", "col", "br", "hr", "input": true
        default: false
        }
    }
}
