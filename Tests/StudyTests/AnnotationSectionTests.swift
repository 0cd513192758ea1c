import Study
import Testing

@Suite("How people judge, in a study file") struct AnnotationSectionTests {
    private func settings(_ section: String) throws -> AnnotationSettings? {
        try StudyFileSample.study(replacing: "actions: none", with: "actions: none\n" + section).annotation
    }

    @Test func `is read whole, and is no part of what is asked`() throws {
        let section = """
            annotation:
              consent: |
                First.

                Second.
              overlap: 2
              lease_minutes: 5
              by_country: false
              suggestions: prefilled
              completion_code: C0FFEE
              attention: {text: Say no., answer: "no"}
              codebook:
                name: mine
                version: 3
                guideline: Judge.
                criteria:
                  - {id: right, about: action, question: "Right?", name: Rightness, definition: So., formerly: [good, fine]}
                  - id: fit
                    about: explanation
                    question: "Fits?"
                    answers: [{id: "yes", label: Ja}, "no", maybe]
            """
        let found = try #require(try settings(section))
        #expect(found.consent == "First.\n\nSecond.")
        #expect((found.overlap, found.leaseMinutes, found.byCountry) == (2, 5, false))
        #expect(found.suggestions == .prefilled && found.completionCode == "C0FFEE")
        #expect(found.attention == .init(text: "Say no.", answer: "no"))
        #expect(found.codebook.name == "mine" && found.codebook.version == 3 && found.codebook.guideline == "Judge.")
        #expect(found.codebook.criteria.map(\.id) == ["right", "fit"])
        #expect(found.codebook.criteria.map(\.name) == ["Rightness", "fit"])
        #expect(found.codebook.criteria[0].formerly == ["good", "fine"])
        #expect(found.codebook.criteria[1].answers.map(\.label) == ["Ja", "No", "Maybe"])
        #expect(try StudyFileSample.study().annotation == nil)
        let with = try StudyFileSample.study(replacing: "actions: none", with: "actions: none\n" + section)
        #expect(try with.protocolHash == StudyFileSample.study().protocolHash)
        #expect(with.reducedToFirst?.annotation == found)
    }

    @Test func `what is left out is as usual`() throws {
        #expect(try settings("annotation: {overlap: 1}") == AnnotationSettings(overlap: 1))
    }

    @Test(arguments: [
        ("annotation: {overlap: 0}", #"s.yaml:8:23: "overlap" must be a whole number from 1 to 100, not the text "0""#),
        (
            "annotation: {suggestions: always}",
            #"s.yaml:8:27: "suggestions" must be never, after or prefilled, not "always""#
        ),
        (
            "annotation: {by_country: maybe}",
            #"s.yaml:8:26: "by_country" must be true or false, not the text "maybe""#
        ),
        (
            "annotation: {overlapp: 2}",
            #"s.yaml:8:14: unknown key "overlapp" in "annotation"; did you mean "overlap"?"#
        ),
        (
            "annotation: {attention: {text: t, answer: nope}}",
            #"s.yaml:8:43: "nope" is no answer to "correctness"; the answers are "yes", "no", "unsure""#
        ),
        (
            "annotation: {codebook: {name: a, criteria: [{id: note, about: action, question: q}]}}",
            #"s.yaml:8:50: a criterion's "id" "note" means something else already"#
        ),
        (
            "annotation: {codebook: {name: a, criteria: [{id: x, about: weather, question: q}]}}",
            #"s.yaml:8:60: "about" must be action, attributions, explanation or gap, not "weather""#
        ),
        (
            "annotation: {codebook: {name: A b, criteria: [{id: x, about: action, question: q}]}}",
            #"s.yaml:8:31: the codebook's name "A b" must be letters a–z, digits and -, 40 at most"#
        ),
    ])
    func `one mistake, one problem with its place`(section: String, problem: String) {
        let text = StudyFileSample.text.replacing("actions: none", with: "actions: none\n" + section)
        #expect(StudyFileSample.problems(of: text) == [problem])
    }

    @Test func `the template shows it, and what it shows is valid`() throws {
        let template = try StudyDefinition.template(name: "mine")
        var isInSection = false
        let lines = template.study.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line.hasPrefix("# annotation:") { isInSection = true }
            if !line.hasPrefix("#") { isInSection = false }
            return String(isInSection ? line.dropFirst(2) : line)
        }
        let study = try StudyDefinition.parse(lines.joined(separator: "\n"), file: "s.yaml") { _ in template.actions }
        #expect(study.annotation?.completionCode == "C0FFEE")
        #expect(study.annotation?.codebook.name == "mine")
        #expect(study.annotation?.attention?.answer == "no")
    }
}

extension StudyDefinition {
    fileprivate var reducedToFirst: StudyDefinition? { try? reduced(countries: [countries[0]]) }
}
