import AnswerStore
import Elicitation
import Measures
import Respondents
import Simulated
import Study
import Testing
import Text
import Workbench

/// An observer predicts what a run's respondent states.
struct ModelPredictionTests {
    @Test func `the known effects of evidence and of masking are recovered through the report`() async throws {
        try await ObservedWorld.with { world in
            let plan = try world.plan { ($0.kinds, $0.masksToo) = ([.action, .explanation], true) }
            var cases: [String: [PredictionSet.Case]] = [:]
            var masked: [String: Bool] = [:]
            // Twenty observers of one skill: together they see every cell often enough.
            for seed in 1...20 {
                let model = "simulated/observer?skill=0.65&explanation=0.2&mask=0.15&seed=\(seed)"
                let (_, outcome) = try await world.ask(world.prediction(plan, by: model))
                for set in outcome.sets {
                    #expect(set.cases.count == plan.sample.count)
                    masked[set.id] = set.isMasked
                    cases[set.id, default: []] += set.cases.map { one in
                        var one = one
                        one.cell += seed * 1000
                        return one
                    }
                }
            }
            let sets = cases.keys.sorted().map {
                PredictionSet(id: $0, name: $0, isMasked: masked[$0] ?? false, cases: cases[$0] ?? [])
            }
            #expect(sets.map(\.id) == ["action", "action_explanation", "action_explanation_masked", "action_masked"])
            let report = try await PredictionReport(sets, plan: nil)
            let expected = [
                "action": 0.65, "action_explanation": 0.85, "action_explanation_masked": 0.7, "action_masked": 0.5,
            ]
            for subject in report.subjects {
                let accuracy = try #require(subject.stated?.figures[.accuracy]?.value)
                #expect(abs(accuracy - (expected[subject.id] ?? 0)) < 0.06, "\(subject.id): \(accuracy)")
                #expect(subject.stated?.baseRate == 0.5)
            }
        }
    }

    @Test func `a start goes on where an earlier one ended, and a wider design pays for nothing twice`() async throws {
        try await ObservedWorld.with { world in
            let narrow = try world.plan { ($0.kinds, $0.sample) = ([.action], 20) }
            let (first, part) = try await world.ask(world.prediction(narrow), limit: 7)
            #expect(part.count(.missing) == 13 && part.sets[0].cases.count == 20)
            let (second, whole) = try await world.ask(world.prediction(narrow))
            #expect(first.id == second.id && whole.count(.missing) == 0)
            #expect(try world.store.counts(run: second.id).replied == 20)
            let wide = try world.plan { ($0.kinds, $0.sample) = ([.action, .explanation], 30) }
            #expect(try await world.prediction(wide).left(second, in: world.store).questions == 30 + 10)
            let (third, _) = try await world.ask(world.prediction(wide))
            #expect(third.id == first.id && third.selections.count == 2)
            #expect(try world.store.counts(run: third.id).replied == 60)
            // It is no run that is measured.
            #expect(try world.store.runs().map(\.id) == [world.run.id])
            #expect(try world.store.everyRun().map(\.origin) == [.asked, .predicted])
            // Other examples, another split: another run.
            let other = try world.prediction(world.plan { ($0.kinds, $0.examples) = ([.action], 4) })
            #expect(try other.stored(in: world.store) == nil)
        }
    }

    @Test func `refusals and what can't be read are states, counted and without a prediction`() async throws {
        try await ObservedWorld.with { world in
            let plan = try world.plan { $0.kinds = [.action, .attributions] }
            let (_, outcome) = try await world.ask(
                world.prediction(plan, by: "simulated/observer?refusal=0.3&broken=0.3"))
            let (refused, unreadable) = (outcome.count(.refused), outcome.count(.unreadable))
            #expect(refused > 5 && unreadable > 5 && outcome.count(.missing) == 0)
            #expect(outcome.unreadable.values.flatMap(\.values).reduce(0, +) == unreadable)
            #expect(Set(outcome.unreadable.values.flatMap(\.keys)) == ["noAnswer"])
            let report = try await PredictionReport(outcome.sets, plan: nil)
            #expect(report.subjects.allSatisfy { $0.predicted == $0.cells - $0.absences.values.reduce(0, +) })
        }
    }

    @Test(arguments: PredictionSplit.Grouping.allCases)
    func `no prompt shows the cell it asks about among its examples, nor anything of its group`(
        grouping: PredictionSplit.Grouping
    ) async throws {
        try await ObservedWorld.with { world in
            let plan = try world.plan { ($0.kinds, $0.grouping) = ([.both], grouping) }
            let questions = PredictionQuestions(plan)
            #expect(questions.count == plan.sample.count && questions.count > 20)
            for position in 0..<questions.count {
                let prompt = questions[position].request.prompt
                let (member, condition) = questions.member(at: position)
                let parts = prompt.split(separator: "Predict for this one\n", maxSplits: 1).map(String.init)
                try #require(parts.count == 2 && condition == EvidenceCondition(.both))
                let cell = member.cell
                let lines = [
                    "Country: \(cell.scenario.country)", "Part of life: \(cell.scenario.topic)", "Value: \(cell.value)",
                ]
                #expect(lines.allSatisfy { parts[1].contains($0) })
                let examples = parts[0].split(separator: "Example ").dropFirst()
                #expect(examples.count == 8)
                for example in examples {
                    switch grouping {
                    case .cell: #expect(!lines.allSatisfy { example.contains($0) })
                    case .value: #expect(!example.contains(lines[2]))
                    case .country: #expect(!example.contains(lines[0]))
                    case .topic: #expect(!example.contains(lines[1]))
                    }
                }
                // The stated side of the cell itself is nowhere behind the examples.
                #expect(!parts[1].contains("They said"))
                #expect(questions.id(at: position) == questions[position].record.id)
            }
        }
    }

    @Test func `masked prompts hold no word of the value's family but in the line that names it`() async throws {
        try await ObservedWorld.with { world in
            let plan = try world.plan { ($0.kinds, $0.masksToo, $0.examples) = ([.both], true, 0) }
            let questions = PredictionQuestions(plan)
            var mask = ValueMask(language: plan.observed.study.language)
            var (masked, told) = (0, 0)
            for position in 0..<questions.count {
                let (member, condition) = questions.member(at: position)
                let prompt = questions[position].request.prompt
                let value = try #require(plan.observed.study.theory.values.first { $0.name == member.cell.value })
                let evidence = prompt.split(separator: "\n").filter {
                    $0.contains(": \"") && !$0.contains("probability")
                }
                .map { $0.drop { $0 != "\"" } }.joined(separator: "\n")
                #expect(!evidence.isEmpty && prompt.contains("Value: \(value.name)"))
                if condition.isMasked { masked += 1 }
                if mask.tells(evidence, value: value) { told += 1 }
                #expect(!condition.isMasked || !mask.tells(evidence, value: value), "\(evidence)")
            }
            #expect(masked == plan.sample.count && told > 0)
        }
    }

    @Test func `thoughts are evidence where they are stored, and cells without are left out and counted`() async throws
    {
        try await ObservedWorld.with { world in
            // Some of the simulated subject's replies think aloud before they answer.
            let plan = try world.plan { $0.kinds = [.thoughts] }
            let part = plan.parts[0]
            #expect(!part.tests.isEmpty && part.lacking > 0)
            #expect(part.tests.count + part.lacking == plan.sample.count)
            let questions = PredictionQuestions(plan)
            for position in 0..<questions.count {
                let prompt = questions[position].request.prompt
                #expect(prompt.contains("What they thought before they chose: \""))
                #expect(!prompt.contains("What they thought before they chose: \"\""))
            }
        }
    }

    @Test func `the respondent's own reasons are never mixed with the dataset's explanations`() async throws {
        try await ObservedWorld.with { world in
            let dataset = try world.plan { $0.kinds = [.explanation] }
            let own = try world.plan { ($0.kinds, $0.explanation) = ([.explanation], .own) }
            let known = Set(dataset.observed.places.map(\.evidence.explanation))
            let reasons = own.observed.places.map(\.evidence.explanation)
            #expect(reasons.contains { !$0.isEmpty })
            #expect(reasons.allSatisfy { $0.isEmpty || !known.contains($0) })
            #expect(own.parts[0].tests.count + own.parts[0].lacking == own.sample.count)
            let prompt = PredictionQuestions(own)[0].request.prompt
            #expect(prompt.contains("Their own reason for the choice: \"") && !prompt.contains("by its author"))
        }
    }

    @Test func `who observes itself, or its family, is told`() async throws {
        try await ObservedWorld.with { world in
            let plan = try world.plan()
            #expect(try world.prediction(plan).isSelf == false)
            let own = try ModelPrediction(
                plan, model: "openrouter/a", RespondentSpecification.named(ModelName("simulated/observer")))
            #expect(own.isSelf && own.sharedFamily == nil)
        }
    }

    @Test func `a run whose cells all state one side can't be predicted`() async throws {
        try await ObservedWorld.with("simulated/a?attitude=0&gap=0.3&noise=0&refusal=0&broken=0") { world in
            let observed = try ObservedRun(world.run, in: world.store, explanation: .dataset, wantsThoughts: false)
            let decided = observed.places.filter(\.isDecided)
            try #require(!decided.isEmpty && decided.allSatisfy(\.statesAgree))
            #expect(throws: PredictionProblem.oneSided(run: world.run.id, cells: decided.count, agree: true)) {
                _ = try world.plan()
            }
        }
    }
}
