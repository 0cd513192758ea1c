import Measures
import Respondents

/// The parameters behind a simulated subject's name, as they were written: `gap=0.2&seed=7`.
struct ProfileParameters {
    private let given: [String: String]

    /// Those of a subject that lives in no world.
    private static let traits = [
        "gap", "acquiescence", "primacy", "position", "refusal", "noise", "broken", "attitude", "seed",
    ]
    /// Those that every world has.
    private static let common = ["acquiescence", "primacy", "position", "refusal", "broken", "seed"]

    /// - Throws: `SetupError.Code.badParameter` for one that no subject has, that has no value or is there twice.
    init(_ text: Substring) throws(SetupError) {
        given = try Self.given(text) { name throws(SetupError) in
            guard Self.all.contains(name) else { throw Self.unknown(name, among: Self.traits + ["world"]) }
        }
        try checkNames()
    }

    /// Those of another kind of simulated respondent, with names of its own.
    ///
    /// - Parameter whose: "a simulated judge", as messages call it.
    init(_ text: Substring, known: [String], of whose: String) throws(SetupError) {
        let check = { (name: String) throws(SetupError) in
            guard known.contains(name) else { throw Self.unknown(name, among: known, of: whose) }
        }
        given = try Self.given(text, checkName: check)
        for name in given.keys.sorted() { try check(name) }
    }

    /// Those of a generator.
    ///
    /// - Throws: the same.
    init(ofGenerator text: Substring) throws(SetupError) {
        let known = Mistake.allCases.map(\.rawValue) + ["mistakes", "follows", "seed"]
        try self.init(text, known: known, of: "a simulated respondent")
    }

    private static func given(
        _ text: Substring, checkName: (String) throws(SetupError) -> Void
    ) throws(SetupError) -> [String: String] {
        var given: [String: String] = [:]
        for part in text.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(pair[0])
            guard pair.count == 2, !pair[1].isEmpty else {
                try checkName(name)
                throw SetupError(.badParameter, "the parameter '\(name)' has no value: write \(name)=NUMBER")
            }
            guard given.updateValue(String(pair[1]), forKey: name) == nil else {
                throw SetupError(.badParameter, "the parameter '\(name)' is there twice: keep one")
            }
        }
        return given
    }

    private static let all = Set(traits + ["world"] + World.allCases.flatMap(names))

    /// The parameters of a world: what draws its leanings, then what every world has.
    private static func names(of world: World) -> [String] {
        switch world.form {
        case .sides: ["world"] + (world.hasGap ? ["gap"] : []) + ["slips", "disagree"] + common
        case .probits: ["world"] + (world.hasGap ? ["gap"] : []) + ["spread", "correlation", "mean"] + common
        }
    }

    private func checkNames() throws(SetupError) {
        let world = try world()
        let known = world.map(Self.names) ?? Self.traits + ["world"]
        for name in given.keys.sorted() where !known.contains(name) {
            guard let world, Self.all.contains(name) else { throw Self.unknown(name, among: known) }
            throw SetupError(
                .badParameter,
                "the world '\(world.rawValue)' has no parameter '\(name)': it has \(known.joined(separator: ", "))")
        }
    }

    private static func unknown(
        _ name: String, among known: [String], of whose: String = "a simulated respondent"
    ) -> SetupError {
        let meant = SetupError.closest(to: name, in: known).map { "did you mean '\($0)'? " } ?? ""
        return SetupError(
            .badParameter,
            "\(whose) has no parameter '\(name)': \(meant)Known are \(known.joined(separator: ", "))")
    }
}

extension ProfileParameters {
    /// The world, where one is named.
    func world() throws(SetupError) -> World? {
        guard let name = given["world"] else { return nil }
        if let world = World(rawValue: name) { return world }
        let known = World.allCases.map(\.rawValue)
        let meant = SetupError.closest(to: name, in: known).map { "did you mean '\($0)'? " } ?? ""
        throw SetupError(
            .badParameter, "there is no world '\(name)': \(meant)Known are \(known.joined(separator: ", "))")
    }

    /// How a world's leanings are drawn, with what the parameters say of it.
    func form(of world: World) throws(SetupError) -> World.Form {
        switch world.form {
        case .sides(var sides):
            sides.gap = try probability("gap", default: sides.gap)
            sides.slips = try number("slips", in: 0...0.5, default: sides.slips)
            sides.disagree = try probability("disagree", default: sides.disagree)
            guard sides.tie == .none || sides.gap <= 0.5 else {
                throw SetupError(
                    .badParameter,
                    "gap=\(sides.gap) is too wide for the world '\(world.rawValue)', where it lies between 0 and twice "
                        + "its mean in a cell: give 0.5 at most")
            }
            return .sides(sides)
        case .probits(let usual):
            var probits = usual
            probits.spread = try number("spread", in: 0.01...10, default: usual.spread)
            probits.mean = try number("mean", in: -5...5, default: usual.mean)
            probits.correlation = try number("correlation", in: -1...1, default: usual.correlation)
            guard let text = given["gap"] else { return .probits(probits) }
            guard given["correlation"] == nil else {
                throw SetupError(.badParameter, "gap=\(text) follows from the correlation: give one of the two")
            }
            let gap = try probability("gap", default: 0)
            guard let found = probits.with(gap: gap) else {
                throw SetupError(
                    .badParameter,
                    "gap=\(text) is too wide for this spread and mean: no correlation makes it more than "
                        + "\((probits.widestGap * 1000).rounded(.down) / 1000)")
            }
            return .probits(found)
        }
    }

    func probability(_ name: String, default usual: Double) throws(SetupError) -> Double {
        guard let text = given[name] else { return usual }
        guard let number = Double(text), (0...1).contains(number) else {
            throw SetupError(.badParameter, "\(name)=\(text) is not a probability: give a number from 0 to 1")
        }
        return number
    }

    /// A factor from 0 to 20 by which rates are multiplied; 1 where it is not given.
    func factor(_ name: String) throws(SetupError) -> Double { try number(name, in: 0...20, default: 1) }

    func share(_ name: String, default usual: Double) throws(SetupError) -> Double {
        guard let text = given[name] else { return usual }
        guard let number = Double(text), (0...1).contains(number) else {
            throw SetupError(
                .badParameter, "\(name)=\(text) is off the scale: give a number from 0 (agrees) to 1 (disagrees)")
        }
        return number
    }

    private func number(
        _ name: String, in range: ClosedRange<Double>, default usual: Double
    ) throws(SetupError) -> Double {
        guard let text = given[name] else { return usual }
        guard let number = Double(text), range.contains(number) else {
            throw SetupError(
                .badParameter,
                "\(name)=\(text) is out of range: give a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func seed() throws(SetupError) -> UInt64 {
        guard let text = given["seed"] else { return 1 }
        guard let seed = UInt64(text) else {
            throw SetupError(
                .badParameter, "seed=\(text) is not a seed: give a whole number from 0 to 18446744073709551615")
        }
        return seed
    }
}
