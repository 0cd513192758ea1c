import AnswerStore
import Study
import Testing
import Workbench

/// The final label of a criterion, and why it is that one.
struct FinalLabelsTests {
    private func provenance(_ world: LeadWorld) throws -> [FinalLabels.Provenance] {
        try world.final.labels.filter { $0.criterion == "correctness" }.map(\.provenance)
    }

    @Test func `votes are unanimous, a majority, or a tie that stays open`() async throws {
        try await LeadWorld.with(items: 5) { world in
            let votes = [
                ["yes", "yes", "yes"], ["yes", "no", "yes"], ["yes", "no"], ["yes", "no", "unsure"], ["no"],
            ]
            for (item, answers) in votes.enumerated() {
                for (name, answer) in zip(["anna", "ben", "cem"], answers) {
                    try await world.judge(item, ["correctness": answer], by: name)
                }
            }
            #expect(try provenance(world) == [.unanimous, .majority, .tieOpen, .tieOpen, .single])
            #expect(try world.final.labels.map(\.answer) == ["yes", "yes", nil, nil, "no"])
            #expect(try world.final.labels[3].votes == ["yes": 1, "no": 1, "unsure": 1])
        }
    }

    @Test func `an adjudicator's answer counts before all votes, and says why annotators differed`() async throws {
        try await LeadWorld.with(items: 2) { world in
            for name in ["anna", "ben"] { try await world.judge(0, ["correctness": "yes"], by: name) }
            try await world.judge(
                0, ["correctness": "no"], by: "zoe", role: .adjudicator, source: "guideline_gap")
            let label = try #require(try world.final.labels.first)
            #expect((label.answer, label.provenance, label.source) == ("no", .adjudicated, "guideline_gap"))
            #expect(label.votes == ["yes": 2], "the adjudicator has no vote")
            try await world.judge(0, ["correctness": ""], by: "zoe", role: .adjudicator)
            #expect(try provenance(world) == [.unanimous], "a decision that was taken back decides nothing")
        }
    }

    @Test func `somebody who judged the item in another project has no vote here`() async throws {
        try await LeadWorld.with(items: 1) { world in
            try await world.judge(0, ["correctness": "yes"], by: "anna")
            let other = try AnnotationProject.begin(
                named: "other", try LeadWorld.definition(), items: [LeadWorld.record(0)], in: world.store,
                at: LeadWorld.now)
            let twin = LeadWorld(store: world.store, project: other, items: try other.items())
            try await twin.judge(0, ["correctness": "no"], by: "ben")
            #expect(try provenance(world) == [.single])
            #expect(try world.standing.leftOut == [.otherProject: 1])
            #expect(try provenance(twin) == [.single])
        }
    }
}
