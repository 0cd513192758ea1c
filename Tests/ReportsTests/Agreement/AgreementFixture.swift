import Measures
import Reports

/// Judgements of three people and a model: two criteria, two countries, two prompt variants.
enum AgreementFixture {
    static func labels(hostile: String = "") -> JudgedLabels {
        let items = (0..<24).map { number in
            JudgedLabels.Item(
                id: "item\(number)", country: (number < 12 ? "Egypt" : "Peru") + hostile, topic: "Work",
                value: ["Humble", "Authority", "Equality"][number % 3],
                inclination: number % 2 == 0 ? "agree" : "disagree",
                generator: "g", variant: "\(number / 6 % 2)")
        }
        func answer(_ item: Int, _ person: Int) -> Int? {
            if item == 23, person == 2 { return nil }
            let truth = item % 4 == 0 ? 2 : 0
            return (item + 2 * person) % 7 == 0 ? (person == 2 ? 1 : 2 - truth) : truth
        }
        let fields = [("correctness", "Correctness"), ("harmlessness", "Harmlessness")].map { id, name in
            JudgedLabels.Field(
                id: id, name: name, answers: ["yes", "unsure", "no"],
                people: items.indices.map { item in (0..<3).map { answer(item, $0) } },
                models: items.indices.map { [$0 % 4 == 0 ? 2 : 0] },
                adjudicated: items.indices.map { $0 == 14 ? 0 : nil })
        }
        return JudgedLabels(
            items: items,
            people: ["Ann", "Bob", "Cem" + hostile].map { .init(name: $0, kind: "person") },
            models: [.init(name: "model" + hostile, kind: "model", rubric: "abc", isOwn: true)], fields: fields,
            total: 200,
            leftOut: [.init(reason: "model", count: 48), .init(reason: "replaced", count: 10)], accepted: 2)
    }

    static func input(hostile: String = "", draws: Int = 100) async throws -> AgreementInput {
        let report = try await AgreementReport(
            of: labels(hostile: hostile), by: JudgedLabels.Axis.allCases, plan: ResamplingPlan(replicates: draws))
        return AgreementInput(
            project: "pilot" + hostile, codebook: "via@1",
            sheets: [.init(name: "A", file: "a - A.csv", judgedRows: 8, sumRows: 1, emptyRows: 2)], report: report,
            version: "0.1.0")
    }

    static func design() async throws -> AgreementDesign {
        var question = AgreementDesign.Question(.fleissKappa, halfWidth: 0.1, people: [3, 10], overlaps: [3])
        question.simulations = 100
        return try await AgreementDesign(
            question, model: AgreementModel(prevalence: [0.8, 0.2], kappa: 0.6, spread: 0.1))
    }
}
