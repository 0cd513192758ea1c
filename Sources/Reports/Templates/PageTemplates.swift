import Mustache
import Pages

/// The templates of the page.
///
/// Double braces escape, by `Escape`; triple braces stand only where the page's view has `Markup`.
enum PageTemplates {
    /// The page of a view.
    ///
    /// - Throws: `ReportError.template` where a template does not parse.
    static func render(_ view: PageView) throws(ReportError) -> String {
        try render(
            view,
            parts: [
                ("page", page), ("findings", findings), ("asked", asked), ("measures", measures), ("cells", cells),
                ("instrument", instrument), ("methods", methods),
            ])
    }

    /// A page of named parts, of which “page” is the whole.
    ///
    /// - Throws: `ReportError.template` where a template does not parse.
    static func render(_ view: some Any, parts: [(name: String, source: String)]) throws(ReportError) -> String {
        MustacheContentTypes.register(EscapedContent(), named: EscapedContent.name)
        var library = MustacheLibrary()
        for (name, source) in parts {
            do {
                // A partial falls back to the library's own escaping, which misses a quotation mark that bears an
                // accent: each names ours.
                try library.register("{{% CONTENT_TYPE:\(EscapedContent.name)}}\n" + source, named: name)
            } catch {
                throw .template(name: name, reason: String(describing: error))
            }
        }
        guard let text = library.render(view, withTemplate: "page") else {
            throw .template(name: "page", reason: "it is not registered")
        }
        return text
    }
}

/// Escaping for templates, in the one place where all escaping is done.
private struct EscapedContent: MustacheContentType {
    static let name = "ESCAPED"

    func escapeText(_ text: String) -> String { Escape.markup(text) }
}

extension Markup: MustacheCustomRenderable {
    var renderText: String { source }
    var isNull: Bool { source.isEmpty }
}
