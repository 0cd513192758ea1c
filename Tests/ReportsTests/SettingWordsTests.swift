import Pages
import Reports
import Testing
import Text

/// What the settings of a run are called: in words on the page, by their names in JSON.
struct SettingWordsTests {
    @Test func `settings are told in words on the page, and keep their names in JSON`() throws {
        var input = Fixture.make(
            countries: ["one", "other"], topics: ["topic"], groups: [("group", ["first", "second"])], seed: 5)
        input.respondent = RespondentSummary(
            name: "local/m",
            settings: [LabelledText("maxTokens", "4096"), LabelledText("reasoningEffort", "low")],
            serving: ServingSummary(notSent: [ServingSummary.Part("topP", replies: 3)], replies: 3))
        let page = try HTMLReport.page(input)
        #expect(page.contains("Limit of tokens") && page.contains("Reasoning effort"))
        #expect(!page.contains("maxTokens") && !page.contains("reasoningEffort"))
        #expect(input.respondent.serving.notes == ["top p: not sent, the model refuses it"])
        let json = ReportJSON.document(input).text()
        #expect(json.contains("\"maxTokens\"") && json.contains("\"reasoningEffort\""))
    }
}
