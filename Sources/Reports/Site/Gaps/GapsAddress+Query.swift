package import Pages

extension GapsAddress {
    /// Which cells are shown.
    package enum Show: String, CaseIterable, Sendable {
        case misaligned, undecided, aligned, missing, all
    }

    /// What the order goes by.
    package enum Sort: String, CaseIterable, Sendable {
        /// The size of the gap.
        case gap
        /// The gap with its sign.
        case signed
        case stated, acted, country, topic, value

        /// The widest gaps first, names from A on.
        var usualOrder: Order {
            switch self {
            case .gap, .signed, .stated, .acted: .down
            case .country, .topic, .value: .up
            }
        }
    }

    /// Which end of the order is first.
    package enum Order: String, CaseIterable, Sendable {
        /// The least number, the first name.
        case up
        case down
    }

    /// What somebody asks for.
    ///
    /// - Throws: ``AddressProblem`` naming what the list does not know.
    package init(run: Int, _ query: SiteQuery) throws(AddressProblem) {
        self.init(
            run: run, country: query.text("country"), topic: query.text("topic"), value: query.text("value"),
            group: query.text("group"))
        show = try query.choice("show") ?? .misaligned
        direction = try query.choice("direction")
        least = try Self.share(query, "least")
        variant = try Self.variant(query)
        provider = query.text("provider")
        stop = query.text("stop")
        sought = query.text("q")
        sort = try query.choice("sort") ?? .gap
        order = try query.choice("order")
        if order == sort.usualOrder { order = nil }
        page = try query.number("page", in: 1...1_000_000) ?? 1
    }

    private static func share(_ query: SiteQuery, _ name: String) throws(AddressProblem) -> Double? {
        guard let text = query.text(name) else { return nil }
        let isPlain = text.utf8.count <= 20 && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
        guard isPlain, let number = Double(text), (0...1).contains(number) else {
            throw AddressProblem(name: name, value: text, expected: "a number from 0 to 1")
        }
        return number > 0 ? number : nil
    }

    private static func variant(_ query: SiteQuery) throws(AddressProblem) -> String? {
        guard let text = query.text("variant") else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, ["stated", "acted"].contains(parts[0]), let index = Int(parts[1]),
            (0..<64).contains(index),
            "\(index)" == parts[1]
        else {
            throw AddressProblem(name: "variant", value: text, expected: "a task and a variant, such as acted-3")
        }
        return text
    }
}

extension GapsAddress {
    /// Whether more is asked for than a state, an order and a page.
    var isNarrowed: Bool {
        var plain = GapsAddress(run: run)
        (plain.show, plain.sort, plain.order, plain.page) = (show, sort, order, page)
        return plain != self
    }
}
