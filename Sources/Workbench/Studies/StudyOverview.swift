import Foundation
import Text
package import Study

/// What a study asks, in a few lines.
package struct StudyOverview {
    let study: StudyDefinition
    let plan: QuestionPlan

    package init(_ study: StudyDefinition, _ plan: QuestionPlan) {
        self.study = study
        self.plan = plan
    }

    package var text: String {
        let theory = study.theory
        let groups = theory.groups.map { group in
            Plain.line("    \(group.name): " + group.values.map(\.name).joined(separator: ", "))
        }
        return """
            \(study.label): \(Plain.line(study.title))
              theory     \(Plain.line(theory.name)): \(theory.values.count) values in \(theory.groups.count) groups
                         \(Plain.line(theory.source))
            \(groups.joined(separator: "\n"))
              countries  \(Plain.line(study.countries.joined(separator: ", ")))
              topics     \(Plain.line(study.topics.joined(separator: ", ")))
              cells      \(study.cellCount), \(study.pairedCells) with an action pair\(generators)
              scale      \(scale)
              questions  \(plan.count(of: .stated)) stated (Task 1), \(plan.count(of: .acted)) acted (Task 2)
              protocol   \(study.protocolHash)
            """
    }

    /// Who wrote the actions, where several generators did.
    private var generators: String {
        guard !study.generators.isEmpty else { return "" }
        let sets = study.actionSets.map { "\(Plain.line($0.generator)) \($0.pairs.count)" }
        return "\n  generators \(sets.joined(separator: ", ")) pairs; Task 2 asks each"
    }

    /// Which end of Task 1's scale stands first.
    private var scale: String {
        let turned = study.variants(of: .stated).filter { $0.scaleStart == .disagree }.map { "\($0.index)" }
        return switch study.stated.first {
        case .agree: "starts at agreement"
        case .disagree: "starts at disagreement"
        case .balanced:
            "starts at agreement; at disagreement in \(turned.count) of \(study.variants(of: .stated).count) variants of "
                + "Task 1: \(turned.joined(separator: ", "))"
        }
    }

    package var json: String {
        get throws {
            struct Overview: Encodable {
                let version: Int
                let scaleStart: String
                let name, title, theory, source, protocolHash: String
                let values: [[String: [String]]]
                let countries, topics: [String]
                let cells, actionPairs, statedQuestions, actedQuestions: Int
                /// Pairs by generator, where there are several; then `actionPairs` counts all.
                let generators: [Generator]?
                struct Generator: Encodable {
                    let generator: String
                    let actionPairs: Int
                }
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            encoder.keyEncodingStrategy = .convertToSnakeCase
            let overview = Overview(
                version: study.version, scaleStart: study.stated.first.rawValue, name: study.name, title: study.title,
                theory: study.theory.name, source: study.theory.source,
                protocolHash: study.protocolHash,
                values: study.theory.groups.map { [$0.name: $0.values.map(\.name)] }, countries: study.countries,
                topics: study.topics, cells: study.cellCount, actionPairs: study.pairCount,
                statedQuestions: plan.count(of: .stated), actedQuestions: plan.count(of: .acted),
                generators: study.generators.isEmpty
                    ? nil : study.actionSets.map { .init(generator: $0.generator, actionPairs: $0.pairs.count) })
            return String(decoding: try encoder.encode(overview), as: UTF8.self)
        }
    }

    /// The first prompt of each variant.
    package static func prompts(_ plan: QuestionPlan) -> String {
        var shown: Set<Variant> = []
        var texts: [String] = []
        for question in plan where shown.insert(question.variant).inserted {
            let variant = question.variant
            texts.append(
                """

                ── \(variant.task.rawValue) \(variant.index): \(variant.framing), \(variant.order), \
                \(variant.requirement)\(variant.generator.map { ", actions of \(Plain.line($0))" } ?? "")\(variant.scaleStart == .disagree ? ", scale from disagreement" : "") ──
                \(question.system.map { "[system] \($0)\n" } ?? "")\(question.prompt)
                """)
            if shown.count == plan.variants.count { break }
        }
        return texts.joined(separator: "\n")
    }
}
