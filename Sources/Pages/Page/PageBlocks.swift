/// Recurring blocks of the page, in Swift because they hold figures and long tables.
package enum PageBlocks {
    /// A figure that scrolls inside its own box, how to read it, and its numbers as tables, folded away or in sight.
    ///
    /// - Parameter file: where the figure lies as a file of its own, if it does.
    package static func figure(
        _ figure: Figure, reading: String, tables: [HTMLTable], areOpen: Bool = false, file: Link? = nil
    ) -> Markup {
        let tables = tables.map(\.block)
        let place = "fig-\(figure.name)"
        let link = file.map { Markup.text(" ") + .element("a", ["href": $0.href], text: "SVG") } ?? .empty
        return .element(
            "figure", ["id": place],
            [
                .element(
                    "figcaption", [:],
                    [
                        .element("a", ["href": "#" + place], [.element("strong", [:], text: figure.title)]),
                        .text(". " + reading), link,
                    ]),
                scrolling(figure.embedded, label: figure.title),
                areOpen ? .joined(tables) : details("The numbers of this figure", tables),
            ])
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
