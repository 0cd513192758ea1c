import Testing
import Workbench

/// Rules of a gate as they are typed.
struct ComparisonGateTests {
    @Test(arguments: [
        "alignment-rate drops 0.03", "kappa clearly  rises 0", "deconvolved-gap rises 0.05", "signed-gap rises 1e-3",
    ])
    func `a rule is kept as it was typed, but for its spaces`(text: String) throws {
        let gate = try #require(ComparisonGate(text))
        #expect(gate.rule == text.split(separator: " ").joined(separator: " "))
    }

    @Test(arguments: ["", "kappa", "kappa falls 0.1", "kappa drops -0.1", "nothing drops 0.1", "kappa very drops 0.1"])
    func `what is no rule is none`(text: String) {
        #expect(ComparisonGate(text) == nil)
    }
}
