import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads a document as XML and collects what the tests ask about.
final class XMLCheck: NSObject, XMLParserDelegate {
    private var names: [String] = []
    private var text = ""

    /// What is wrong with a document.
    struct Malformed: Error {
        let reason: String
    }

    /// The names of all elements, in order.
    ///
    /// - Throws: `Malformed` where the document is not well-formed.
    static func elements(of document: String) throws -> [String] {
        try read(document).names
    }

    /// All text, in order.
    static func text(of document: String) throws -> String {
        try read(document).text
    }

    private static func read(_ document: String) throws -> XMLCheck {
        let check = XMLCheck()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = check
        guard parser.parse() else {
            throw Malformed(reason: "line \(parser.lineNumber): \(String(describing: parser.parserError))")
        }
        return check
    }

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
