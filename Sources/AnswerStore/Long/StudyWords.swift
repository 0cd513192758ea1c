/// What is known of a study only to its file, as tables that others read have it.
package struct StudyWords: Sendable, Equatable {
    /// A value of the theory.
    package struct Value: Sendable, Equatable {
        /// Its name.
        package var name: String
        /// The group that it is in.
        package var group: String

        package init(name: String, group: String) { (self.name, self.group) = (name, group) }
    }

    /// A way in which a task is asked.
    package struct Variant: Sendable, Equatable {
        /// "stated" or "acted".
        package var kind: String
        /// The variant's number, from 0.
        package var number: Int
        /// The names of its levels.
        package var framing, order, requirement: String
        /// Who wrote the actions that it shows, where several did.
        package var generator: String?

        package init(
            kind: String, number: Int, framing: String, order: String, requirement: String, generator: String? = nil
        ) {
            (self.kind, self.number, self.generator) = (kind, number, generator)
            (self.framing, self.order, self.requirement) = (framing, order, requirement)
        }
    }

    /// How many options the scale of Task 1 has.
    package var options: Int
    /// The values, in the order in which readings of Task 1 name their options.
    package var values: [Value]
    /// The variants of both tasks.
    package var variants: [Variant]

    package init(options: Int, values: [Value], variants: [Variant]) {
        (self.options, self.values, self.variants) = (options, values, variants)
    }
}
