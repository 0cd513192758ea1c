import Measures
import TestSupport
import Testing

@Suite("How often McNemar's test finds a change that is not there")
struct McNemarErrorTests {
    /// A study of 56 values in 132 scenarios: each value has a leaning of its own in each of two runs, and no run's are
    /// higher than the other's on average.
    private func clusters(study: Int) -> [McNemar.Cluster] {
        var generator = Xoshiro256(seed: 11, stream: UInt64(study))
        return (0..<56).map { _ in
            let chances = (0.8 * generator.unit() + 0.1, 0.8 * generator.unit() + 0.1)
            var cluster = McNemar.Cluster()
            for _ in 0..<132 {
                let holds = (generator.unit() < chances.0, generator.unit() < chances.1)
                cluster.cells += 1
                if holds.0 && !holds.1 { cluster.firstOnly += 1 }
                if holds.1 && !holds.0 { cluster.secondOnly += 1 }
            }
            return cluster
        }
    }

    @Test
    func `Over values it errs in 5 % of the studies, over single cells in more than half`() {
        let studies = 1000
        var (clustered, plain) = (0, 0)
        for study in 0..<studies {
            let own = clusters(study: study)
            let test = McNemar(own)
            if (test.pValue ?? 1) <= 0.05 { clustered += 1 }
            // The plain test: (b − c)² / (b + c) beyond 3.841.
            let change = Double(test.firstOnly - test.secondOnly)
            if change * change > 3.841_458_820_694_124 * Double(test.firstOnly + test.secondOnly) { plain += 1 }
        }
        // Standard error √(0.05 · 0.95 / 1000) = 0.007.
        #expect((0.03...0.07).contains(Double(clustered) / Double(studies)), "\(clustered)")
        #expect(Double(plain) / Double(studies) > 0.5, "\(plain)")
    }
}
