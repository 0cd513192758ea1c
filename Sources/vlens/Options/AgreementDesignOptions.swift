import ArgumentParser
import Measures

/// How intervals of agreement are made.
struct ItemIntervalOptions: ParsableArguments {
    @Option(help: "How intervals are made of the draws: bca or percentile.")
    var method = ResamplingMethod.bca

    @Option(help: "The share of intervals that shall hold the truth.")
    var level = 0.95

    @Option(help: "How often to draw the items anew.")
    var draws = 2000

    @Option(help: "Fixes every draw.")
    var drawsSeed: UInt64 = 1

    func validate() throws {
        if !ResamplingPlan.allowedReplicates.contains(draws) {
            throw ValidationError("--draws \(draws) is outside 100…1,000,000")
        }
        if !(level > 0 && level < 1) {
            throw ValidationError("--level \(level): give a share between 0 and 1, such as 0.95")
        }
    }

    var plan: ResamplingPlan {
        ResamplingPlan(method: method == .bca ? .bca : .percentile, level: level, replicates: draws, seed: drawsSeed)
    }
}

/// What a design shall reach.
struct AgreementDesignOptions: ParsableArguments {
    /// What is planned.
    enum Coefficient: String, ExpressibleByArgument, CaseIterable {
        case kappa, ac1, percent

        var label: LabelCoefficient {
            switch self {
            case .kappa: .fleissKappa
            case .ac1: .gwetsAC1
            case .percent: .percentAgreement
            }
        }
    }

    @Flag(help: "Say how many people, items and labels of each item an interval needs, instead of looking at labels.")
    var design = false

    @Option(help: "Half the width that the interval shall have.")
    var halfWidth = 0.1

    @Option(help: "Of what: kappa, ac1 or percent.")
    var coefficient = Coefficient.kappa

    @Option(help: ArgumentHelp("The kappa that two people are expected to have.", valueName: "number"))
    var kappa: Double?

    @Option(
        help: ArgumentHelp(
            "Instead of it, the share of pairs of labels that are expected to be alike.", valueName: "share"))
    var agreement: Double?

    @Option(
        help: ArgumentHelp(
            "The share of the favourable answer; or the shares of all answers, with commas, that sum to 1.",
            valueName: "shares"))
    var prevalence = "0.8"

    @Option(help: "Numbers of people, with commas.")
    var people = "3,5,10"

    @Option(help: "Numbers of labels of each item, with commas.")
    var overlap = "2,3,5"

    @Option(help: "By how much people's chances of the true label differ: half of them lie so far above, half below.")
    var spread = 0.05

    @Option(help: "How often each design is simulated.")
    var simulations = 1000

    @Option(help: ArgumentHelp("Fixes every simulation.", valueName: "number"))
    var designSeed: UInt64 = 1

    func validate() throws {
        _ = try numbers(people, "--people", 2...10_000)
        _ = try numbers(overlap, "--overlap", 2...20)
        if kappa != nil, agreement != nil {
            throw ValidationError("--kappa and --agreement say the same: give one")
        }
        if !(100...100_000).contains(simulations) {
            throw ValidationError("--simulations \(simulations) is outside 100…100,000")
        }
        _ = try shares()
    }

    /// The design table.
    func found(_ level: Double) async throws -> AgreementDesign {
        let shares = try shares()
        let expected = agreement.map { AgreementModel.kappa(percent: $0, prevalence: shares) } ?? kappa ?? 0.6
        if let agreement, !(0...1).contains(expected) {
            throw ValidationError(
                "--agreement \(agreement): with these answers chance alone makes more pairs alike; give more, or --kappa"
            )
        }
        var question = AgreementDesign.Question(
            coefficient.label, halfWidth: halfWidth, people: try numbers(people, "--people", 2...10_000),
            overlaps: try numbers(overlap, "--overlap", 2...20))
        (question.level, question.simulations, question.seed) = (level, simulations, designSeed)
        return try await AgreementDesign(
            question, model: AgreementModel(prevalence: shares, kappa: expected, spread: spread))
    }

    private func shares() throws -> [Double] {
        let parts = prevalence.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        let shares = parts.compactMap(\.self)
        let isSum = shares.count == 1 || abs(shares.reduce(0, +) - 1) < 1e-6
        guard shares.count == parts.count, (1...5).contains(shares.count), isSum,
            shares.allSatisfy({ $0 > 0 && $0 < 1 })
        else {
            throw ValidationError(
                "--prevalence '\(prevalence)': give one share between 0 and 1, such as 0.8, or up to five that sum to 1"
            )
        }
        guard shares.count > 1 else { return [shares[0], 1 - shares[0]] }
        let sum = shares.reduce(0, +)
        return shares.map { $0 / sum }
    }

    private func numbers(_ text: String, _ option: String, _ range: ClosedRange<Int>) throws -> [Int] {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap(\.self).filter(range.contains)
        guard !numbers.isEmpty, numbers.count == parts.count, numbers.count <= 20 else {
            throw ValidationError(
                "\(option) '\(text)': give whole numbers from \(range.lowerBound) to \(range.upperBound), such as 3,5")
        }
        return numbers
    }
}
