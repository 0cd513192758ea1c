import Measures
import Testing
import Text

@Suite("The effect of the respondent's own family")
struct FamilyEffectTests {
    /// Two wordings with the actions of three generators: askings 0, 1 are the first generator's, 2, 3 the second's, 4, 5 the third's.
    private static let levels = [0, 0, 1, 1, 2, 2]

    private func report(
        acted rows: [[Int?]], respondent: String?, families: [String?], plan: ResamplingPlan? = nil
    ) async throws -> InstrumentReport {
        let axes = try axes(countries: 1, topics: 2, values: 2)
        let stated = try readings([[0], [0], [0], [0]], options: 4)
        let acted = try readings(rows, options: 2)
        let design = try AskingDesign(
            askings: 6,
            factors: [
                .init(name: "framing", levels: ["plain", "vivid"], levelOfAsking: (0..<6).map { $0 % 2 }),
                .init(name: AskingDesign.generator, levels: ["one", "two", "three"], levelOfAsking: Self.levels),
            ])
        let generators = zip(["one", "two", "three"], families).map {
            GeneratorFamilies.Generator(name: $0, family: $1)
        }
        return try await InstrumentReport(
            of: MeasureReport(axes: axes, stated: stated, acted: acted),
            stated: TaskReadings(
                stated, design: AskingDesign(askings: 1, factors: [])),
            acted: TaskReadings(acted, design: design), plan: plan,
            families: GeneratorFamilies(respondent: respondent, generators: generators))
    }

    /// All stated agreement. By cell: of the first generator's actions the disagreeing is chosen in both wordings of cells 0 and 1, and in
    /// one of cell 2; of the others' never but for the vivid wording of the second generator in cell 1.
    private static let rows: [[Int?]] = [
        [1, 1, 0, 0, 0, 0], [1, 1, 0, 1, 0, 0], [1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0],
    ]

    @Test func `is the difference of choices in the same wording, and of inconsistent cells`() async throws {
        let found = try await report(acted: Self.rows, respondent: "gpt", families: ["gpt", "llama", "qwen"])
        let effect = try #require(found.family)
        #expect(effect.absence == nil && effect.own == ["one"] && effect.others == ["two", "three"])
        // Four pairs a cell: each of two wordings with each of two others. Cell 0: 4; cell 1: 4 of which one is 0; cell 2: 2.
        #expect(effect.shift?.value == 9.0 / 16 && effect.shift?.count == 16)
        #expect(effect.flips?.value == 9.0 / 16)
        // Cell 2 is tied among its own: three cells are left, two inconsistent by own, none by the others.
        #expect(effect.inconsistency?.value == 2.0 / 3 && effect.inconsistency?.count == 3)
    }

    @Test func `leaves out generators whose family nobody can tell`() async throws {
        let found = try await report(acted: Self.rows, respondent: "gpt", families: ["gpt", nil, "qwen"])
        let effect = try #require(found.family)
        #expect(effect.unknown == ["two"] && effect.others == ["three"])
        #expect(effect.shift?.value == 5.0 / 8 && effect.shift?.count == 8)
    }

    @Test func `has an interval by cluster like any other effect`() async throws {
        let found = try await report(
            acted: Self.rows, respondent: "gpt", families: ["gpt", "llama", "qwen"],
            plan: ResamplingPlan(replicates: 200))
        #expect(found.family?.shift?.interval?.clusters == 2)
        #expect(found.json["own_family"]?["shift"]?["intervals"]?["value"] != nil)
    }

    @Test(
        arguments: [
            (nil, ["gpt", "llama", "qwen"], FamilyEffect.Absence.familyUnknown),
            ("claude", ["gpt", "llama", nil], .noneOfFamily), ("gpt", ["gpt", "gpt", "gpt"], .noneOfAnother),
            ("gpt", ["gpt", nil, nil], .noneOfAnother),
        ] as [(String?, [String?], FamilyEffect.Absence)])
    func `says why there is none`(respondent: String?, families: [String?], absence: FamilyEffect.Absence) async throws
    {
        let found = try await report(acted: Self.rows, respondent: respondent, families: families)
        #expect(found.family?.absence == absence)
        #expect(found.family?.shift == nil && found.family?.inconsistency == nil)
        #expect(found.json["own_family"]?["absence"]?.string == absence.rawValue)
    }

    @Test func `says so where no cell has choices of both`() async throws {
        let rows: [[Int?]] = [[Int?]](repeating: [1, 1, nil, nil, nil, nil], count: 4)
        let found = try await report(acted: rows, respondent: "gpt", families: ["gpt", "llama", "qwen"])
        #expect(found.family?.absence == .nothingToCompare)
    }

    @Test func `the generator is a factor like any other: each against the first`() async throws {
        let found = try await report(acted: Self.rows, respondent: "gpt", families: ["gpt", "llama", "qwen"])
        let effects = found.acted.factors.filter { $0.factor == AskingDesign.generator }
        #expect(effects.map(\.level) == ["two", "three"] && effects.map(\.others) == [0, 0])
        #expect(effects.map(\.shift?.value) == [-4.0 / 8, -5.0 / 8])
    }
}
