import Respondents
import Simulated
import Testing

@Suite("A simulated subject's name")
struct SimulatedProfileTests {
    @Test
    func `gives its traits, and the usual ones where it says nothing`() throws {
        let profile = try Simulated.Profile("anna?gap=0.5&seed=7&noise=0&broken=1")
        #expect(profile.name == "anna")
        #expect([profile.gap, profile.noise, profile.broken] == [0.5, 0, 1])
        #expect([profile.acquiescence, profile.position, profile.refusal] == [0.1, 0.05, 0.01])
        #expect(profile.seed == 7)
        let plain = try Simulated.Profile("ben")
        #expect([plain.gap, plain.noise, plain.broken] == [0.2, 0.1, 0.01])
        #expect(plain.seed == 1)
        #expect(try Simulated.Profile("ben?") == plain)
    }

    @Test(
        arguments: [
            (
                "a?gapp=0.2",
                """
                a simulated respondent has no parameter 'gapp': did you mean 'gap'? Known are gap, acquiescence, primacy, \
                position, refusal, noise, broken, attitude, seed, world
                """
            ),
            (
                "a?temperature=1",
                """
                a simulated respondent has no parameter 'temperature': Known are gap, acquiescence, primacy, position, \
                refusal, noise, broken, attitude, seed, world
                """
            ),
            ("a?gap=1.5", "gap=1.5 is not a probability: give a number from 0 to 1"),
            ("a?gap=-0.1", "gap=-0.1 is not a probability: give a number from 0 to 1"),
            ("a?gap=nan", "gap=nan is not a probability: give a number from 0 to 1"),
            ("a?gap=much", "gap=much is not a probability: give a number from 0 to 1"),
            ("a?gap", "the parameter 'gap' has no value: write gap=NUMBER"),
            ("a?gap=0.1&gap=0.2", "the parameter 'gap' is there twice: keep one"),
            ("a?attitude=1.2", "attitude=1.2 is off the scale: give a number from 0 (agrees) to 1 (disagrees)"),
            ("a?seed=-1", "seed=-1 is not a seed: give a whole number from 0 to 18446744073709551615"),
            ("?gap=0.1", "the simulated respondent '?gap=0.1' has no name: write simulated/NAME?gap=0.2&seed=7"),
        ])
    func `is refused where a parameter is unknown, missing, twice there or out of range`(text: String, message: String)
        throws
    {
        let error = #expect(throws: SetupError.self) {
            try RespondentSpecification.named(ModelName("simulated/\(text)"), environment: [:])
        }
        #expect(error?.description == message)
    }

    @Test
    func `is recorded with every trait, and marks the run as simulated`() throws {
        let specification = try RespondentSpecification.named(ModelName("simulated/anna?gap=0.3"), environment: [:])
        #expect(specification.isSimulated)
        #expect(
            specification.recordedSettings == [
                "format": "simulated", "name": "anna", "gap": "0.3", "acquiescence": "0.1", "position": "0.05",
                "refusal": "0.01", "noise": "0.1", "broken": "0.01", "seed": "1",
            ])
    }

    @Test
    func `records the mean attitude only where it is not the usual one, so that stored runs are found`() throws {
        for (text, recorded) in [("anna", nil), ("anna?attitude=0.45", nil), ("anna?attitude=0.2", "0.2")] {
            let specification = try RespondentSpecification.named(ModelName("simulated/\(text)"), environment: [:])
            #expect(specification.recordedSettings["attitude"] == recorded)
        }
        #expect(try Simulated.Profile("anna") == Simulated.Profile("anna?attitude=0.45"))
    }
}
