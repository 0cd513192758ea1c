import Reports
import Testing

/// Who served a run, and what was not sent.
struct ServingSummaryTests {
    private typealias Part = ServingSummary.Part

    @Test func `a setting that went with some replies is told with both numbers`() {
        let serving = ServingSummary(notSent: [Part("temperature", replies: 3)], replies: 1_000)
        #expect(
            serving.settings([LabelledText("model", "m"), LabelledText("temperature", "0.2")]) == [
                LabelledText("model", "m"),
                LabelledText("temperature", "0.2; not sent with 3 of 1,000 replies, since the model refuses it"),
            ])
        #expect(
            serving.notes == [
                "temperature: not sent with 3 of 1,000 replies, since the model refuses it"
            ])
        let none = ServingSummary(notSent: [Part("temperature", replies: 1_000)], replies: 1_000)
        #expect(none.settings([LabelledText("model", "m")]).last?.text == "not sent, the model refuses it")
    }

    @Test func `one provider is no ground for a warning, many are listed to the fifth`() {
        #expect(ServingSummary(providers: [Part("Groq", replies: 9)]).warnings.isEmpty)
        let many = ServingSummary(fingerprints: (1...7).map { Part("fp\($0)", replies: 8 - $0) })
        #expect(
            many.warnings == [
                "7 system fingerprints served this run (fp1 7, fp2 6, fp3 5, fp4 4, fp5 3, and 2 more): its replies may "
                    + "come from different versions of the model"
            ])
    }
}
