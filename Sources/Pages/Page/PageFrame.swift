extension Page {
    /// The whole document.
    ///
    /// - Throws: `TemplateError` where the frame does not parse, which no page can bring about.
    package func document() throws(TemplateError) -> String {
        try PageTemplate.library.get().render(.page, PageView(self)).source
    }
}

extension Page.Section {
    /// The section alone, as the page holds it: what a server answers where the section is asked for anew.
    ///
    /// - Throws: `TemplateError` where the frame does not parse.
    package func fragment() throws(TemplateError) -> String {
        try PageTemplate.library.get().render(.section, self).source
    }
}

/// What the frame's template shows of a page.
private struct PageView {
    let title, generator, footer: String
    let style: Markup?
    let styleLinks, scriptLinks: [Link]
    let icon: Link?
    let skip: [Page.Entry]
    let trail: [Page.Entry]
    let hasTrail: Bool
    let header: Page.Header
    let contents: [Page.Entry]
    let hasContents: Bool
    let sections: [Page.Section]

    init(_ page: Page) {
        (title, generator, footer, icon) = (page.title, page.generator, page.footer, page.icon)
        switch page.resources {
        case .inside: (style, styleLinks, scriptLinks) = (PageStyle.sheet, [], [])
        case .linked(let styles, let scripts): (style, styleLinks, scriptLinks) = (nil, styles, scripts)
        }
        skip = page.sections.prefix(1).map { Page.Entry(page.skip, .section($0.anchor)) }
        (trail, hasTrail) = (page.trail, !page.trail.isEmpty)
        header = page.header
        contents = page.sections.map { Page.Entry($0.label, .section($0.anchor)) }
        // One section needs no list of itself.
        hasContents = contents.count > 1
        sections = page.sections
    }
}

/// The templates of the frame.
package enum PageTemplate: String, TemplateName {
    /// All of a page but its sections.
    case page
    /// One section.
    case section

    /// Parsed when the first page is made.
    static let library = Result { () throws(TemplateError) in try TemplateLibrary<PageTemplate>() }

    package var source: String {
        switch self {
        case .page: Self.pageSource
        case .section: Self.sectionSource
        }
    }

    private static let sectionSource = """
        <section id="{{anchor}}" aria-labelledby="{{anchor}}-title"{{#live}} data-live="{{.}}"{{/live}}>
        <h2 id="{{anchor}}-title">{{heading}}</h2>
        {{{body}}}</section>

        """

    private static let pageSource = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="{{generator}}">
        <title>{{title}}</title>
        {{#icon}}
        <link rel="icon" href="{{.}}">
        {{/icon}}
        {{#style}}
        <style>
        {{{.}}}
        </style>
        {{/style}}
        {{#styleLinks}}
        <link rel="stylesheet" href="{{.}}">
        {{/styleLinks}}
        {{#scriptLinks}}
        <script src="{{.}}" defer></script>
        {{/scriptLinks}}
        </head>
        <body>
        {{#skip}}
        <a class="skip" href="{{link}}">{{label}}</a>
        {{/skip}}
        <header>
        {{#hasTrail}}
        <nav aria-label="Way here">
        {{#trail}}
        <a href="{{link}}">{{label}}</a>
        {{/trail}}
        </nav>
        {{/hasTrail}}
        {{#header}}
        <p class="eyebrow">{{eyebrow}}</p>
        <h1>{{{heading}}}{{#kinds}} <span class="kind">{{.}}</span>{{/kinds}}</h1>
        <p class="subtitle">{{{subtitle}}}</p>
        {{#notices}}
        <p class="notice">{{.}}</p>
        {{/notices}}
        {{/header}}
        </header>
        {{#hasContents}}
        <nav class="contents" aria-label="Sections">
        {{#contents}}
        <a href="{{link}}">{{label}}</a>
        {{/contents}}
        </nav>
        {{/hasContents}}
        <main>
        {{#sections}}
        {{> section}}
        {{/sections}}
        </main>
        <footer>
        <p>{{footer}}</p>
        </footer>
        </body>
        </html>

        """
}
