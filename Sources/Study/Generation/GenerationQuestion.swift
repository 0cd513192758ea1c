package import Text

/// One request for one action, with all that is needed to read and check its reply.
package struct GenerationQuestion: Sendable, Hashable, Identifiable {
    /// 32 lower-case hexadecimal digits, the same on every machine and in every release; see ``GenerationIdentity``.
    package let id: String
    /// The cell's number in the study's full cross.
    package let number: Int
    /// The cell.
    package let cell: Cell
    /// The value, as the theory has it.
    package let value: Value
    /// What the action is to show.
    package let inclination: Inclination
    /// The wording.
    package let variant: GenerationVariant
    /// What is written right behind the action.
    package let first: GenerationWording.Part
    /// How often it was asked for before, from 0.
    package let round: Int
    /// What was wrong with the answer of the round before; none in the first.
    package let problems: [FormProblem]
    /// The language that the action is to be in.
    package let language: Language
    /// The system message, if the study has one.
    package let system: String?
    /// The user message.
    package let prompt: String

    /// One action: a cell, an inclination and a variant, whatever the round.
    package struct Slot: Sendable, Hashable, Comparable {
        /// The cell's number in the study's full cross.
        package let cell: Int
        /// What the action is to show.
        package let inclination: Inclination
        /// The variant's index.
        package let variant: Int

        /// A place for an action.
        package init(cell: Int, inclination: Inclination, variant: Int) {
            (self.cell, self.inclination, self.variant) = (cell, inclination, variant)
        }

        package static func < (left: Slot, right: Slot) -> Bool {
            (left.cell, left.inclination.code, left.variant) < (right.cell, right.inclination.code, right.variant)
        }
    }

    /// Which action it asks for.
    package var slot: Slot { Slot(cell: number, inclination: inclination, variant: variant.index) }
}

/// A request's id: the first 16 bytes, in lower-case hexadecimal, of the SHA-256 of a canonical encoding of what determines it.
///
/// Changing the encoding or its version makes every stored reply a stranger: a test holds it still.
enum GenerationIdentity {
    static let version = "vlens-generation-1"

    static func id(
        _ cell: Cell, _ inclination: Inclination, variant: Int, round: Int, system: String?, prompt: String
    ) -> String {
        var encoding = CanonicalEncoding(version: version, capacity: prompt.utf8.count + 1024)
        encoding.append(cell.scenario.country)
        encoding.append(cell.scenario.topic)
        encoding.append(cell.value)
        encoding.append(inclination.rawValue)
        encoding.append(variant)
        encoding.append(round)
        encoding.append(system.map { [$0] } ?? [])
        encoding.append(prompt)
        return encoding.digest(bytes: 16)
    }
}
