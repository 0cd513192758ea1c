import Foundation
import Reading
import Study
import TestSupport
import Testing

/// The reader on the replies that were released with the paper.
@Suite(
    "Released replies are read as counted by hand",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct ReleasedRepliesTests {
    private let folder = "data/release/"

    private func names() throws -> ReleasedNames { ReleasedNames(theory: try Self.releasedTheory()) }

    private func read(_ path: String) throws -> ReleasedFile {
        try ReleasedFile(path: SharedFolder.file(folder + path).path, names: names())
    }

    @Test
    func `14,722 of the 14,784 generated actions are whole, and 61 of the others are refusals`() throws {
        guard case .dataset(let file) = try read("outputs/data_release/value_action_gap_full_data_generation.csv")
        else { return #expect(Bool(false), "another kind of file") }
        #expect(file.notations == [.strict: 7612, .fenced: 5681, .literal: 1399, .repaired: 30])
        #expect(file.refused == 61)
        #expect(file.unreadable == [.truncated: 1])
        #expect(file.planned == 7392)
        #expect(file.pairs.count == 7330)
        #expect(file.incomplete.count == 62)
        #expect(file.failures.count == 62)
        #expect(file.summary.rows == 14784)
        #expect(file.summary.unknown.isEmpty)
        #expect((file.summary.missing, file.summary.duplicates) == (0, 0))
    }

    @Test(
        arguments: [
            ("gemma-2-9b-it", 59023, 2, 1, 24, 57787), ("Llama-3.3-70B-Instruct", 59136, 0, 0, 0, 59136),
        ])
    func `all ratings are read that are there, and legacy loses as many as it did`(
        model: String, count: Int, refused: Int, outOfRange: Int, legacyFailures: Int, legacyCount: Int
    ) throws {
        guard case .ratings(let file) = try read("outputs/evaluation/\(model)_t1.csv")
        else { return #expect(Bool(false), "another kind of file") }
        let values = ValueIndex(try Self.releasedTheory())
        var (ratings, refusals, beyond, others) = (0, 0, 0, 0)
        var (legacyRatings, legacyLost) = (0, 0)
        for reply in file.replies {
            switch ReplyReader().ratings(in: reply.text, values: values) {
            case .answered(let answer):
                ratings += answer.count
                beyond += answer.outOfRange
                others += answer.ambiguous + answer.unrecognised
            case .refused: refusals += 1
            case .unreadable: others += 1
            }
            if let legacy = LegacyReader().ratings(in: reply.text, names: values.names) {
                legacyRatings += legacy.count
            } else {
                legacyLost += 1
            }
        }
        #expect(file.replies.count == 1056)
        #expect((ratings, refusals, beyond, others) == (count, refused, outOfRange, 0))
        #expect((legacyRatings, legacyLost) == (legacyCount, legacyFailures))
    }

    struct SampleFigures: Sendable {
        let model: String
        let strictShare: Double
        let strictModal: Double
        let legacyShare: Double
        let legacyModal: Double
        let differing: Int
    }

    @Test(
        arguments: [
            SampleFigures(
                model: "gemma2", strictShare: 368.0 / 399, strictModal: 0.9525, legacyShare: 0.9025,
                legacyModal: 0.9375, differing: 9),
            SampleFigures(
                model: "llama33", strictShare: 0.9475, strictModal: 0.9775, legacyShare: 0.935, legacyModal: 0.965,
                differing: 5),
            SampleFigures(
                model: "gpt_4o_mini", strictShare: 0.9125, strictModal: 0.9575, legacyShare: 0.9125,
                legacyModal: 0.9575, differing: 2),
            SampleFigures(
                model: "gpt_35_turbo", strictShare: 0.9, strictModal: 0.93, legacyShare: 0.9, legacyModal: 0.93,
                differing: 0),
        ])
    func `shares of the agree-action by both readings, and how many replies they read differently`(
        figures: SampleFigures
    ) throws {
        guard case .samples(let file) = try read("src/outputs/task2_results_\(figures.model).csv")
        else { return #expect(Bool(false), "another kind of file") }
        var strict = Agreement()
        var legacy = Agreement()
        var differing = 0
        for row in file.rows {
            var readings: ([Inclination], [Inclination]) = ([], [])
            for (prompt, reply) in row.replies.enumerated() {
                let old = ReleasedSamples.inclination(ofOption: LegacyReader().choice(in: reply), prompt: prompt)
                readings.1.append(old)
                let option = ReplyReader().choice(in: reply, actions: row.displayed(prompt: prompt)).answer
                let new = option.map { ReleasedSamples.inclination(ofOption: $0, prompt: prompt) }
                if let new { readings.0.append(new) }
                if new != old { differing += 1 }
            }
            strict.add(readings.0)
            legacy.add(readings.1)
        }
        #expect(file.rows.count == 50)
        #expect(abs(strict.agreeShare - figures.strictShare) < 1e-9)
        #expect(abs(strict.modalShare - figures.strictModal) < 1e-9)
        #expect(abs(legacy.agreeShare - figures.legacyShare) < 1e-9)
        #expect(abs(legacy.modalShare - figures.legacyModal) < 1e-9)
        #expect(differing == figures.differing)
    }

    /// Counts of agree-actions, and of the most frequent reply of each cell.
    private struct Agreement {
        private var agree = 0
        private var answered = 0
        private var shares: [Double] = []

        mutating func add(_ cell: [Inclination]) {
            let agreeing = cell.count { $0 == .agree }
            agree += agreeing
            answered += cell.count
            shares.append(Double(max(agreeing, cell.count - agreeing)) / Double(cell.count))
        }

        var agreeShare: Double { Double(agree) / Double(answered) }
        var modalShare: Double { shares.reduce(0, +) / Double(shares.count) }
    }

    @Test(
        arguments: ["gemma-2-9b-it", "Llama-3.3-70B-Instruct"])
    func `every cell of the released choices is decided`(model: String) throws {
        guard case .choices(let file) = try read("outputs/evaluation/\(model)_t2.csv")
        else { return #expect(Bool(false), "another kind of file") }
        #expect(file.choices.count == 7392)
        #expect(file.undecidable.isEmpty && file.unpaired.isEmpty)
        #expect(file.prompts == [5])
        #expect(
            file.summary.polarity
                == "positive = agree, negative = disagree; model_choice marks the action chosen")
    }

    /// The released theory: the names in the order of the tables computed from the release.
    static func releasedTheory() throws -> Theory {
        let expected = try SharedFolder.bytes("expected/gemma-2-9b-it.strict.json")
        let text = String(decoding: expected, as: UTF8.self)
        // The object "value_distance" lists every value once, in the theory's order.
        guard let start = text.range(of: "\"value_distance\": {")?.upperBound,
            let end = text.range(of: "}", range: start..<text.endIndex)?.lowerBound
        else { throw CocoaError(.fileReadCorruptFile) }
        let names = text[start..<end].split(separator: "\"").enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        let values = names.map { name in
            Value(
                name: name, gloss: "",
                aliases: name == "Honoring of Parents and Elders" ? ["Honoring Parents and Elders"] : [])
        }
        return Theory(name: "released", source: "", groups: [ValueGroup(name: "all", values: values)])
    }
}
