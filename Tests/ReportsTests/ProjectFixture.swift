import Measures
import Reports

/// A project with one of everything.
enum ProjectFixture {
    static func facts() async throws -> ProjectFacts {
        var facts = ProjectFacts(
            name: "first", study: "pilot", codebook: "via@1", codebookDigest: "0011223344556677", overlap: 2)
        (facts.whole.items, facts.whole.complete, facts.whole.judgements, facts.whole.wanted) = (4, 2, 6, 8)
        facts.countries = [("Philippines", facts.whole)]
        (facts.extras, facts.begun, facts.skipped, facts.held, facts.disputed, facts.decided) = (1, 1, 1, 1, 1, 1)
        (facts.labels, facts.standing, facts.leftOut) = (30, 28, [("replaced", 2)])
        facts.provenance = [("unanimous", 3), ("tie_open", 1)]
        var anna = AnnotatorFacts(name: "anna")
        (anna.judged, anna.answers, anna.unsure, anna.checks, anna.passed) = (3, 12, 2, 1, 1)
        anna.speed = AnnotatorSpeed([12, 20, 900], untimed: 1)
        let pairs = (0..<20).map { [PairedAgreement.Pair(own: $0 % 2, other: $0 % 5 == 0 ? 1 : $0 % 2)] }
        let agreement = try await PairedAgreement(pairs, categories: 2, plan: ResamplingPlan(replicates: 100))
        (anna.others, anna.gold, anna.models) = (agreement, agreement, [("a/model", agreement)])
        anna.byCriterion = [("correctness", agreement)]
        facts.annotators = [anna, AnnotatorFacts(name: "ben")]
        var criterion = CriterionFacts(id: "correctness", name: "Correctness")
        criterion.answers = [("Yes", 9), ("No", 3)]
        (criterion.goldAsked, criterion.goldMet, criterion.discrimination, criterion.disputed) = (4, 1, -0.4, 1)
        criterion.agreement = try await LabelAgreement(
            of: LabelTable(raters: 2, categories: 2, labels: (0..<20).map { [$0 % 2, $0 % 5 == 0 ? 1 : $0 % 2] }),
            plan: ResamplingPlan(replicates: 100))
        facts.criteria = [criterion]
        facts.warnings = [
            .goldMissedByAll(criterion: "Correctness", annotators: 2, met: 1, asked: 4),
            .negativeDiscrimination(criterion: "Correctness", correlation: -0.4, annotators: 3),
            .oftenUnsure(criterion: "Correctness", unsure: 5, answers: 12),
        ]
        return facts
    }

    static var dispute: DisputeFacts {
        DisputeFacts(
            item: 1, country: "Philippines", topic: "Politics", value: "Authority", action: "I stand up.", judges: 2,
            agreement: 0.5,
            criteria: [
                .init(
                    id: "correctness", name: "Correctness", votes: [("Yes", 1), ("No", 1)], agreement: 0, isTie: true,
                    isOpposed: true, isDecided: false)
            ])
    }

    static var disagreements: DisagreementsView {
        DisagreementsView(
            DisagreementsAddress(project: "first"), [dispute], criteria: [("correctness", "Correctness")], version: "0")
    }

    static var trail: ItemTrailView {
        ItemTrailView(
            ItemTrailAddress(project: "first", item: 1),
            ItemTrailView.Item(
                hash: "00ff", country: "Philippines", topic: "Politics", value: "Authority", inclination: "agree",
                generator: "a/b", action: "I stand up.", explanation: "Respect.", attributions: ["stand up"],
                final: [("Correctness", "—", "tie_open")], gold: [("Correctness", "Yes")]),
            lines: [
                .init(
                    label: 2, judge: "anna", kind: "person", time: "2026-11-26 20:15:09 UTC", criterion: "Correctness",
                    key: "via@1/correctness", said: "Yes", replaces: 1, isStanding: true, seconds: 12, way: "page",
                    isAccepted: false)
            ], version: "0")
    }
}
