import Measures
import Testing

@Suite("Prompt variants of a project that people are not done with")
struct HalfJudgedTests {
    /// Twelve cells in two variants; people have judged as many of the items as given, and say that what the second made is good.
    private func labels(judged: Int) -> JudgedLabels {
        let items = (0..<24).map { number in
            JudgedLabels.Item(
                id: "\(number)", country: "France", topic: "Politics", value: "\(number / 2)", inclination: "agree",
                variant: "\(number % 2)")
        }
        let field = JudgedLabels.Field(
            id: "correctness", name: "Correctness", answers: ["yes", "no"],
            people: items.indices.map { $0 < judged ? [1 - $0 % 2, 1 - $0 % 2] : [nil, nil] },
            models: items.map { _ in [] }, adjudicated: items.map { _ in nil })
        return JudgedLabels(
            items: items, people: ["A", "B"].map { JudgedLabels.Judge(name: $0, kind: "person") }, models: [],
            fields: [field], total: 2 * judged, leftOut: [])
    }

    @Test(arguments: [6, 10, 24])
    func `variants are ranked by what has been judged, however much is still to be judged`(judged: Int) async throws {
        let report = try await AgreementReport(
            of: labels(judged: judged), by: [.variant], plan: ResamplingPlan(replicates: 100))
        let ranking = try #require(report.ranking)
        #expect(ranking.criteria == [0])
        #expect(ranking.ranking.places.map(\.variant) == [1, 0])
        #expect(ranking.ranking.places.map(\.mean.value) == [1, 0])
    }

    @Test
    func `where nobody has judged anything, nothing is ranked`() async throws {
        let report = try await AgreementReport(
            of: labels(judged: 0), by: [.variant], plan: ResamplingPlan(replicates: 100))
        #expect(report.ranking?.ranking.places.isEmpty ?? true)
    }
}
