/// One value of a theory, as a respondent is asked about it.
package struct Value: Sendable, Hashable {
    /// The name as questions and files spell it: "Social Power".
    package let name: String
    /// What the name means, in a few words, as it is shown behind the name in a question.
    package let gloss: String
    /// What matters to a person who holds the value, to follow "it is important"; empty where a study's wording does
    /// not ask by portrait.
    package let portrait: String
    /// The value's number in the survey the theory comes from (1 is asked first); `nil` where it has none.
    package let item: Int?
    /// Other spellings under which replies and files name the value. They are matched on folded letters
    /// (see ``ValueIndex``), so case, hyphens and spaces need no alias.
    package let aliases: [String]

    /// A value.
    package init(name: String, gloss: String, item: Int? = nil, aliases: [String] = [], portrait: String = "") {
        self.name = name
        self.gloss = gloss
        self.portrait = portrait
        self.item = item
        self.aliases = aliases
    }
}

/// Values that express one motivation, such as Schwartz's "Power".
package struct ValueGroup: Sendable, Hashable {
    /// The group's name.
    package let name: String
    /// Its values, in the theory's order.
    package let values: [Value]

    /// A group of values.
    package init(name: String, values: [Value]) {
        self.name = name
        self.values = values
    }
}

/// A list of values in groups, with its source.
///
/// Names are unique on folded letters, aliases included; the study file's reader refuses others.
package struct Theory: Sendable, Hashable {
    /// Short name: "schwartz".
    package let name: String
    /// Where the values come from, as a citation.
    package let source: String
    /// The groups in the order in which every table lists them.
    package let groups: [ValueGroup]

    /// A theory.
    package init(name: String, source: String, groups: [ValueGroup]) {
        self.name = name
        self.source = source
        self.groups = groups
    }

    /// All values, group by group: the order of every matrix and of ties in a ranking.
    package var values: [Value] { groups.flatMap(\.values) }

    /// All values in the order in which a question lists them: by item number, those without one last.
    package var valuesByItem: [Value] {
        let numbered = values.enumerated().map { (place: $0.offset, value: $0.element) }
        let sorted = numbered.sorted { a, b in
            (a.value.item ?? .max, a.place) < (b.value.item ?? .max, b.place)
        }
        return sorted.map(\.value)
    }

    /// The theory with only the named values, groups left empty removed. Names that it lacks are ignored.
    package func keeping(_ names: Set<String>) -> Theory {
        let kept = groups.map { group in
            ValueGroup(name: group.name, values: group.values.filter { names.contains($0.name) })
        }
        return Theory(name: name, source: source, groups: kept.filter { !$0.values.isEmpty })
    }
}
