import Study
import Testing

@Suite("A study's questions")
struct QuestionsTests {
    private let pilot: StudyDefinition
    private let full: StudyDefinition

    init() throws {
        pilot = try StudyDefinition.builtIn(named: "pilot")
        let bare = try StudyDefinition.builtIn(named: "schwartz-132")
        full = bare.withActions(StudyFileSample.syntheticActions(for: bare))
    }

    @Test
    func `The full cross has 1,056 questions of Task 1 and 59,136 of Task 2, all with ids of their own`() throws {
        let plan = try full.questions()
        #expect(plan.count == 1_056 + 59_136)
        #expect(plan.count(of: .stated) == 1_056)
        #expect(plan.count(of: .acted) == 59_136)
        #expect(plan.cellsWithoutActions == 0)
        #expect(Set(plan.ids).count == plan.count)
    }

    @Test
    func `The pilot has 64 and 640 questions; a second replicate asks each again under another id`() throws {
        #expect(try pilot.questions().count == 64 + 640)
        let twice = try pilot.questions(Selection(replicates: 2))
        #expect(twice.count == 2 * 704)
        #expect(Set(twice.ids).count == twice.count)
        #expect(Array(twice.ids.prefix(704)) == Array(try pilot.questions().ids))
        #expect(twice[704].replicate == 1)
        #expect(twice[704].prompt == twice[0].prompt)
    }

    @Test
    func `Without actions only Task 1 is asked, and the cells left out are counted`() throws {
        let plan = try full.withActions([:]).questions()
        #expect(plan.count == 1_056)
        #expect(plan.cellsWithoutActions == 7_392)
        #expect(try full.withActions([:]).questions(Selection(tasks: [.acted])).isEmpty)
    }

    @Test
    func `A question of Task 1 lists all values by item number, with their cells`() throws {
        let question = try full.questions()[8]
        #expect(question.task == .stated)
        #expect(question.scenario == Scenario(country: "United States", topic: "Social Networks"))
        #expect(question.values.prefix(3) == ["Equality", "Inner Harmony", "Social Power"])
        #expect(question.values.count == 56)
        #expect(question.value == nil)
        #expect(question.first == .agree)
        #expect(question.actions.isEmpty)
        #expect(question.inclination(ofOption: 1) == nil)
        let lines = question.prompt.split(separator: "\n").map(String.init)
        let places = question.values.compactMap { value in lines.firstIndex { $0.hasPrefix(value + " (") } }
        #expect(places == Array(places[0]..<places[0] + 56))
        for (value, number) in zip(question.values, question.cells) {
            #expect(full.cell(at: number) == Cell(scenario: question.scenario, value: value))
        }
    }

    @Test("A question of Task 2 shows the action of `first` first, in the prompt and in its data")
    func acted() throws {
        for question in try pilot.questions(Selection(tasks: [.acted])) {
            let cell = Cell(scenario: question.scenario, value: try #require(question.value))
            let pair = try #require(pilot.actions[cell])
            let first = try #require(question.first)
            #expect(question.actions == [pair[first].text, pair[first.opposite].text])
            #expect(question.inclination(ofOption: 1) == first)
            #expect(question.inclination(ofOption: 2) == first.opposite)
            #expect(question.inclination(ofOption: 3) == nil)
            #expect(question.prompt.contains("Option 1: \(question.actions[0])\nOption 2: \(question.actions[1])"))
            #expect(question.cells.map { pilot.cell(at: $0) } == [cell])
        }
    }

    @Test
    func `The eight variants are the eight combinations, in the order of the study file`() {
        let names = pilot.variants(of: .acted).map { "\($0.index) \($0.framing), \($0.order), \($0.requirement)" }
        #expect(
            names == [
                "0 direct question, one way round, choice alone",
                "1 direct question, one way round, with justification",
                "2 direct question, other way round, choice alone",
                "3 direct question, other way round, with justification",
                "4 story, one way round, choice alone",
                "5 story, one way round, with justification",
                "6 story, other way round, choice alone",
                "7 story, other way round, with justification",
            ])
        let stated = pilot.variants(of: .stated)
        #expect(stated.map(\.index) == Array(0..<8))
        #expect(stated.map(\.framing).prefix(4).allSatisfy { $0 == "direct inquiry" })
        #expect(stated.map(\.order).prefix(2).allSatisfy { $0 == "values first" })
    }

    @Test
    func `Options stand before the values or after them, as the order says`() throws {
        for question in try pilot.questions(Selection(tasks: [.stated])) {
            let values = try #require(question.prompt.firstRange(of: "The values:")).lowerBound
            let options = try #require(question.prompt.firstRange(of: "The options:")).lowerBound
            #expect((values < options) == (question.variant.order == "values first"))
            #expect(question.options.count == 4)
            let agreement = question.variant.framing == "portrait" ? "very much like me" : "strongly agree"
            #expect((question.first == .agree ? question.options.first : question.options.last) == agreement)
        }
    }

    @Test
    func `A selection asks exactly what it names, under the ids of the whole`() throws {
        let selection = Selection(
            countries: ["philippines"], topics: ["Politics"], tasks: [.stated, .acted],
            variants: [.stated: [5], .acted: [3, 0]])
        let plan = try pilot.questions(selection)
        #expect(plan.count == 1 + 10 * 2)
        #expect(plan.allSatisfy { $0.scenario == Scenario(country: "Philippines", topic: "Politics") })
        #expect(plan.variants.map(\.index) == [5, 0, 3])
        #expect(Set(plan.ids).isSubset(of: Set(try pilot.questions().ids)))
        let reduced = try pilot.reduced(countries: ["Philippines"], topics: ["Politics"])
        #expect(reduced.actions.count == 10)
        #expect(Set(try reduced.questions().ids).isSuperset(of: plan.ids))
        #expect(Set(try reduced.questions().ids).isSubset(of: try pilot.questions().ids))
    }

    @Test
    func `A selection that does not fit names all that is wrong with it`() {
        let selection = Selection(
            countries: ["Phillipines", "Mars"], topics: [], tasks: [], variants: [.acted: [8, -1], .stated: [1, 1]],
            replicates: 0)
        let error = #expect(throws: SelectionError.self) { try pilot.questions(selection) }
        #expect(
            error?.description == """
                unknown country "Phillipines" in study "pilot"; did you mean "Philippines"?
                unknown country "Mars" in study "pilot"; the countries are "United States", "Philippines"
                no topic is selected; name one or leave the choice open for all
                a variant of the stated task is selected twice: 1, 1
                unknown variant 8 of the acted task; it has variants 0 to 7
                unknown variant -1 of the acted task; it has variants 0 to 7
                no task is selected; choose stated, acted or both
                0 replicates; ask each question once or more
                """)
        let many = #expect(throws: SelectionError.self) {
            try pilot.questions(Selection(replicates: 999_999_999_999))
        }
        #expect(many?.description == "999999999999 replicates; at most 10000 are asked")
        let reduced = #expect(throws: SelectionError.self) { try pilot.reduced(topics: ["politics", "Politics"]) }
        #expect(reduced?.description == #"topic "Politics" is selected twice"#)
    }
}
