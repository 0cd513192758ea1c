import Measures
import Study

extension CalibrationWork {
    /// A respondent of the power table.
    struct PowerRespondent: Hashable, Sendable {
        var gap: Double
        var isSecond: Bool
        var number: Int
    }

    /// Every respondent that the contrasts need, once: first and second ones never share a seed.
    func powerRespondents(_ contrasts: [PowerTable.Contrast]) -> [PowerRespondent] {
        let firsts = Set(contrasts.map(\.gap)).sorted()
        let seconds = Set(contrasts.map { Self.sum($0) }).sorted()
        return (firsts.map { ($0, false) } + seconds.map { ($0, true) }).flatMap { gap, isSecond in
            (0..<load.simulations).map { PowerRespondent(gap: gap, isSecond: isSecond, number: $0) }
        }
    }

    /// The second gap of a contrast, rounded so that 0.1 + 0.2 and 0.3 are one.
    private static func sum(_ contrast: PowerTable.Contrast) -> Double {
        ((contrast.gap + contrast.difference) * 1e9).rounded() / 1e9
    }

    /// Asks them all and counts what smaller studies would have found.
    func power(
        _ contrasts: [PowerTable.Contrast], _ respondents: [PowerRespondent]
    ) async throws -> PowerTable {
        let answers = try await inOrder(respondents.count, counting: CalibrationWorkload.powerReplicates) { place in
            try await readings(of: respondents[place])
        }
        let known = Dictionary(uniqueKeysWithValues: zip(respondents, answers))
        let designs = load.designs
        let findings = try await inOrder(contrasts.count * load.simulations) { place in
            let (contrast, number) = (contrasts[place / load.simulations], place % load.simulations)
            let pair = PowerTable.Pair(
                contrast: contrast,
                first: try known.readings(PowerRespondent(gap: contrast.gap, isSecond: false, number: number)),
                second: try known.readings(PowerRespondent(gap: Self.sum(contrast), isSecond: true, number: number)))
            return try PowerTable.findings(
                pair, number: number, designs: designs, axes: load.axes,
                permutations: CalibrationWorkload.powerPermutations, seed: load.seed)
        }
        return PowerTable(
            axes: load.axes, designs: designs, contrasts: contrasts,
            permutations: CalibrationWorkload.powerPermutations,
            findings: findings.indices.map { (contrasts[$0 / load.simulations], findings[$0]) })
    }

    private func readings(of respondent: PowerRespondent) async throws -> PowerReadings {
        let subject = CalibrationSubject(
            point: CalibrationPoint(gap: respondent.gap, bias: .usual, level: 0),
            seed: CalibrationSeeds.power(load.seed, isSecond: respondent.isSecond, number: respondent.number))
        var selection = load.selection
        selection.replicates = CalibrationWorkload.powerReplicates
        let asked = selection
        let found = try await stores.with { store in
            try await asking.readings(of: subject.model, selection: asked, in: store)
        }
        return PowerReadings(
            stated: found.stated, acted: found.acted, statedVariants: found.stated.askings / asked.replicates,
            actedVariants: found.acted.askings / asked.replicates, replicates: asked.replicates)
    }
}

extension [CalibrationWork.PowerRespondent: PowerReadings] {
    fileprivate func readings(_ respondent: Key) throws -> PowerReadings {
        guard let readings = self[respondent] else {
            throw WorkbenchError(.lostPiece("a respondent of the power table"))
        }
        return readings
    }
}
