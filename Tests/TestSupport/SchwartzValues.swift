/// The 56 values in the order of the released code, by group.
package enum SchwartzValues {
    /// The ten groups with their values.
    package static let groups: [(name: String, values: [String])] = [
        ("Power", ["Social Power", "Authority", "Wealth", "Preserving my Public Image", "Social Recognition"]),
        ("Achievement", ["Successful", "Capable", "Ambitious", "Influential", "Intelligent", "Self-Respect"]),
        ("Hedonism", ["Pleasure", "Enjoying Life"]),
        ("Stimulation", ["Daring", "A Varied Life", "An Exciting Life"]),
        ("Self-Direction", ["Creativity", "Curious", "Freedom", "Choosing Own Goals", "Independent"]),
        (
            "Universalism",
            [
                "Protecting the Environment", "A World of Beauty", "Broad-Minded", "Social Justice", "Wisdom",
                "Equality", "A World at Peace", "Inner Harmony", "Unity With Nature",
            ]
        ),
        (
            "Benevolence",
            [
                "Helpful", "Honest", "Forgiving", "Loyal", "Responsible", "True Friendship", "A Spiritual Life",
                "Mature Love", "Meaning in Life",
            ]
        ),
        (
            "Tradition",
            [
                "Devout", "Accepting my Portion in Life", "Humble", "Moderate", "Respect for Tradition", "Detachment",
            ]
        ),
        ("Conformity", ["Politeness", "Honoring of Parents and Elders", "Obedient", "Self-Discipline"]),
        (
            "Security",
            [
                "Clean", "National Security", "Social Order", "Family Security", "Reciprocation of Favors", "Healthy",
                "Sense of Belonging",
            ]
        ),
    ]

    /// Their names.
    package static let names = groups.flatMap(\.values)

    /// The place in ``groups`` of each value's group.
    package static let groupOfValue = groups.indices.flatMap { group in groups[group].values.map { _ in group } }
}
