package import AnswerStore
package import Measures
package import Study
package import Text

/// How far a model that judges agrees with people, criterion by criterion, on the items that both have judged.
package struct ModelAgreement: Sendable {
    /// Of one criterion.
    package struct Row: Sendable {
        /// The criterion.
        package let criterion: Criterion
        /// The model's answer against what people's votes, or an adjudicator, make of the item. Items whose tie is open are not among
        /// them.
        package let agreement: PairedAgreement
    }

    /// The model as a judge.
    package let judge: JudgeRecord
    /// In the codebook's order; empty where no person has judged any of its items.
    package let rows: [Row]

    /// Whether its labels have been held against people's at all.
    package var isCompared: Bool { rows.contains { $0.agreement.items > 0 } }

    /// Whether the model judged actions of its own.
    package var isOwnJudge: Bool { judge.judgesOwn }

    /// The agreement of every model that has judged a project's items, in the order of the judges' numbers.
    ///
    /// - Parameter plan: how intervals are made; `nil` makes none.
    package static func all(
        _ project: AnnotationProject, plan: ResamplingPlan?
    ) async throws -> [ModelAgreement] {
        let items = try project.items()
        let standing = try StandingJudgements(project, items: items)
        let labels = FinalLabels(standing, items: items, codebook: project.codebook)
        var people: [Int64: [String: String]] = [:]
        for label in labels.labels { people[label.item.id, default: [:]][label.criterion] = label.answer }
        var found: [ModelAgreement] = []
        for (number, judge) in standing.judges.sorted(by: { $0.key < $1.key }) where judge.isModel {
            let own = standing.entries.filter { $0.judge == number }
            var rows: [Row] = []
            for criterion in project.codebook.criteria {
                let pairs = own.compactMap { entry -> [PairedAgreement.Pair]? in
                    guard entry.criterion == criterion.id, let answer = entry.judgement.answer,
                        let other = people[entry.item.id]?[criterion.id],
                        let left = criterion.answers.firstIndex(where: { $0.id == answer }),
                        let right = criterion.answers.firstIndex(where: { $0.id == other })
                    else { return nil }
                    return [.init(own: left, other: right)]
                }
                rows.append(
                    Row(
                        criterion: criterion,
                        agreement: try await PairedAgreement(
                            pairs, categories: criterion.answers.count, plan: pairs.isEmpty ? nil : plan)))
            }
            found.append(ModelAgreement(judge: judge, rows: rows))
        }
        return found
    }

    /// The figures by name.
    package var json: JSONValue {
        [
            "model": .string(judge.name), "rubric": JSONValue(judge.rubric), "own_judge": .bool(isOwnJudge),
            "compared_with_people": .bool(isCompared),
            "criteria": .object(rows.map { .init($0.criterion.id, $0.agreement.json) }),
        ]
    }
}

extension JudgeRecord {
    private var members: JSONValue? { JSONReader.read(Array(details.utf8), manner: .strict) }

    /// Whether it is a model that judged actions that it wrote itself.
    package var judgesOwn: Bool { isModel && members?["own"] == true }

    /// The hash of the rubric that a model judged by; `nil` for any other judge.
    package var rubric: String? { isModel ? members?["rubric"]?.string : nil }

    /// What a judge is called where it is shown: a model that judges its own actions is never shown without saying so.
    package var title: String { judgesOwn ? "\(name) (judge of its own actions)" : name }
}
