import Pages

/// The form by which a list is narrowed: what it sends stands in the address.
struct FilterForm {
    /// One of the words that may be chosen, as the address has it and as people read it.
    struct Choice {
        var value, words: String
        /// How many rows it would give; nil where that is not counted.
        var count: Int?
    }

    /// A part of the form.
    enum Field {
        /// One of some words, or none.
        case choice(name: String, label: String, none: String?, choices: [Choice], chosen: String?)
        /// Words that are typed.
        case text(name: String, label: String, value: String?, hint: String)
        /// A number from 0 to 1 that is typed.
        case share(name: String, label: String, value: String?)
    }

    /// More choices than these are typed, not picked: a page has room for so many elements.
    static let mostChoices = 250

    let address: any SiteAddress
    let fields: [Field]
    /// Fields that stand folded away until one of them is set.
    var more: [Field] = []
    /// Whether one of them is.
    var isMoreSet = false

    var markup: Markup {
        .element(
            "form", ["class": "filters", "method": "get", "action": Link.site(address.steps)?.href, "role": "search"],
            fields.map(Self.markup) + [folded]
                + [.element("p", [:], [.element("button", ["type": "submit"], text: "Show")])])
    }

    private var folded: Markup {
        guard !more.isEmpty else { return .empty }
        return .element(
            "details", ["open": isMoreSet ? "open" : nil],
            [
                .element("summary", [:], text: "More filters, and the order"),
                .element("div", [:], more.map(Self.markup)),
            ])
    }

    private static func markup(_ field: Field) -> Markup {
        switch field {
        case .choice(let name, let label, let none, let choices, let chosen):
            guard choices.count <= mostChoices else {
                return input(name, "\(label) (its whole name)", type: "text", value: chosen, hint: nil)
            }
            return labelled(name, label, select(name, none, choices, chosen))
        case .text(let name, let label, let value, let hint):
            return input(name, label, type: "search", value: value, hint: hint)
        case .share(let name, let label, let value):
            return input(name, label, type: "text", value: value, hint: nil)
        }
    }

    private static func select(_ name: String, _ none: String?, _ choices: [Choice], _ chosen: String?) -> Markup {
        var options: [Markup] = none.map { [.element("option", ["value": ""], text: $0)] } ?? []
        for choice in choices {
            let count = choice.count.map { " (\(Numerals.count($0)))" } ?? ""
            options.append(
                .element(
                    "option", ["value": choice.value, "selected": choice.value == chosen ? "selected" : nil],
                    text: cut(choice.words, to: 60) + count))
        }
        if let chosen, !choices.contains(where: { $0.value == chosen }) {
            // What an address names and the study lacks is shown as it is chosen.
            options.append(
                .element("option", ["value": chosen, "selected": "selected"], text: cut(chosen, to: 60) + " (0)"))
        }
        return .element("select", ["id": "filter-\(name)", "name": name, "autocomplete": "off"], options)
    }

    private static func input(_ name: String, _ label: String, type: String, value: String?, hint: String?) -> Markup {
        let field = Markup.element(
            "input",
            [
                "id": "filter-\(name)", "name": name, "type": type, "value": value.map { cut($0, to: 1000) },
                "dir": "auto",
                "autocomplete": "off", "aria-describedby": hint == nil ? nil : "hint-\(name)",
                "inputmode": hint == nil && name == "least" ? "decimal" : nil,
            ])
        return labelled(name, label, field, hint: hint)
    }

    private static func labelled(_ name: String, _ label: String, _ field: Markup, hint: String? = nil) -> Markup {
        .element(
            "p", ["class": hint == nil ? nil : "wide"],
            [.element("label", ["for": "filter-\(name)"], text: label), field]
                + (hint.map { [.element("span", ["class": "hint", "id": "hint-\(name)"], text: $0)] } ?? []))
    }
}

/// What is set of a list's filters, each as a link to the list without it.
struct FilterChips {
    /// A filter that is set: its name, what it is set to, and the address without it.
    let chips: [(label: String, value: String, without: any SiteAddress)]

    var markup: Markup {
        guard !chips.isEmpty else { return .empty }
        return .element(
            "ul", ["class": "set", "aria-label": "Filters that are set"],
            chips.map { chip in
                .element(
                    "li", [:],
                    [
                        .element(
                            "a", ["href": chip.without.link().href],
                            [
                                .text(chip.label + ": "), .element("bdi", [:], text: cut(chip.value, to: 80)),
                                .text(" (remove)"),
                            ])
                    ])
            })
    }
}

/// The pages of a long list.
struct ListPages: Sendable {
    let rows, size: Int
    /// From 1; a later page than there is counts as the last.
    let page: Int
    let link: @Sendable (Int) -> Link

    init(rows: Int, size: Int, wanted: Int, link: @escaping @Sendable (Int) -> Link) {
        (self.rows, self.size, self.link) = (rows, size, link)
        page = min(max(1, wanted), max(1, (rows + size - 1) / size))
    }

    var count: Int { max(1, (rows + size - 1) / size) }
    /// The rows of the page.
    var range: Range<Int> { min(rows, (page - 1) * size)..<min(rows, page * size) }

    /// - Parameter label: what tells the links above a list from those below it.
    func markup(label: String) -> Markup {
        guard count > 1 else { return .empty }
        var links: [Markup] = []
        func add(_ words: String, _ to: Int) {
            links.append(.element("a", ["href": link(to).href], text: words))
        }
        if page > 1 {
            add("First", 1)
            add("Page before", page - 1)
        }
        links.append(.element("span", [:], text: "Page \(Numerals.count(page)) of \(Numerals.count(count))"))
        if page < count {
            add("Next page", page + 1)
            add("Last", count)
        }
        return .element("nav", ["class": "pages", "aria-label": label], links)
    }
}

/// The first so many characters of a text, with dots where it goes on; of a text of megabytes no more is looked at.
func cut(_ text: String, to most: Int) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: most, limitedBy: scalars.endIndex),
        end < scalars.endIndex
    else { return text }
    return String(String.UnicodeScalarView(scalars[..<end])) + "…"
}
