import TestSupport
import Testing

/// Table 8's Task 2 column through `vlens reproduce`: what was printed, and what each of its two rules does.
@Suite(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct ReproducedAgreementTests {
    struct Sample: Sendable {
        let model: String
        let share: (legacy: Double, strict: Double)
        let modal: (legacy: Double, strict: Double)
        let readDifferently: Int
    }

    static let samples = [
        Sample(model: "Gemma-2-9b", share: (0.9025, 0.9223), modal: (0.9375, 0.9525), readDifferently: 9),
        Sample(model: "Llama-3.3-70B", share: (0.935, 0.9475), modal: (0.965, 0.9775), readDifferently: 5),
        Sample(model: "GPT-4o-mini", share: (0.9125, 0.9125), modal: (0.9575, 0.9575), readDifferently: 2),
        Sample(model: "GPT-3.5-turbo", share: (0.900, 0.900), modal: (0.93, 0.93), readDifferently: 0),
    ]

    @Test(arguments: samples)
    func `table 8 printed the share of agree-choices, and each of its two rules is told apart`(
        sample: Sample
    ) async throws {
        let figure = try await ReproducedJSON.shared().figure("8", sample.model, "Task 2")
        let legacy = try #require(figure["legacy"] as? Double)
        let strict = try #require(figure["strict"] as? Double)
        let effects = try #require(figure["from_legacy_to_strict"] as? [String: Double])
        let modal = try #require(effects["share_of_agree_choices_instead_of_modal_share"])
        let reading = try #require(effects["choices_read_by_any_1_in_the_text"])
        #expect(abs(legacy - sample.share.legacy) < 0.00005)
        #expect(abs(legacy + modal - sample.modal.legacy) < 0.00005)
        #expect(abs(legacy + reading - sample.share.strict) < 0.00005)
        #expect(abs(strict - sample.modal.strict) < 0.00005)
        let count = try await ReproducedJSON.shared().count("8", sample.model, "choices_read_by_any_1_in_the_text")
        #expect(count == [sample.readDifferently, 400])
    }
}
