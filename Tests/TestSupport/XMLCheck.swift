import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads a document as XML and collects what tests ask about.
package enum XMLCheck {
    /// What is wrong with a document.
    package struct Malformed: Error {
        package let reason: String
    }

    /// The names of all elements, in order.
    ///
    /// - Throws: `Malformed` where the document is not well-formed.
    package static func elements(of document: String) throws -> [String] {
        try read(document).names
    }

    /// All text, in order.
    ///
    /// - Throws: `Malformed` where the document is not well-formed.
    package static func text(of document: String) throws -> String {
        try read(document).text
    }

    private static func read(_ document: String) throws -> Collector {
        let collector = Collector()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = collector
        guard parser.parse() else {
            throw Malformed(reason: "line \(parser.lineNumber): \(String(describing: parser.parserError))")
        }
        return collector
    }
}

private final class Collector: NSObject, XMLParserDelegate {
    var names: [String] = []
    var text = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        names.append(name)
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        text += string
    }
}
