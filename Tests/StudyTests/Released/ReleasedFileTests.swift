import Reading
import Study
import Testing
import Text

@Suite("Released files are told apart by their columns and summed up")
struct ReleasedFileTests {
    private let names = ReleasedNames(
        theory: Theory(
            name: "two", source: "",
            groups: [
                ValueGroup(
                    name: "g", values: [Value(name: "Equality", gloss: ""), Value(name: "Social Power", gloss: "")])
            ]),
        countries: ["India", "France"], topics: ["Politics"])

    private func read(_ text: String) throws -> ReleasedFile {
        try ReleasedFile(CSVReader(Array(text.utf8), name: "f.csv"), names: names)
    }

    private func message(_ text: String) -> String? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return "\(error)"
        }
    }

    private let choiceHeader = "country,topic,value,polarity,model_choice,prompt_index\n"

    @Test
    func `choices: names are matched, pairs decided, the rest counted`() throws {
        let file = try read(
            choiceHeader + """
                india,POLITICS,equality,positive,False,5
                India,Politics,Equality,negative,True,5
                India,Politics,Social Power,positive,True,5
                India,Politics,Social Power,negative,True,5
                France,Politics,Equality,positive,False,5
                France,Politics,Equality,positive,True,5
                France,Politics,Equalty,positive,True,5
                France,Politics,Equalty,negative,False,5

                """)
        guard case .choices(let choices) = file else { return #expect(Bool(false), "another kind of file") }
        let india = Scenario(country: "India", topic: "Politics")
        let equality = Cell(scenario: india, value: "Equality")
        #expect(choices.choices.map(\.cell) == [equality])
        #expect(choices.choices.map(\.chosen) == [.disagree])
        #expect(choices.choices.map(\.line) == [2])
        #expect(choices.prompts == [5])
        #expect(choices.undecidable.map(\.cell) == [Cell(scenario: india, value: "Social Power")])
        #expect(choices.contradicted.map(\.line) == [6])
        #expect(choices.unpaired.isEmpty)
        #expect(
            choices.summary.lines == [
                "Task 2 choices: 8 rows in 'f.csv'.", "Found: 2 countries, 1 topic, 2 values.",
                "Polarity: positive = agree, negative = disagree; model_choice marks the action chosen.",
                "Missing: 3 rows of the full cross.",
                "Contradictions: 1 question has rows that say different things (France, Politics, Equality, prompt 5: "
                    + "lines 6 and 7); it counts as unreadable.",
                "Undecidable: 1 choices; they count as unreadable.",
                "Unknown: the value 'Equalty' in line 8, 2 rows; left out.",
            ])
    }

    @Test
    func `a polarity that can't be decided is refused`() {
        #expect(
            message(choiceHeader + "India,Politics,Equality,up,True,5\n")
                == "'f.csv', line 2: the polarity 'up' can't be decided; write 'positive' or 'agree' for the action "
                + "that goes with the value, 'negative' or 'disagree' for the other.")
        #expect(
            message(choiceHeader + "India,Politics,Equality,positive,True,5\n")
                == "'f.csv' has only rows of the polarity 'positive', so no choice between two actions can be decided; "
                + "each cell needs a row of either polarity.")
    }

    @Test
    func `a row that can't be understood is refused with its line`() {
        #expect(
            message(choiceHeader + "India,Politics,Equality,agree,Option 1,5\n")
                == "'f.csv', line 2: the model_choice 'Option 1' is neither 'True' nor 'False'.")
        #expect(
            message("country,topic,response,prompt_index\nIndia,Politics,x,first\n")
                == "'f.csv', line 2: the prompt_index 'first' is no whole number from 0 to 999.")
        #expect(
            message("country,topic,response,prompt_index\nPeru,Politics,x,0\n")
                == "'f.csv': none of its 1 rows names a known country, topic and value "
                + "(the country 'Peru' in line 2); choose the study that the file belongs to.")
    }

    @Test
    func `an unknown kind lists what was found and what is known`() {
        #expect(
            message("country,answer\nIndia,1\n")
                == "'f.csv' is no kind of file that can be imported; it has the columns 'country', 'answer'. Known are: "
                + "VIA dataset (country, topic, value, polarity, generation_prompt); "
                + "Task 1 replies (country, topic, response, prompt_index); "
                + "Task 2 choices (country, topic, value, polarity, model_choice, prompt_index); "
                + "Task 2 prompt samples (country, topic, value, option1, option2, evaluation_0, evaluation_1, "
                + "evaluation_2, evaluation_3, evaluation_4, evaluation_5, evaluation_6, evaluation_7).")
    }

    @Test
    func `Task 1 replies: repetitions count once, contradictions not at all, the model is named`() throws {
        let file = try read(
            """
            ,model,country,topic,response,prompt_index
            0,m/x,India,Politics,"{""Equality"": 2}",0
            1,m/x,India,Politics,"{""Equality"": 2} ",0
            2,m/x,France,Politics,,1.0
            3,m/x,France,Politics,one,0
            4,m/x,France,Politics,two,0
            5,m/x,France,Politics,one,0

            """)
        guard case .ratings(let ratings) = file else { return #expect(Bool(false), "another kind of file") }
        #expect(ratings.replies.map(\.text) == [#"{"Equality": 2}"#, ""])
        #expect(ratings.prompts == [0, 1])
        #expect(ratings.model == "m/x")
        #expect(ratings.contradicted.map(\.line) == [5])
        #expect((ratings.summary.duplicates, ratings.summary.missing) == (2, 1))
        #expect(
            ratings.summary.leftOut == [
                "Duplicates: 2 rows say again what an earlier row says.",
                "Contradictions: 1 question has rows that say different things (France, Politics, prompt 0: lines 5 and "
                    + "6); it counts as unreadable.",
            ])
    }

    @Test
    func `the VIA dataset: replies are read, pairs completed, the incomplete listed`() throws {
        func reply(_ text: String) -> String {
            "\"{'Human Action': '\(text)', 'Feature Attributions': ['a'], 'Natural Language Explanation': 'e'}\""
        }
        let file = try read(
            """
            country,topic,value,polarity,generation_prompt
            India,Politics,Equality,positive,\(reply("I go."))
            India,Politics,Equality,negative,\(reply("I stay."))
            India,Politics,Social Power,positive,\(reply("I lead."))
            India,Politics,Social Power,negative,"Sorry, but I can't assist with that."
            France,Politics,Equality,negative,nothing

            """)
        guard case .dataset(let dataset) = file else { return #expect(Bool(false), "another kind of file") }
        let cell = Cell(scenario: Scenario(country: "India", topic: "Politics"), value: "Equality")
        #expect(dataset.pairs.mapValues(\.agree.text) == [cell: "I go."])
        #expect(dataset.pairs[cell]?.disagree.text == "I stay.")
        #expect(dataset.planned == 4)
        #expect(dataset.incomplete.count == 3)
        #expect(dataset.notations == [.literal: 3])
        #expect((dataset.answered, dataset.refused) == (3, 1))
        #expect(dataset.unreadable == [.noAnswer: 1])
        #expect(dataset.summary.missing == 3)
        #expect(dataset.failures.map(\.reason) == [nil, .noAnswer])
    }

    @Test
    func `the VIA dataset: an action that is written twice counts, one that is written in two ways does not`() throws {
        func row(_ polarity: String, _ text: String) -> String {
            "India,Politics,Equality,\(polarity),\"{'Human Action': '\(text)', 'Feature Attributions': ['a'], "
                + "'Natural Language Explanation': 'e'}\"\n"
        }
        let header = "country,topic,value,polarity,generation_prompt\n"
        let file = try read(
            header + row("positive", "I go.") + row("positive", "I go.") + row("negative", "I stay.")
                + row("negative", "I sit."))
        guard case .dataset(let dataset) = file else { return #expect(Bool(false), "another kind of file") }
        #expect(dataset.pairs.isEmpty)
        #expect((dataset.answered, dataset.unreadable) == (1, [.ambiguous: 1]))
        #expect((dataset.summary.duplicates, dataset.summary.contradictions) == (1, 1))
        #expect(dataset.summary.contradiction == "India, Politics, Equality, disagree: lines 4 and 5")
    }

    @Test
    func `prompt samples: a repeated row counts once, and a cell of two opinions is named`() throws {
        let columns = (0..<8).map { "evaluation_\($0)" }.joined(separator: ",")
        let header = "country,topic,value,option1,option2,\(columns)\n"
        let row = "India,Politics,Equality,I stay.,I go.,1,1,1,1,1,1,1,1\n"
        guard case .samples(let same) = try read(header + row + row) else {
            return #expect(Bool(false), "another kind")
        }
        #expect((same.rows.count, same.contradicted.count, same.summary.duplicates) == (1, 0, 1))
        let other = row.replacing("1,1\n", with: "1,2\n")
        guard case .samples(let two) = try read(header + row + other) else {
            return #expect(Bool(false), "another kind")
        }
        #expect(two.contradicted.map(\.value) == ["Equality"])
        #expect(two.summary.contradictions == 1)
    }

    static let kinds: [(ReleasedFile.Kind, ReleasedFile.Kind, ReleasedFile.Kind)] = [
        (.dataset, .ratings, .dataset), (.dataset, .choices, .choices), (.dataset, .samples, .samples),
        (.ratings, .choices, .choices), (.ratings, .samples, .samples), (.choices, .samples, .samples),
    ]

    @Test(
        arguments: kinds)
    func `a file with the columns of two kinds is of the one that asks for more, unless its user says which`(
        first: ReleasedFile.Kind, second: ReleasedFile.Kind, expected: ReleasedFile.Kind
    ) {
        for columns in [first.columns + second.columns, second.columns + first.columns] {
            #expect(ReleasedFile.Kind(columns: columns) == expected)
            #expect(ReleasedFile.Kind(columns: columns, wanted: first) == first)
            #expect(ReleasedFile.Kind(columns: columns, wanted: second) == second)
        }
        for other in ReleasedFile.Kind.allCases where other != first {
            #expect(ReleasedFile.Kind(columns: first.columns, wanted: other) != other)
        }
    }

    @Test
    func `prompt samples: option1 is the disagree-action, and the prompts 2, 3, 6 and 7 show it second`() throws {
        let columns = (0..<8).map { "evaluation_\($0)" }.joined(separator: ",")
        let file = try read(
            "country,topic,value,option1,option2,\(columns)\nIndia,Politics,Equality,I stay.,I go.,0,1,2,3,4,5,6,7\n")
        guard case .samples(let samples) = file, let row = samples.rows.first
        else { return #expect(Bool(false), "another kind of file") }
        #expect(row.replies == ["0", "1", "2", "3", "4", "5", "6", "7"])
        #expect(row.displayed(prompt: 0) == (first: "I stay.", second: "I go."))
        #expect(row.displayed(prompt: 7) == (first: "I go.", second: "I stay."))
        let first = (0..<8).map { ReleasedSamples.inclination(ofOption: 1, prompt: $0) }
        #expect(
            first == [.disagree, .disagree, .agree, .agree, .disagree, .disagree, .agree, .agree])
    }
}
