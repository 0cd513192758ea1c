import Foundation
import Study
import Testing
import Text
import Workbench

/// Cards that are filled from what a store knows of the judging.
struct DatasetCardTests {
    private func card(_ world: LeadWorld) throws -> (judging: DatasetJudging, croissant: JSONValue, text: String) {
        let actions = world.items.map(\.line)
        let dataset = try ActionDataset.read(ActionDataset.text(of: actions, as: .lines), file: "d.jsonl")
        let judging = try DatasetJudging(world.project, of: actions)
        let card = try DatasetCard(DatasetCheck(dataset), DatasetDescription(name: "d"), judging: judging)
        let files = Dictionary(uniqueKeysWithValues: card.files.map { ($0.name, $0.text) })
        let croissant = try #require(
            JSONReader.read(Array((files["croissant.json"] ?? "").utf8), manner: .strict))
        return (judging, croissant, files["card.md"] ?? "")
    }

    private func texts(_ croissant: JSONValue, _ name: String) -> [String] {
        croissant["rai:\(name)"]?.array?.compactMap(\.string) ?? []
    }

    @Test func `who judged, by which codebook, and how far they agree stand in both files`() async throws {
        try await LeadWorld.with(items: 2) { world in
            for (name, answer) in [("Anna", "yes"), ("Ben", "yes"), ("Cleo", "no")] {
                try await world.judge(0, LeadWorld.all(answer), by: name)
            }
            try await world.judge(1, LeadWorld.all("yes"), by: "Anna", accepted: true)
            for (name, country) in [("Anna", "Philippines"), ("Ben", "Philippines")] {
                let person = try world.project.participant(named: name, at: LeadWorld.now)
                try world.project.keep(
                    Consent(isGiven: true, country: country, languages: "Tagalog"), of: person, at: LeadWorld.now)
            }
            let (judging, croissant, text) = try card(world)
            #expect(judging.items == 2 && judging.complete == 1 && judging.annotators == 3 && judging.answers == 16)
            #expect(judging.accepted == 4 && judging.codebook == "via@1")
            // Of three pairs of people one agrees.
            #expect(judging.criteria.map(\.agreement) == [Double](repeating: 1.0 / 3, count: 4))
            #expect(judging.criteria[0].answers.map(\.count) == [2, 0, 0])
            #expect(croissant["rai:annotationsPerItem"]?.string == "3")
            #expect(
                texts(croissant, "annotatorDemographics") == [
                    "1 person without a country said", "2 people: country Philippines",
                    "1 person without a language said", "2 people: language Tagalog",
                ])
            #expect(
                texts(croissant, "dataAnnotationAnalysis").contains(
                    "Correctness: final answers Yes 2, No 0, Unsure 0; 33.3 % of pairs of people agree."))
            #expect(texts(croissant, "dataAnnotationProtocol")[0].contains("Codebook via@1"))
            #expect(texts(croissant, "dataBiases")[1].contains("Philippines (2)"))
            #expect(text.contains("33.3 % of pairs of people agree") && text.contains("2 people: country Philippines"))
        }
    }

    @Test func `what was not judged is said so, and other actions' labels are no part of it`() async throws {
        try await LeadWorld.with(items: 2) { world in
            try await world.judge(0, LeadWorld.all("yes"), by: "Anna")
            let other = try DatasetJudging(world.project, of: [world.items[1].line])
            #expect(other.items == 1 && other.answers == 0 && other.annotators == 0)
            let dataset = try ActionDataset.read(
                ActionDataset.text(of: [world.items[1].line], as: .lines), file: "d.jsonl")
            let card = try DatasetCard(DatasetCheck(dataset), DatasetDescription(name: "d"))
            #expect(card.files[2].text.contains("On record nobody has judged it."))
            #expect(!card.files[1].text.contains("annotationsPerItem"))
            #expect(card.lacking.count == 4)
        }
    }

    @Test(arguments: ["croissant", "the name is\nhostile </script> \"quoted\" `x` | y", "名前"])
    func `the Croissant file is JSON whatever the dataset is called`(name: String) throws {
        let line = #"{"country":"a","topic":"b","value":"c","inclination":"agree","action":"I"}"#
        let card = try DatasetCard(
            DatasetCheck(try ActionDataset.read(line, file: "d")), DatasetDescription(name: name))
        let json = try #require(JSONReader.read(Array(card.files[1].text.utf8), manner: .strict))
        #expect(json["name"]?.string == name && json["conformsTo"]?.array?.count == 2)
        let file = json["distribution"]?.array?.first
        #expect(file?["sha256"]?.string == Digest(of: Array(card.files[0].text.utf8)).hexadecimal())
        #expect(!card.files[2].text.contains("</script>"))
    }
}
