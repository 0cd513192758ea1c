import AnswerStore
import Foundation
import Measures
import Reports
import Study
import Testing
import Workbench

/// Who differs on what, and what the queue makes of it.
struct DisagreementTests {
    private func facts(_ world: LeadWorld) async throws -> ProjectFacts {
        let counts = try ProjectCounts(world.project, at: LeadWorld.now)
        return try await AnnotatorDashboard(counts, plan: ResamplingPlan(replicates: 100)).facts()
    }

    private func queue(_ world: LeadWorld) throws -> [DisputedItem] {
        try ProjectCounts(world.project, at: LeadWorld.now).disputes
    }

    @Test func `two annotators who answer the opposite agree on nothing, and every item is in the queue`() async throws
    {
        try await LeadWorld.with(items: 4) { world in
            for item in 0..<4 {
                try await world.judge(item, LeadWorld.all("yes"), by: "anna")
                try await world.judge(item, LeadWorld.all("no"), by: "ben")
            }
            let queue = try queue(world)
            #expect(queue.map(\.item.position) == [0, 1, 2, 3])
            #expect(queue.allSatisfy { $0.agreement == 0 && $0.disputes.count == 4 })
            let facts = try await facts(world)
            #expect(facts.annotators.map { $0.others?.percent?.value } == [0, 0])
            #expect(facts.disputed == 4)
            #expect(facts.provenance.map(\.name) == ["tie_open"])
            for criterion in facts.criteria {
                #expect(criterion.agreement?.coefficients[.percentAgreement]?.value == 0)
            }
        }
    }

    @Test func `two annotators who answer alike agree on all, and the queue is empty`() async throws {
        try await LeadWorld.with(items: 4) { world in
            for item in 0..<4 {
                for name in ["anna", "ben"] {
                    try await world.judge(item, LeadWorld.all(item == 0 ? "no" : "yes"), by: name)
                }
            }
            #expect(try queue(world).isEmpty)
            let facts = try await facts(world)
            #expect(facts.annotators.map { $0.others?.percent?.value } == [1, 1])
            #expect(facts.annotators.map { $0.others?.kappa?.value } == [1, 1])
            #expect(facts.annotators.map { $0.others?.pairs } == [16, 16])
            #expect((facts.disputed, facts.provenance.map(\.name)) == (0, ["unanimous"]))
        }
    }

    @Test(arguments: ["yes", "no", "unsure"], ["yes", "no", "unsure"])
    func `of every two answers the queue compares what they say`(first: String, second: String) async throws {
        try await LeadWorld.with(items: 1) { world in
            try await world.judge(0, ["correctness": first], by: "anna")
            try await world.judge(0, ["correctness": second], by: "ben")
            #expect(try queue(world).count == (first == second ? 0 : 1))
        }
    }

    @Test func `what hangs on a decision comes first, opposite views before doubt, and then what agrees least`()
        async throws
    {
        try await LeadWorld.with(items: 5) { world in
            let answers = [
                0: ["yes", "yes", "no"], 1: ["yes", "unsure"], 2: ["yes", "no"], 3: ["yes", "yes", "yes"],
                4: ["yes", "no"],
            ]
            for (item, given) in answers {
                for (name, answer) in zip(["anna", "ben", "cem"], given) {
                    try await world.judge(item, ["correctness": answer], by: name)
                }
            }
            try await world.judge(4, ["correctness": "yes"], by: "zoe", role: .adjudicator, source: "slip")
            let queue = try queue(world)
            #expect(queue.map(\.item.position) == [2, 1, 0, 4])
            #expect(queue.map(\.isDecided) == [false, false, false, true])
            #expect(queue.last?.disputes.first?.votes.map(\.count) == [1, 1], "the adjudicator has no vote")
        }
    }
}
