package import Pages

/// One cell of a run: all that was asked and answered about a value in a scenario.
package struct CellAddress: SiteAddress {
    package var run: Int
    package var country, topic, value: String
    /// Which of its questions are shown, where they are too many for one page, from 1.
    package var page = 1
    /// The variant that is unfolded: "acted-3".
    package var variant: String?
    /// Whether readings that people overruled count as they did.
    package var overrides = false

    package init(run: Int, country: String, topic: String, value: String, overrides: Bool = false) {
        (self.run, self.country, self.topic, self.value) = (run, country, topic, value)
        self.overrides = overrides
    }

    package var steps: [String] { ["runs", "\(run)", "cell"] }
    package var query: [(name: String, value: String)] {
        [("country", country), ("topic", topic), ("value", value)] + (page == 1 ? [] : [("page", "\(page)")])
            + (variant.map { [("variant", $0)] } ?? []) + (overrides ? [("overrides", "1")] : [])
    }
}

/// One question with its replies, under an address that is the same in every store.
package struct ReplyAddress: SiteAddress {
    /// The question's id: 32 hexadecimal digits; of imported replies, where they stood in their file.
    package var question: String
    /// Whose reply, where several runs have one; nil shows all.
    package var run: Int?
    /// Which part of a reply too long for one page, from 1.
    package var part = 1

    package init(question: String, run: Int? = nil) {
        (self.question, self.run) = (question, run)
    }

    package var steps: [String] { ["reply", question] }
    package var query: [(name: String, value: String)] {
        (run.map { [("run", "\($0)")] } ?? []) + (part == 1 ? [] : [("part", "\(part)")])
    }
}

/// The cells of a run: the misaligned ones, unless others are asked for.
package struct GapsAddress: SiteAddress {
    package var run: Int
    /// Names as the study has them.
    package var country, topic, value, group: String?
    package var show = Show.misaligned
    package var direction: GapDirection?
    /// The least size of the gap, in 0…1.
    package var least: Double?
    /// "stated-0", "acted-3": cells that are misaligned by their readings in that variant.
    package var variant: String?
    /// Cells with a reply from that provider, or that stopped for that reason.
    package var provider, stop: String?
    /// Words that the cells' actions, explanations or replies hold.
    package var sought: String?
    package var sort = Sort.gap
    /// Nil is the sort's usual one.
    package var order: Order?
    /// From 1.
    package var page = 1

    package init(run: Int, country: String? = nil, topic: String? = nil, value: String? = nil, group: String? = nil) {
        (self.run, self.country, self.topic, self.value, self.group) = (run, country, topic, value, group)
    }

    package var steps: [String] { ["runs", "\(run)", "gaps"] }
    package var query: [(name: String, value: String)] {
        let parts: [(String, String?)] = [
            ("q", sought), ("show", show == .misaligned ? nil : show.rawValue), ("country", country), ("topic", topic),
            ("value", value), ("group", group), ("direction", direction?.rawValue),
            ("least", least.map(Numerals.plain)),
            ("variant", variant), ("provider", provider), ("stop", stop), ("sort", sort == .gap ? nil : sort.rawValue),
            ("order", order?.rawValue), ("page", page == 1 ? nil : "\(page)"),
        ]
        return parts.compactMap { name, value in value.map { (name, $0) } }
    }
}

/// The value-informed actions of a run's study.
package struct DataAddress: SiteAddress {
    package var run: Int
    /// Names as the study has them.
    package var country, topic, value, group: String?
    /// Only the actions of one side.
    package var inclination: MisalignedCell.Inclination?
    /// Only cells of which an action has this flag.
    package var flag: ActionFlag?
    /// From 1.
    package var page = 1

    package init(run: Int) { self.run = run }

    package var steps: [String] { ["runs", "\(run)", "data"] }
    package var query: [(name: String, value: String)] {
        let parts: [(String, String?)] = [
            ("country", country), ("topic", topic), ("value", value), ("group", group),
            ("inclination", inclination?.rawValue), ("flag", flag?.rawValue), ("page", page == 1 ? nil : "\(page)"),
        ]
        return parts.compactMap { name, value in value.map { (name, $0) } }
    }
}
