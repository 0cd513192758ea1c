package import Measures

/// Everything that outputs of risks show. All texts may come from outside: they are escaped where they are written.
package struct RiskInput: Sendable {
    /// A code as the codebook defines it.
    package struct Definition: Sendable, Hashable {
        /// The code's id, and as tables name it.
        package var id, name: String
        /// Its level, as tables name it.
        package var level: String
        /// What it means.
        package var definition: String
        /// What it applies to; what it does not apply to, a rule each.
        package var examples, excludes: [String]

        /// A definition.
        package init(
            id: String, name: String, level: String, definition: String, examples: [String] = [],
            excludes: [String] = []
        ) {
            (self.id, self.name, self.level) = (id, name, level)
            (self.definition, self.examples, self.excludes) = (definition, examples, excludes)
        }
    }

    /// The project's name.
    package var project: String
    /// The codebook as labels name it: "risks@1".
    package var codebook: String
    /// By code, in the codebook's order.
    package var definitions: [Definition]
    /// The figures; they hold whose codes are counted, and how many misaligned cells there are by respondent.
    package var report: RiskReport
    /// Every coded cell with its codes, in any order: outputs choose among them (see ``CodedExample/chosen(from:codes:atMost:)``).
    package var examples: [CodedExample]
    /// How cells came into the project: `nil` where all misaligned cells were taken, else the seed by which they were drawn with equal
    /// chances.
    package var sampleSeed: UInt64?
    /// The version of the program.
    package var version: String

    /// An input with all its parts.
    package init(
        project: String, codebook: String, definitions: [Definition], report: RiskReport, examples: [CodedExample],
        sampleSeed: UInt64? = nil, version: String
    ) {
        (self.project, self.codebook, self.definitions) = (project, codebook, definitions)
        (self.report, self.examples, self.sampleSeed) = (report, examples, sampleSeed)
        self.version = version
    }

    /// The title of every output.
    package var title: String { "Risks · \(project)" }

    /// Whose codes are counted, as outputs name it.
    package var basisName: String {
        switch report.basis {
        case .reference: "people"
        case .coder(let coder): report.coded.coders[coder].name
        }
    }

    /// "person", "lexicon", "model", or "people" for the reference.
    package var basisKind: String {
        switch report.basis {
        case .reference: "people"
        case .coder(let coder): report.coded.coders[coder].kind
        }
    }
}
