/// Recurring blocks of the page, in Swift because they hold figures and long tables.
package enum PageBlocks {
    /// A figure that scrolls inside its own box, how to read it, and its numbers as tables, folded away or in sight.
    ///
    /// - Parameters:
    ///   - file: where the figure lies as a file of its own, if it does and ``files`` does not say.
    ///   - files: the figure in other forms, each under its name.
    package static func figure(
        _ figure: Figure, reading: String, tables: [HTMLTable], areOpen: Bool = false, file: Link? = nil,
        files: [Page.Entry] = []
    ) -> Markup {
        self.figure(
            figure, reading: reading, numbers: tables.map(\.block), areOpen: areOpen,
            files: files.isEmpty ? file.map { [Page.Entry("SVG", $0)] } ?? [] : files)
    }

    /// The same with its numbers as they are to be shown.
    package static func figure(
        _ figure: Figure, reading: String, numbers: [Markup], areOpen: Bool = false, files: [Page.Entry] = []
    ) -> Markup {
        let place = "fig-\(figure.name)"
        return .element(
            "figure", ["id": place],
            [
                .element(
                    "figcaption", [:],
                    [
                        .element("a", ["href": "#" + place], [.element("strong", [:], text: figure.title)]),
                        .text(". " + reading),
                    ]),
                scrolling(figure.embedded, label: figure.title), self.files(files),
                numbers.isEmpty
                    ? .empty : areOpen ? .joined(numbers) : details("The numbers of this figure", numbers),
            ])
    }

    /// A line of links to a figure in other forms.
    private static func files(_ files: [Page.Entry]) -> Markup {
        guard !files.isEmpty else { return .empty }
        let links = files.map { Markup.element("a", ["href": $0.link.href], text: $0.label) }
        return .element("p", ["class": "forms"], links)
    }

    /// A box that scrolls sideways, reachable by keyboard.
    package static func scrolling(_ content: Markup, label: String) -> Markup {
        .element("div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": label], [content])
    }

    /// Content behind a disclosure.
    package static func details(_ summary: String, _ content: [Markup]) -> Markup {
        .element("details", [:], [.element("summary", [:], text: summary)] + content)
    }
}
