import Study

/// A small valid study file whose lines the tests change one at a time.
enum StudyFileSample {
    static let text = """
        name: sample
        title: A sample
        theory: schwartz
        values: [Successful, Helpful]
        countries: [France, Egypt]
        topics: [Politics, Religion]
        actions: none
        stated:
          framings:
            - name: direct
              instruction: Think of {country} and {topic}.
              value: "{name}: {gloss}"
              options: [yes, no]
          orders:
            - name: values first
              layout: "{instruction} {values} {options} {requirement}"
          requirements:
            - name: plain
              text: Answer.
        acted:
          contexts:
            - name: plain
              text: In {country}, about {topic}.
          orders: [a, b]
          options: [Option 1, Option 2]
          layout: "{context} {options} {requirement}"
          requirements:
            - name: plain
              text: Choose {first} or {second}.

        """

    /// The problems of the sample with one text put in another's place; empty where it is valid.
    static func problems(replacing old: String, with new: String) -> [String] {
        problems(of: text.replacing(old, with: new))
    }

    /// The problems of a study file's text; empty where it is valid.
    static func problems(of text: String) -> [String] {
        do throws(StudyFileError) {
            _ = try StudyDefinition.parse(text, file: "s.yaml")
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    /// The sample as a study.
    static func study(replacing old: String = "", with new: String = "") throws -> StudyDefinition {
        try StudyDefinition.parse(old.isEmpty ? text : text.replacing(old, with: new), file: "s.yaml")
    }

    /// An action pair for every cell of a study, told apart by the cell's number.
    static func syntheticActions(for study: StudyDefinition) -> [Cell: ActionPair] {
        var pairs: [Cell: ActionPair] = [:]
        for number in 0..<study.cellCount {
            guard let cell = study.cell(at: number) else { continue }
            pairs[cell] = ActionPair(
                agree: Action(text: "I do \(number).", attributions: ["do"], explanation: ""),
                disagree: Action(text: "I leave \(number).", attributions: ["leave"], explanation: ""))
        }
        return pairs
    }
}
