import Foundation
import Study
import TestSupport
import Testing

/// The printed figures that the program carries, against the paper's tables where they are at hand.
@Suite(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct PublishedFiguresTests {
    private func paper() throws -> [String: Any] {
        let data = try Data(contentsOf: SharedFolder.file("published/emnlp2025.json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func rows<T>(_ table: Any?, _ name: String) throws -> [String: T] {
        let table = try #require(table as? [String: Any], "\(name)")
        return try #require((table["rows"] ?? table) as? [String: T], "\(name)")
    }

    @Test func `tables 3 and 13 are the paper's`() throws {
        let paper = try paper()
        let countries: [String: [String: Double]] = try rows(paper["table3_alignment_rate_by_country"], "table 3")
        let topics: [String: [String: Double]] = try rows(paper["table13_alignment_rate_by_topic"], "table 13")
        let overall: [String: Double] = try rows(paper["table13_overall"], "overall")
        for model in PublishedModel.all {
            #expect(pairs(PublishedPaper.countries, model.byCountry) == countries[model.name, default: [:]])
            #expect(pairs(PublishedPaper.topics, model.byTopic) == topics[model.name, default: [:]])
            #expect(model.overall == overall[model.name])
        }
        let names = Set(PublishedModel.all.map(\.name))
        #expect(names.isSuperset(of: countries.keys) && names.isSuperset(of: topics.keys))
    }

    @Test func `tables 4, 8 and 14 are the paper's`() throws {
        let paper = try paper()
        let inconsistency: [String: [Int]] = try rows(paper["table4_inconsistency"], "table 4")
        let agreement: [String: [Double]] = try rows(paper["table8_prompt_agreement"], "table 8")
        let predictions: [String: [String: Double]] = try rows(paper["table14_gap_prediction_f1"], "table 14")
        for model in PublishedModel.all {
            #expect(model.inconsistency == inconsistency[model.name, default: []])
            #expect(model.agreement == agreement[model.name, default: []])
            let settings = PublishedPaper.predictionSettings.map(\.name)
            #expect(pairs(settings, model.predictionF1) == predictions[model.name, default: [:]])
        }
    }

    @Test func `the kappas and the spans are the notebooks'`() throws {
        let paper = try paper()
        let kappa = try #require(paper["kappa"] as? [String: Any])
        let spans = try #require(paper["attribution_overlap"] as? [String: Any])
        for (place, prompt) in PublishedPaper.judgedPrompts.enumerated() {
            let printed = try #require(kappa["generation_prompt_\(prompt)"] as? Double)
            #expect(abs(printed - PublishedPaper.kappa[place]) < 1e-12)
            let counts = spans["prompt_index_\(prompt)"] as? [String: Int]
            #expect(counts?["spans"] == PublishedPaper.spans[place].all)
            #expect(counts?["inside"] == PublishedPaper.spans[place].inside)
        }
    }

    private func pairs(_ names: [String], _ figures: [Double]) -> [String: Double] {
        Dictionary(zip(names, figures), uniquingKeysWith: { first, _ in first })
    }
}
