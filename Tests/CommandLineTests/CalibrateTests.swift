import Foundation
import TestSupport
import Testing

/// `vlens calibrate` as a program, on a grid so small that it takes seconds.
struct CalibrateTests {
    private static let part = ["--countries", "Philippines", "--topics", "Politics,Leisure Time and Sports"]
    private static let small =
        ["calibrate"] + part + [
            "--gaps", "0,1", "--biases", "base-rate", "--subjects", "4", "--draws", "100", "--simulations", "0",
            "--worlds", "none", "--quiet",
        ]

    private func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test
    func `a known gap comes back, and the base rate confounds the alignment rate but not the inconsistency share`()
        async throws
    {
        try await withProgram { vlens in
            let result = try await vlens.run(Self.small + ["--json"])
            expect(result, exits: 0, says: ["report: ", "/calibration/index.html"])
            let document = try object(result.output)
            let points = try #require(document["points"] as? [[String: Any]])
            // Undisturbed, as usual, and three attitudes, at two gaps each.
            #expect(points.count == 10)
            for point in points where point["bias"] as? String == "none" {
                let measures = try #require(point["measures"] as? [String: [String: Any]])
                for (name, measure) in measures where measure["recovered"] is Double {
                    #expect(abs(try #require(measure["rmse"] as? Double)) < 1e-12, "\(name)")
                }
                let share = try #require(measures["inconsistency_share"]?["recovered"] as? Double)
                #expect(share == point["gap"] as? Double)
            }
            let confounding = try #require(document["confounding"] as? [[String: Any]])
            func slope(_ measure: String) throws -> (low: Double, high: Double) {
                let row = try #require(confounding.first { $0["measure"] as? String == measure })
                let slope = try #require(row["slope"] as? [String: Any])
                return (try #require(slope["low"] as? Double), try #require(slope["high"] as? Double))
            }
            #expect(try slope("alignment_rate").low > 0)
            let share = try slope("inconsistency_share")
            #expect(share.low <= 0 && share.high >= 0)
        }
    }

    @Test
    func
        `worlds are asked beside the grid; where slips keep away from the gap, the deconvolved gap errs less than the share`()
        async throws
    {
        try await withProgram { vlens in
            let result = try await vlens.run([
                "calibrate", "--gaps", "0,0.4", "--biases", "none", "--subjects", "4", "--draws", "100",
                "--simulations", "0", "--worlds", "slips-off-gap,ambivalence", "--quiet", "--json",
            ])
            expect(result, exits: 0, says: [])
            let worlds = try #require(try object(result.output)["worlds"] as? [[String: Any]])
            #expect(worlds.compactMap { $0["world"] as? String } == ["slips-off-gap", "ambivalence"])
            for world in worlds {
                let measures = try #require(world["measures"] as? [String: [String: Any]])
                func bias(_ name: String) throws -> Double { try #require(measures[name]?["bias"] as? Double) }
                // In ambivalence 80 cells tell too little: its error is the wider there, and is told.
                if world["world"] as? String == "slips-off-gap" {
                    #expect(try abs(bias("deconvolved_gap")) < abs(bias("inconsistency_share")))
                }
                // Turned scales take a liking for their first end out of what is stated; scales from agreement don't.
                let shifts = try #require(world["shifts"] as? [[String: Any]])
                func shift(_ scale: String) throws -> Double {
                    let row = try #require(
                        shifts.first { $0["bias"] as? String == "primacy" && $0["scale"] as? String == scale })
                    let measures = try #require(row["measures"] as? [String: [String: Any]])
                    return try #require(measures["stated_disagree_rate"]?["value"] as? Double)
                }
                #expect(try shift("from_agreement") < -0.04)
                #expect(try abs(shift("as_asked")) < 0.04)
            }
        }
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `cells that lack an action pair are no part of what is true`() async throws {
        try await withProgram { vlens in
            let actions = SharedFolder.file(
                "data/release/outputs/data_release/value_action_gap_full_data_generation.csv")
            // Two of these four scenarios lack pairs.
            let result = try await vlens.run([
                "calibrate", "--study", "schwartz-132", "--actions", actions.path, "--countries", "Philippines,India",
                "--topics", "Politics,Religion", "--gaps", "0,0.3", "--biases", "none", "--subjects", "1",
                "--draws",
                "100", "--simulations", "0", "--worlds", "none", "--quiet", "--json",
            ])
            expect(result, exits: 0, says: [])
            let points = try #require(try object(result.output)["points"] as? [[String: Any]])
            let undisturbed = try #require(points.last { $0["bias"] as? String == "none" })
            let measures = try #require(undisturbed["measures"] as? [String: [String: Any]])
            for (name, measure) in measures {
                #expect(abs(try #require(measure["rmse"] as? Double)) < 1e-12, "\(name)")
            }
        }
    }

    @Test func `a seed gives the same figures again, kept replies or not, and another seed gives others`() async throws
    {
        try await withProgram { vlens in
            let few =
                [
                    "calibrate", "--countries", "Philippines", "--topics", "Politics", "--gaps", "0,0.5", "--biases",
                    "none", "--subjects", "2", "--draws", "100", "--detect", "0.5",
                    "--simulations", "1", "--worlds", "slips-only", "--quiet", "--json",
                ]
            let first = try await vlens.run(few)
            // Said before anything is asked.
            expect(
                first, exits: 0,
                says: [
                    "with 2 respondents at each place it is not tested what biases do: 4 are needed (--subjects 4)",
                    "with 1 simulations power is not tested: 10 are needed (--simulations 10)",
                ])
            let kept = try await vlens.run(few + ["--store", "kept.sqlite"])
            #expect(kept.output == first.output)
            let runs = try await vlens.run("runs", "--store", "kept.sqlite", "--json")
            #expect(runs.output.contains("simulated/calibration?gap=0.5"))
            let other = try await vlens.run(few + ["--seed", "2"])
            #expect(other.output != first.output)
            #expect(!first.output.contains("NaN") && !first.output.contains("nan"))
            let power = try #require(try object(first.output)["power"] as? [String: Any])
            #expect(power["simulations"] as? Int == 1)
            // Nothing but what was asked for is left behind.
            let left = try FileManager.default.contentsOfDirectory(atPath: vlens.folder.path).sorted()
            #expect(left.filter { !$0.hasPrefix("kept.sqlite") } == ["calibration"])
        }
    }

    @Test func `the first signal ends it in good order, with nothing written`() async throws {
        try await withProgram { vlens in
            let program = try vlens.start(["calibrate", "--subjects", "1000", "--store", "kept.sqlite"])
            for _ in 0..<6000 where !program.errorSoFar.contains("asked") {
                try await Task.sleep(for: .milliseconds(10))
            }
            program.signal(SIGINT)
            let result = try await program.result()
            expect(
                result, exits: -SIGINT,
                says: [
                    "vlens: stopping",
                    "and nothing was written; go on with: vlens calibrate --subjects 1000 --store kept.sqlite",
                ])
            #expect(!FileManager.default.fileExists(atPath: vlens.file("calibration").path))
        }
    }

    @Test(arguments: [
        (["--gaps", "0,1.2"], "--gaps '0,1.2': '1.2' is no probability: give numbers from 0 to 1"),
        (["--gaps", "0,much"], "--gaps '0,much': 'much' is no probability: give numbers from 0 to 1"),
        (["--gaps", ","], "--gaps ',' names none: give numbers from 0 to 1, such as 0,0.2,0.4"),
        (["--gaps", "0.2,0.2"], "--gaps '0.2,0.2': '0.2' is there twice: keep one"),
        (
            ["--gaps", "0.2"],
            "--gaps '0.2': two gaps are needed at least, such as 0,0.2: what moves a figure is told beside what the gap does"
        ),
        (
            ["--biases", "acquiesence"],
            "--biases 'acquiesence': 'acquiesence' is not known: did you mean 'acquiescence'? give some of acquiescence, primacy, position, noise, refusal, base-rate"
        ),
        (
            ["--biases", ""],
            "--biases '' names none: give some of acquiescence, primacy, position, noise, refusal, base-rate, or none"
        ),
        (
            ["--worlds", "ambivalence,wide"],
            "--worlds 'ambivalence,wide': 'wide' is not known: give some of slips-apart, slips-at-gap, slips-off-gap, slips-only, ambivalence, wide-leanings, wide-no-gap, all or none"
        ),
        (["--biases", "noise,noise"], "--biases 'noise,noise': 'noise' is there twice: keep one"),
        (["--detect", "0"], "--detect '0': 0 is no difference; give numbers above 0, such as 0.1,0.2"),
        (["--subjects", "0"], "--subjects 0 is outside 1…1,000"),
        (["--simulations=-1"], "--simulations -1 is outside 0…10,000"),
        (["--draws", "0"], "--draws 0 is outside 100…1,000,000"),
        (["--store", ":memory:"], "--store ':memory:' names no file: give a path, such as calibration.sqlite"),
        (["--countries", "Atlantis"], "unknown country \"Atlantis\" in study \"pilot\""),
    ])
    func `a wrong argument is quoted, with what to give instead`(arguments: [String], message: String) async throws {
        try await withProgram { vlens in
            expect(try await vlens.run(["calibrate"] + arguments), exits: 2, says: [message])
        }
    }

    @Test func `a study without action pairs is told where to get them`() async throws {
        try await withProgram { vlens in
            expect(
                try await vlens.run("calibrate", "--study", "schwartz-132"), exits: 1,
                says: [
                    "study 'schwartz-132' has no action pairs to choose between: give --actions FILE, a released VIA file "
                        + "(.csv) or an actions file (.jsonl)"
                ])
        }
    }

    @Test func `a folder that is not ours is refused before anything is asked`() async throws {
        try await withProgram { vlens in
            let path = try vlens.write("mine", to: "calibration")
            expect(
                try await vlens.run("calibrate"), exits: 1,
                says: ["\(path) is a file, so no report can be written there; name a folder"])
            #expect(try String(contentsOf: vlens.file("calibration"), encoding: .utf8) == "mine")
        }
    }
}
