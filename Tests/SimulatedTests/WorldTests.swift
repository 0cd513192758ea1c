import Measures
import Respondents
import Simulated
import Testing

@Suite("A world")
struct WorldTests {
    /// Of 2,000,000 cells drawn by numpy 2.1 from the worlds' definitions: the shares of cells whose leanings lie on
    /// opposite sides of ½, of steady contradictions, and of cells with a leaning within 0.2 of ½.
    @Test(
        arguments: [
            (World.slipsApart, 0.2000, 0.2000, 0.0), (.slipsAtGap, 0.2001, 0.2001, 0.0),
            (.slipsOffGap, 0.1999, 0.1999, 0.0), (.slipsOnly, 0.0, 0.0, 0.0),
            (.ambivalence, 0.1800, 0.0093, 0.5095), (.wideLeanings, 0.1886, 0.0728, 0.2659),
            (.wideNoGap, 0.0042, 0.0, 0.1576),
        ])
    func `gives cells the leanings that it is defined by`(
        world: World, gap: Double, contradiction: Double, ambivalent: Double
    ) throws {
        let cells = try leanings("a?world=\(world.rawValue)", count: 70)
        let found = try #require(TrueGap(over: cells))
        #expect(abs(found.gap - gap) < 0.012)
        #expect(abs(found.contradiction - contradiction) < 0.012)
        #expect(abs(found.ambivalent - ambivalent) < 0.012)
        #expect(abs(try Simulated.Profile("a?world=\(world.rawValue)").gap - gap) < 0.002)
    }

    @Test(arguments: World.allCases.filter(\.hasGap))
    func `takes another gap`(world: World) throws {
        let found = try #require(TrueGap(over: try leanings("a?world=\(world.rawValue)&gap=0.35", count: 70)))
        #expect(abs(found.gap - 0.35) < 0.012)
    }

    @Test(arguments: [World.slipsAtGap, .ambivalence, .wideLeanings])
    func `draws every single answer from a cell's leanings`(world: World) async throws {
        let subject = try simulated("a?world=\(world.rawValue)&position=0.3&seed=3")
        var (statedErrors, actedErrors) = ([Double](), [Double]())
        for cell in Cell.some(6) {
            let truth = subject.truth(country: cell.country, topic: cell.topic, value: cell.value)
            let leanings = truth.leanings(options: 4)
            var (disagreeing, taking) = (0.0, 0.0)
            let asked = 200
            for variant in 0..<asked {
                let choice = try #require(choice(try await subject.reply(to: acted(cell, variant: variant)).text))
                taking += (choice == 2) == (variant % 2 == 0) ? 1 : 0
                let rating = try #require(rating(try await subject.reply(to: stated(cell, variant: variant)).text))
                disagreeing += rating >= 2 ? 1 : 0
            }
            statedErrors.append(disagreeing / Double(asked) - leanings.stated)
            actedErrors.append(taking / Double(asked) - (0.7 * leanings.acted + 0.15))
        }
        for errors in [statedErrors, actedErrors] {
            #expect(abs(errors.reduce(0, +) / Double(errors.count)) < 0.01)
            #expect(errors.allSatisfy { abs($0) < 0.15 })
        }
    }

    @Test
    func `sets biases aside, but for the place that it has itself, until they are named`() throws {
        let profile = try Simulated.Profile("a?world=slips-at-gap")
        #expect([profile.acquiescence, profile.noise, profile.refusal, profile.broken] == [0, 0, 0, 0])
        #expect(profile.position == 0.1)
        #expect(try Simulated.Profile("a?world=wide-no-gap").position == 0)
        #expect(try Simulated.Profile("a?world=ambivalence&acquiescence=0.2").acquiescence == 0.2)
    }

    @Test(
        arguments: [
            (
                "a?world=ambivalent",
                """
                there is no world 'ambivalent': did you mean 'ambivalence'? Known are slips-apart, slips-at-gap, \
                slips-off-gap, slips-only, ambivalence, wide-leanings, wide-no-gap
                """
            ),
            (
                "a?world=ambivalence&slips=0.1",
                """
                the world 'ambivalence' has no parameter 'slips': it has world, gap, spread, correlation, mean, \
                acquiescence, primacy, position, refusal, broken, seed
                """
            ),
            (
                "a?world=slips-only&gap=0.2",
                """
                the world 'slips-only' has no parameter 'gap': it has world, slips, disagree, acquiescence, primacy, \
                position, refusal, broken, seed
                """
            ),
            (
                "a?world=ambivalence&gap=0.7",
                "gap=0.7 is too wide for this spread and mean: no correlation makes it more than 0.617"
            ),
            (
                "a?world=ambivalence&gap=0.2&correlation=0.5",
                "gap=0.2 follows from the correlation: give one of the two"
            ),
            (
                "a?world=slips-at-gap&gap=0.6",
                """
                gap=0.6 is too wide for the world 'slips-at-gap', where it lies between 0 and twice its mean in a cell: \
                give 0.5 at most
                """
            ),
            ("a?world=slips-apart&slips=0.7", "slips=0.7 is out of range: give a number from 0.0 to 0.5"),
        ])
    func `that is unknown, or a parameter that it lacks, is refused with the list`(text: String, message: String) {
        let error = #expect(throws: SetupError.self) { try Simulated.Profile(text) }
        #expect(error?.description == message)
    }

    @Test
    func `is recorded with what draws its leanings`() throws {
        func recorded(_ text: String) throws -> [String: String] {
            try RespondentSpecification.named(ModelName("simulated/\(text)"), environment: [:]).recordedSettings
        }
        let sides = try recorded("a?world=slips-off-gap&slips=0.1")
        #expect(
            [sides["world"], sides["slips"], sides["disagree"], sides["gap"]] == ["slips-off-gap", "0.1", "0.3", "0.2"])
        let wide = try recorded("a?world=wide-leanings")
        #expect([wide["spread"], wide["correlation"], wide["mean"]] == ["2.5", "0.8", "-1.0"])
        #expect(try recorded("a").keys.contains("world") == false)
    }

    private func leanings(_ text: String, count: Int) throws -> [Leanings] {
        let subject = try simulated(text)
        return Cell.some(count).map {
            subject.truth(country: $0.country, topic: $0.topic, value: $0.value).leanings(options: 4)
        }
    }
}

@Suite("A simulated subject of no world")
struct UsualSubjectTests {
    /// The replies of before there were worlds.
    @Test
    func `answers as it always did`() async throws {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for name in ["anna?seed=5", "ben?gap=0.6&acquiescence=0.3&position=0.2&noise=0.3&refusal=0.1&broken=0.1"] {
            let subject = try simulated(name)
            for cell in Cell.some(4) {
                for request in [acted(cell, variant: 1, justified: true), stated(cell, variant: 2)] {
                    let text = try await subject.reply(to: request).text
                    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
                }
            }
        }
        #expect(hash == 12_937_702_617_903_598_574)
    }
}
