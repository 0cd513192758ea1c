import Reading
import Study
import Testing
import Text

@Suite("The language of a study")
struct StudyLanguageTests {
    @Test(
        arguments: [
            ("de", Language.german), ("DE-at", .german), ("zh_Hans", .chinese), ("fil", .filipino), ("tl", .filipino),
        ])
    func `is read from its code, whatever the case, region or script`(code: String, language: Language) throws {
        let study = try StudyFileSample.study(replacing: "title: A sample", with: "title: A sample\nlanguage: \(code)")
        #expect(study.language == language)
    }

    @Test
    func `is English where nothing is said, and in a new study`() throws {
        #expect(try StudyFileSample.study().language == .english)
        #expect(try StudyDefinition.template(name: "mine").study.contains("\nlanguage: en\n"))
    }

    @Test
    func `changes neither the protocol's hash nor the questions' ids, so that stored replies keep belonging`() throws {
        let study = try StudyFileSample.study()
        let other = try StudyFileSample.study(replacing: "title: A sample", with: "title: A sample\nlanguage: ar")
        #expect(other.protocolHash == study.protocolHash)
        #expect(try other.reduced(countries: ["France"]).language == .arabic)
    }

    @Test
    func `does not hide the names that the wording asks for: they hold the choice, too`() {
        func keys(_ text: String) -> [String] {
            ActedWording(
                system: nil, contexts: [], orders: [], first: .balanced, options: ["Opcja 1", "Opcja 2"], option: "",
                layout: "", requirements: [Requirement(name: "form", text: text)]
            ).choiceKeys
        }
        #expect(keys(#"Odpowiedz: {"wybór": "{first}"} albo {"wybór": "{second}"}."#) == ["wybór"])
        #expect(keys("{ „mój wybór“ : „{first}“ }") == ["mój wybór"])
        #expect(keys("Answer {first} or {second}.") == [])
        let labels = (first: "Opcja 1", second: "Opcja 2")
        let reply = #"{"wybór": "Opcja 2", "powód": "Opcja 1 jest zła"}"#
        #expect(ReplyReader(choiceKeys: ["wybór"]).choice(in: reply, labels: labels) == .answered(2))
        #expect(ReplyReader().choice(in: reply, labels: labels) == .unreadable(.noAnswer))
    }
}
