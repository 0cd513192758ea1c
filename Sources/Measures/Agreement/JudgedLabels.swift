/// What people and models said of items, criterion by criterion: all that figures of agreement and quality are computed from.
package struct JudgedLabels: Sendable {
    /// Something that was judged.
    package struct Item: Sendable, Hashable {
        /// What tells it from all others, the same in every store.
        package var id: String
        /// Its cell; empty where it has none.
        package var country, topic, value, inclination: String
        /// Who wrote it; empty where that is not known.
        package var generator: String
        /// The prompt variant that it answers; empty where that is not known.
        package var variant: String

        /// An item.
        package init(
            id: String, country: String, topic: String, value: String, inclination: String, generator: String = "",
            variant: String = ""
        ) {
            (self.id, self.country, self.topic, self.value) = (id, country, topic, value)
            (self.inclination, self.generator, self.variant) = (inclination, generator, variant)
        }

        /// A part of what the item is.
        package subscript(_ axis: Axis) -> String {
            switch axis {
            case .country: country
            case .variant: variant
            case .generator: generator
            }
        }
    }

    /// By what figures can be told apart. Raw values are the words of `--by`.
    package enum Axis: String, Sendable, Hashable, CaseIterable {
        case country, variant, generator
    }

    /// Somebody or something that judges.
    package struct Judge: Sendable, Hashable {
        /// The name.
        package var name: String
        /// "person", "sheet", "model".
        package var kind: String
        /// Of a model: the hash of the rubric that it was given; `nil` where there is none.
        package var rubric: String?
        /// Of a model: whether it wrote some of what it judges itself.
        package var isOwn: Bool

        /// A judge.
        package init(name: String, kind: String, rubric: String? = nil, isOwn: Bool = false) {
            (self.name, self.kind, self.rubric, self.isOwn) = (name, kind, rubric, isOwn)
        }
    }

    /// One criterion.
    package struct Field: Sendable, Hashable {
        /// Its id: "correctness".
        package var id: String
        /// As tables name it.
        package var name: String
        /// The ids of its answers that somebody gave, and at least two, in their order: the most favourable first, “unsure” between
        /// the others.
        package var answers: [String]
        /// By item, then person: the answer's number.
        package var people: [[Int?]]
        /// By item, then model.
        package var models: [[Int?]]
        /// By item: what an adjudicator decided.
        package var adjudicated: [Int?]

        /// A criterion.
        package init(
            id: String, name: String, answers: [String], people: [[Int?]], models: [[Int?]], adjudicated: [Int?]
        ) {
            (self.id, self.name, self.answers) = (id, name, answers)
            (self.people, self.models, self.adjudicated) = (people, models, adjudicated)
        }

        /// The answer that is good.
        package static let good = 0
        /// The number of the answer “unsure”, where somebody gave it.
        package var unsure: Int? { answers.firstIndex(of: JudgedLabels.unsure) }

        /// What counts of an item: what an adjudicator decided, else what most people say; `nil` where there is no majority.
        package func final(_ item: Int) -> Int? { adjudicated[item] ?? MajorityLabel(people[item]).category }

        /// How good an item is, in [0, 1]: 1 or 0 by the adjudicator, else the share of its people's labels that are good; `nil` without
        /// labels.
        func score(_ item: Int) -> Double? {
            if let decided = adjudicated[item] { return decided == Self.good ? 1 : 0 }
            let given = people[item].compactMap(\.self)
            return given.isEmpty ? nil : Double(given.count { $0 == Self.good }) / Double(given.count)
        }

        /// Whether anybody judged an item, or an adjudicator decided.
        func isJudged(_ item: Int) -> Bool {
            adjudicated[item] != nil || people[item].contains { $0 != nil }
        }

        /// The labels of some items as a table.
        func table(_ items: [Int]) throws(MeasuresError) -> LabelTable {
            try LabelTable(
                raters: people.first?.count ?? 0, categories: max(2, answers.count), labels: items.map { people[$0] })
        }
    }

    /// The answer that says that somebody can't tell.
    package static let unsure = "unsure"

    /// A number of labels or rows that no figure counts, and why.
    package struct LeftOut: Sendable, Hashable {
        /// Why, as a key: "replaced".
        package var reason: String
        /// How many.
        package var count: Int

        /// A count.
        package init(reason: String, count: Int) { (self.reason, self.count) = (reason, count) }
    }

    /// What was judged.
    package var items: [Item]
    /// Who judged, as labels have them.
    package var people: [Judge]
    /// Models that judged as well.
    package var models: [Judge]
    /// By criterion, in the codebook's order.
    package var fields: [Field]
    /// Labels that were read, of whatever kind; the counted ones and those left out together.
    package var total: Int
    /// What is left out, by reason.
    package var leftOut: [LeftOut]
    /// Among the counted labels of people: those that only accept what a model had filled in.
    package var accepted: Int

    /// Everything.
    package init(
        items: [Item], people: [Judge], models: [Judge], fields: [Field], total: Int, leftOut: [LeftOut],
        accepted: Int = 0
    ) {
        (self.items, self.people, self.models, self.fields) = (items, people, models, fields)
        (self.total, self.leftOut, self.accepted) = (total, leftOut, accepted)
    }

    /// Labels of people that figures count.
    package var counted: Int { fields.reduce(0) { $0 + $1.people.reduce(0) { $0 + $1.count { $0 != nil } } } }

    /// By item: the number of its cell (country, topic, value; both inclinations together), which is what is drawn anew in intervals of
    /// quality.
    var clusters: [Int] {
        var numbers: [[String]: Int] = [:]
        return items.map { item in
            let key = [item.country, item.topic, item.value]
            let number = numbers[key] ?? numbers.count
            numbers[key] = number
            return number
        }
    }
}
