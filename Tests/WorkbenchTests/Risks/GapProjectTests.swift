import AnswerStore
import Measures
import Study
import Testing
import Workbench

@Suite("Projects of gaps")
struct GapProjectTests {
    @Test func `a run's gaps are the cells that are decided on both sides, and differently`() async throws {
        try await GapWorld.with { world in
            let run = try await world.run("simulated/subject?seed=3")
            let gaps = try GapItems(ofRun: run, in: world.store)
            let measures = try MeasuredRun(run: run, store: world.store, scoring: .strict).measures
            #expect(gaps.items.count == measures.inconsistency.total)
            #expect(gaps.population.misaligned == measures.inconsistency.total)
            #expect(gaps.population.undecided == measures.counts.undecided && measures.counts.undecided > 0)
            #expect(gaps.population.counted == measures.counts.both)
            let study = try StudyDefinition.builtIn(named: "pilot")
            for item in gaps.items {
                let pair = try #require(study.actions[item.line.cell])
                #expect(item.line.inclination == .disagree && item.line.action == pair.disagree)
                #expect(item.gap.otherAction == pair.agree.text && item.gap.reason == "Because I mean it.")
                #expect((item.gap.stated, item.gap.acted) == (0, 1))
                #expect(item.line.spans.allSatisfy { $0.stands(in: item.line.action.text) })
            }
            #expect(gaps.groups["Authority"] == "Power")
        }
    }

    @Test func `done again a start adds nothing, and with a second run that run's gaps`() async throws {
        try await GapWorld.with { world in
            let first = try await world.run("simulated/subject?seed=3")
            let second = try await world.run("simulated/subject?seed=4", countries: ["Philippines", "United States"])
            let begun = try world.start("gaps", [first], nil, .init(people: ["anna", "ben"]))
            #expect(begun.items > 0 && begun.added == begun.items && begun.people.count == 2)
            let again = try world.start("gaps", [first], nil, .init(people: ["anna"]))
            #expect(again.added == 0 && again.items == begun.items && again.people.count == 2)
            #expect(try again.project.definitions().count == 1)
            let more = try world.start("gaps", [second])
            #expect(more.added == (try GapItems(ofRun: second, in: world.store)).items.count)
            #expect(
                more.project.definition.gaps?.map(\.respondent) == [
                    "simulated/subject?seed=3", "simulated/subject?seed=4",
                ])
            #expect(more.project.definition.countries.contains("United States"))
            // Blind coding by two, whatever country somebody knows.
            let settings = more.project.definition.settings
            #expect(settings.overlap == 2 && !settings.byCountry && settings.suggestions == .never)
        }
    }

    @Test func `a draw is seeded, hangs on nothing but what is drawn, and a larger one holds the smaller`() async throws
    {
        try await GapWorld.with { world in
            let all = try GapItems(
                ofRun: try await world.run("simulated/subject?seed=3", countries: ["Philippines", "United States"]),
                in: world.store)
            #expect(all.items.count > 8)
            var drawn: [UInt64: [GapItem]] = [:]
            for seed in 1...40 as ClosedRange<UInt64> {
                let five = all.drawn(.init(size: 5, seed: seed)).items
                #expect(five.count == 5 && five == all.items.filter(five.contains))
                let eight = all.drawn(.init(size: 8, seed: seed)).items
                #expect(Set(five).isSubset(of: eight))
                var turned = all
                turned.items.reverse()
                #expect(Set(turned.drawn(.init(size: 5, seed: seed)).items) == Set(five))
                drawn[seed] = five
            }
            #expect(Set(drawn.values).count > 30)
            // Each has the same chance: none is drawn far more often than the others. 40 draws, so 5 / n each.
            let share = 40.0 * 5 / Double(all.items.count)
            for item in all.items {
                let times = Double(drawn.values.count { $0.contains(item) })
                #expect(abs(times - share) < 4.5 * (share * (1 - share / 40)).squareRoot())
            }
            #expect(all.drawn(.init(size: 10_000, seed: 1)) == all)
        }
    }

    @Test func `a drawn project keeps of how many its gaps are`() async throws {
        try await GapWorld.with { world in
            let run = try await world.run("simulated/subject?seed=3")
            let start = try world.start("gaps", [run], sample: .init(size: 4, seed: 9))
            #expect(start.items == 4)
            for item in try start.project.items() {
                try await world.code(item, ["discrimination"], by: "anna", in: start.project)
            }
            let source = try RiskSource(start.project)
            #expect(source.cells.misaligned == ["simulated/subject?seed=3": start.taken[0].population.misaligned])
            #expect(source.cells.cells.count == 4 && start.taken[0].population.misaligned > 4)
            let all = try world.start("gaps", [run])
            #expect(all.project.definition.gaps?.first?.draw == nil && all.items == all.taken[0].items.count)
        }
    }

    @Test func `what can't be coded is refused with the remedy`() async throws {
        try await GapWorld.with { world in
            let run = try await world.run("simulated/subject?seed=3")
            let start = try world.start("gaps", [run])
            func words(_ body: () throws -> Void) -> String {
                (#expect(throws: (any Error).self) { try body() }).map { "\($0)" } ?? ""
            }
            #expect(
                words { _ = try world.start("gaps", [run], .init(codebook: .via)) }
                    == "the project 'gaps' is coded by 'risks', not by 'via'; give another --project, or leave --codebook out"
            )
            #expect(
                words { _ = try world.start("other", [run], .init(codebook: .via)) }
                    == "the codebook 'via' has criteria and no codes; give one with \"codes\", or --codebook risks")
            #expect(
                words { _ = try RiskSource(start.project).basis(named: nil) }
                    == "nothing is coded in 'gaps' yet: 'vlens risks lexicon', 'vlens judge' or people by 'vlens annotate' do"
            )
            let actions = try AnnotationProject.begin(
                named: "actions", LeadWorld.definition(), items: [LeadWorld.record(0)], in: world.store,
                at: GapWorld.now)
            #expect(
                words { _ = try RiskSource(actions) }
                    == "the project 'actions' is judged by 'via', which asks questions and gives no codes; "
                    + "'vlens risks start --project NAME --run RUN' makes a project of gaps")
        }
    }

    @Test func `another mode is another version of the codebook, so that labels tell the passes apart`() async throws {
        try await GapWorld.with { world in
            let run = try await world.run("simulated/subject?seed=3")
            let first = try world.start("gaps", [run], .init(mode: .extensible))
            #expect(first.project.codebook.version == 1 && first.project.codebook.coding?.mode == .extensible)
            let second = try world.start("gaps", [], .init(mode: .fixed))
            #expect(second.project.codebook.version == 2 && second.project.codebook.coding?.mode == .fixed)
            let same = try world.start("gaps", [run])
            #expect(same.project.codebook == second.project.codebook && same.added == 0)
        }
    }
}

extension GapWorld {
    fileprivate func start(_ name: String, _ runs: [RunRecord], _ wish: RiskStart.Wish) throws -> RiskStart {
        try start(name, runs, sample: nil, wish)
    }
    fileprivate func start(
        _ name: String, _ runs: [RunRecord], _ sample: GapPopulation.Draw?, _ wish: RiskStart.Wish
    ) throws -> RiskStart { try start(name, runs, sample: sample, wish) }
}
