import Testing

import Measures

@Suite
struct `How often corrected shares' intervals hold the truth` {
    /// 120 studies each: 30 values whose shares are spread evenly about the truth, 600 cells of which 150 are checked, a coder with known
    /// errors. Seeds are fixed, so that the test says the same each time.
    @Test(arguments: [(0.3, 0.8, 0.9), (0.15, 0.9, 0.95), (0.3, 0.6, 0.85)])
    func `nearly as often as they say, whatever the coder's errors`(
        truth: Double, sensitivity: Double, specificity: Double
    )
        async throws
    {
        var (held, made, raw) = (0, 0, 0)
        let studies = 120
        for study in 0..<studies {
            let found = try await correction(study, truth, sensitivity, specificity)
            guard let interval = try found.share.get().interval else { continue }
            made += 1
            held += interval.contains(truth) ? 1 : 0
            raw += found.raw?.interval?.contains(truth) == true ? 1 : 0
        }
        #expect(made >= 110)
        // 95 % nominal; two and a half standard errors of 120 studies are 5 points.
        #expect(Double(held) / Double(made) > 0.90, "\(held) of \(made)")
        // The raw share's interval misses it far more often: what the correction is for.
        #expect(raw < held)
    }

    private func correction(
        _ study: Int, _ truth: Double, _ sensitivity: Double, _ specificity: Double
    ) async throws -> RiskCorrection {
        var generator = Xoshiro256(seed: 20_26, stream: UInt64(study))
        // Values' shares from half to one and a half times the truth.
        let shares = (0..<30).map { _ in truth * (0.5 + generator.unit()) }
        let rows = (0..<600).map { cell -> (cluster: Int, reference: Bool?, said: Bool) in
            let value = generator.index(below: 30)
            let applies = generator.unit() < shares[value]
            let says = generator.unit() < (applies ? sensitivity : 1 - specificity)
            return (value, cell < 150 ? applies : nil, says)
        }
        let plan = ResamplingPlan(replicates: 200, seed: UInt64(study))
        return try await RiskReport(of: RiskFixture.one(rows), basis: .coder(0), plan: plan).corrected[0]
    }
}
