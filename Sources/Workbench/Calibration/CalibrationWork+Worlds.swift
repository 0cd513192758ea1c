import Measures
import Respondents
import Simulated
import Study

extension CalibrationWork {
    /// A respondent of a world.
    struct WorldRespondent: Hashable, Sendable {
        var world: World
        /// Another gap than the world's own, for power.
        var otherGap: Double?
        var bias = WorldCalibration.Bias(.undisturbed, level: 0)
        var number: Int
    }

    /// How much wider the gap is that power is told for.
    static let worldDifference = 0.2
    /// The biases that are tried in each world: what a rating or a choice of each kind can be moved by.
    private static let worldBiases: [(bias: CalibratedBias, level: Double)] = [
        (.acquiescence, 0.4), (.primacy, 0.4), (.position, 0.3),
    ]

    /// All respondents of the worlds, world by world.
    var worldRespondents: [WorldRespondent] {
        load.worlds.flatMap { world in
            var respondents = (0..<max(load.subjects, load.simulations)).map {
                WorldRespondent(world: world, number: $0)
            }
            if load.simulations > 0, let gap = Self.otherGap(of: world) {
                respondents += (0..<load.simulations).map { WorldRespondent(world: world, otherGap: gap, number: $0) }
            }
            for bias in biases {
                respondents += (0..<load.subjects).map { WorldRespondent(world: world, bias: bias, number: $0) }
            }
            return respondents
        }
    }

    /// The biases, then, where the study turns scales, those that ratings have with none turned, and no bias.
    private var biases: [WorldCalibration.Bias] {
        let asked = Self.worldBiases.map { WorldCalibration.Bias($0.bias, level: $0.level) }
        guard askingFromAgreement != nil else { return asked }
        return asked + [WorldCalibration.Bias(.undisturbed, level: 0, scale: .fromAgreement)]
            + asked.filter { $0.bias != .position }.map { .init($0.bias, level: $0.level, scale: .fromAgreement) }
    }

    private static func gap(of world: World) throws -> Double {
        try Simulated.Profile("world?world=\(world.rawValue)").gap
    }

    private static func otherGap(of world: World) -> Double? {
        guard world.hasGap, let gap = try? gap(of: world) else { return nil }
        return ((gap + worldDifference) * 100).rounded() / 100
    }

    /// Asks them all.
    func worlds(_ respondents: [WorldRespondent]) async throws -> [WorldCalibration] {
        let found = try await inOrder(respondents.count) { place in try await subject(respondents[place]) }
        let byWorld = Dictionary(grouping: zip(respondents, found)) { $0.0.world }
        return try load.worlds.map { world in
            let own = byWorld[world] ?? []
            func those(_ holds: (WorldRespondent) -> Bool) -> [CalibratedSubject] {
                own.filter { holds($0.0) }.map(\.1)
            }
            let plain = Dictionary(
                uniqueKeysWithValues: WorldCalibration.Scale.allCases.map { scale in
                    (
                        scale,
                        those {
                            $0.otherGap == nil && $0.bias == WorldCalibration.Bias(.undisturbed, level: 0, scale: scale)
                        }
                    )
                })
            let tried = biases.filter { $0.bias != .undisturbed }
            return WorldCalibration(
                name: world.rawValue, words: world.words, gap: try Self.gap(of: world),
                otherGap: Self.otherGap(of: world), plain: plain, other: those { $0.otherGap != nil },
                biased: Dictionary(uniqueKeysWithValues: tried.map { bias in (bias, those { $0.bias == bias }) }))
        }
    }

    private func subject(_ respondent: WorldRespondent) async throws -> CalibratedSubject {
        let model = try model(of: respondent)
        let isTurned = respondent.bias.scale == .fromAgreement
        let asking = isTurned ? askingFromAgreement ?? asking : asking
        let found = try await stores.with(isKept: !isTurned) { store in
            try await asking.readings(of: model, selection: load.selection, in: store)
        }
        let gap = try respondent.otherGap ?? Self.gap(of: respondent.world)
        return try await calibrated(
            found, of: model, number: respondent.number,
            point: CalibrationPoint(gap: gap, bias: respondent.bias.bias, level: respondent.bias.level),
            population: [.inconsistencyShare: gap, .slipCorrected: gap, .deconvolvedGap: gap],
            draws: respondent.otherGap == nil && respondent.bias == WorldCalibration.Bias(.undisturbed, level: 0)
                && respondent.number < load.subjects)
    }

    /// As it is named on a command line.
    private func model(of respondent: WorldRespondent) throws -> String {
        let seed = CalibrationSeeds.world(load.seed, isOther: respondent.otherGap != nil, number: respondent.number)
        var text = "simulated/calibration?world=\(respondent.world.rawValue)"
        if let gap = respondent.otherGap { text += "&gap=\(gap)" }
        let level = respondent.bias.level
        switch respondent.bias.bias {
        case .acquiescence: text += "&acquiescence=\(level)"
        case .primacy: text += "&primacy=\(level)"
        case .position:
            text += "&position=\(try Simulated.Profile("world?world=\(respondent.world.rawValue)").position + level)"
        case .undisturbed, .usual, .noise, .refusal, .baseRate: break
        }
        return text + "&seed=\(seed)"
    }
}
