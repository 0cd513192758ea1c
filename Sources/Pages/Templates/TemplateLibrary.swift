import Mustache

/// The templates of one kind of page, by name.
///
/// Double braces escape, by `Escape`; triple braces stand only where the view has `Markup`. `{{> name}}` takes in another
/// template of the same library.
package protocol TemplateName: CaseIterable, RawRepresentable, Sendable where RawValue == String {
    /// The template's text.
    var source: String { get }
}

/// A template that can't be used.
package struct TemplateError: Error, Sendable, Equatable {
    /// The template's name.
    package let name: String
    /// Why, in the words of the parser.
    package let reason: String
}

/// Templates that were parsed once and can be rendered any number of times.
package struct TemplateLibrary<Name: TemplateName>: Sendable {
    private let library: MustacheLibrary

    /// Parses all templates.
    ///
    /// - Throws: `TemplateError` for the first that does not parse.
    package init() throws(TemplateError) {
        MustacheContentTypes.register(EscapedContent(), named: EscapedContent.name)
        var library = MustacheLibrary()
        for name in Name.allCases {
            do {
                // A partial falls back to the library's own escaping, which misses a quotation mark that bears an
                // accent: each names ours.
                try library.register(
                    "{{% CONTENT_TYPE:\(EscapedContent.name)}}\n" + name.source, named: name.rawValue)
            } catch {
                throw TemplateError(name: name.rawValue, reason: String(describing: error))
            }
        }
        self.library = library
    }

    /// A view in a template. Names in the template are those of the view's stored properties.
    ///
    /// - Throws: `TemplateError` where the library lacks the template.
    package func render(_ name: Name, _ view: some Any) throws(TemplateError) -> Markup {
        guard let text = library.render(view, withTemplate: name.rawValue) else {
            throw TemplateError(name: name.rawValue, reason: "it is not registered")
        }
        return Markup(source: text)
    }
}

/// Escaping for templates, in the one place where all escaping is done.
private struct EscapedContent: MustacheContentType {
    static let name = "ESCAPED"

    func escapeText(_ text: String) -> String { Escape.markup(text) }
}

extension Markup: MustacheCustomRenderable {
    package var renderText: String { source }
    package var isNull: Bool { source.isEmpty }
}

extension Anchor: MustacheCustomRenderable {
    package var renderText: String { name }
    package var isNull: Bool { false }
}

extension Link: MustacheCustomRenderable {
    package var renderText: String { href }
    package var isNull: Bool { false }
}
