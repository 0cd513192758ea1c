import AnswerStore
import Foundation
import Measures
import Reports
import Study
import Testing
import Text
import Workbench

/// A project whose criteria are codes, and whose items are gaps.
struct CodingTests {
    static func settings(_ mode: Codebook.Coding.Mode = .fixed, overlap: Int = 2) throws -> AnnotationSettings {
        var settings = AnnotationSettings()
        settings.codebook = try Codebook.load("risks")
        settings.codebook.coding?.mode = mode
        (settings.byCountry, settings.overlap, settings.suggestions) = (false, overlap, .never)
        return settings
    }

    /// What a form of boxes says, by the desk of somebody who has agreed.
    private func form(
        _ world: LeadWorld, _ name: String = "anna", item: Int = 0, ticked: [String] = [], none: Bool = false,
        whole: Bool = true, proposal: CodeProposal? = nil
    ) async throws -> OwnAnswers {
        let person = try world.project.participant(named: name, at: LeadWorld.now)
        try world.project.keep(Consent(isGiven: true, country: "Philippines"), of: person, at: LeadWorld.now)
        let desk = try #require(try AnnotatorDesk(secret: person.secret, on: ProjectShelf(world.store)))
        let consent = try #require(try desk.consent())
        while try !desk.given().contains(where: { $0.position == item }) {
            guard case .item = try await desk.next(consent, at: LeadWorld.now) else { break }
        }
        let shown = try #require(try desk.given().first { $0.position == item })
        var form = DeskForm(item: shown.hash, seen: try desk.answers(to: shown).revision, way: .form)
        form.codes = .init(ticked: Set(ticked), saysNone: none, isWhole: whole)
        form.proposal = proposal
        return try await desk.save(form, at: LeadWorld.now).answers
    }

    private func yes(_ answers: OwnAnswers) -> [String] {
        answers.answers.filter { $0.value.answer == "yes" }.keys.sorted()
    }

    @Test func `going on says no of every code without a tick, so that there is a label a code`() async throws {
        try await LeadWorld.with(settings: Self.settings(), areGaps: true) { world in
            let answers = try await form(world, ticked: ["discrimination", "polarization"])
            #expect(answers.isComplete && answers.answers.count == 10)
            #expect(yes(answers) == ["discrimination", "polarization"])
            #expect(try world.store.labelCount() == 10 + 1, "and one of consent")
            let keys = try world.standing.entries.map(\.label.criterion)
            #expect(keys.allSatisfy { $0.hasPrefix("risks@1/") })
        }
    }

    @Test func `saving without going on keeps the ticks alone, and takes back those that are gone`() async throws {
        try await LeadWorld.with(settings: Self.settings(), areGaps: true) { world in
            var answers = try await form(world, ticked: ["discrimination", "misinformation"], whole: false)
            #expect(answers.answers.count == 2 && !answers.isComplete)
            answers = try await form(world, ticked: ["misinformation"], whole: false)
            #expect(yes(answers) == ["misinformation"] && answers.answers.count == 1)
            answers = try await form(world, none: false, whole: false)
            #expect(answers.answers.isEmpty)
        }
    }

    @Test func `that no code applies is said, never left to be concluded`() async throws {
        try await LeadWorld.with(settings: Self.settings(), areGaps: true) { world in
            await #expect(throws: DeskProblem.nothingTicked) { _ = try await form(world) }
            await #expect(throws: DeskProblem.noneBesideCodes(["Discrimination", "Privacy Invasion"])) {
                _ = try await form(world, ticked: ["privacy-invasion", "discrimination"], none: true)
            }
            await #expect(throws: DeskProblem.unknownCriterion("boredom")) {
                _ = try await form(world, ticked: ["boredom"])
            }
            #expect(try world.store.labelCount() == 1, "of consent")
            var answers = try await form(world, none: true)
            #expect(answers.isComplete && answers.saysNone)
            // Taken back, nothing is said any more; ticked, it is one code and the item is whole when somebody goes on.
            answers = try await form(world, whole: false)
            #expect(answers.answers.isEmpty && !answers.saysNone)
            answers = try await form(world, ticked: ["overconfidence"])
            #expect(answers.isComplete && !answers.saysNone)
        }
    }

    @Test func `a code is proposed where the codebook takes proposals, and refused where it is fixed`() async throws {
        let neglect = CodeProposal(name: " Neglect ", definition: "Somebody is left\r\nwithout care.")
        try await LeadWorld.with(settings: Self.settings(.extensible), areGaps: true) { world in
            let answers = try await form(world, whole: false, proposal: neglect)
            #expect(
                CodeProposal(note: answers.proposal)
                    == .init(name: "Neglect", definition: "Somebody is left\nwithout care."))
            _ = try await form(world, "ben", item: 1, whole: false, proposal: .init(name: "neglect", definition: ""))
            _ = try await form(
                world, "ben", item: 2, whole: false, proposal: .init(name: "Waste", definition: "Of time."))
            await #expect(throws: DeskProblem.proposalName(count: 0)) {
                _ = try await form(world, whole: false, proposal: .init(name: "", definition: "x"))
            }
            let facts = try #require(try await ProjectPages(world.store).facts(named: "p", at: LeadWorld.now))
            #expect(facts.proposals.map(\.name) == ["Neglect", "Waste"])
            #expect(facts.proposals[0].coders == ["anna", "ben"] && facts.proposals[0].items == [1, 2])
            #expect(facts.proposals[0].definitions == ["Somebody is left\nwithout care."])
            // An empty one takes it back.
            _ = try await form(world, whole: false, proposal: .init(name: " ", definition: ""))
            let later = try await ProjectPages(world.store).facts(named: "p", at: LeadWorld.now)
            #expect(later?.proposals.map(\.coders) == [["ben"], ["ben"]])
        }
        try await LeadWorld.with(settings: Self.settings(.fixed), areGaps: true) { world in
            await #expect(throws: DeskProblem.noProposals) {
                _ = try await form(world, whole: false, proposal: neglect)
            }
            let standing = try world.standing
            #expect(standing.entries.isEmpty)
        }
    }

    @Test func `two coders who differ leave the code open until it is decided`() async throws {
        try await LeadWorld.with(settings: Self.settings(), areGaps: true) { world in
            _ = try await form(world, "anna", ticked: ["discrimination", "polarization"])
            _ = try await form(world, "ben", ticked: ["discrimination"])
            let labels = try world.final.labels
            #expect(labels.count == 10)
            let open = labels.filter { $0.provenance == .tieOpen }
            #expect(open.map(\.criterion) == ["polarization"] && open[0].answer == nil)
            #expect(labels.filter { $0.answer == "yes" }.map(\.criterion) == ["discrimination"])
            try await world.judge(
                0, ["polarization": "no"], by: "judge", role: .adjudicator, source: "guideline_gap")
            let decided = try #require(try world.final.labels.first { $0.criterion == "polarization" })
            #expect(decided.answer == "no" && decided.provenance == .adjudicated)
        }
    }

    @Test func `agreement on a rare code is counted where somebody gives it`() async throws {
        // Of ten items both give the code to one, each alone to one, and neither to seven: 8 of 10 alike, 2·1 / (2·1 + 2) positive.
        func answer(_ yes: Bool) -> GivenAnswers.Answer { .init(judge: 1, id: yes ? "yes" : "no") }
        let pairs = [(true, true), (true, false), (false, true)] + [(Bool, Bool)](repeating: (false, false), count: 7)
        let items = pairs.map { [answer($0.0), answer($0.1)] }
        #expect(GivenAnswers.agreement(on: "yes", items) == 0.5)
        #expect(GivenAnswers.agreement(on: "yes", items.filter { $0.allSatisfy { $0.id == "no" } }) == nil)
        // Three coders: of the four ordered pairs that begin with a yes, two end in one.
        #expect(GivenAnswers.agreement(on: "yes", [[answer(true), answer(true), answer(false)]]) == 0.5)
    }

    @Test func `a renamed code keeps its labels, which name the version under which they were given`() async throws {
        try await LeadWorld.with(settings: Self.settings(), areGaps: true) { world in
            _ = try await form(world, ticked: ["discrimination"])
            let before = try world.standing.entries.map(\.label)
            var book = world.project.codebook
            book.version = 2
            book.criteria[0] = .code(
                id: "unequal-treatment", name: "Unequal Treatment", level: "individual", definition: "New words.",
                formerly: ["discrimination"])
            #expect(book.digest != world.project.codebook.digest)
            world.project = try world.project.adopt(book, at: LeadWorld.now).project
            let standing = try world.standing
            #expect(standing.entries.map(\.label) == before, "what was coded is as it was")
            let first = try #require(standing.entries.first { $0.criterion == "unequal-treatment" })
            #expect(first.label.criterion == "risks@1/discrimination" && first.judgement.answer == "yes")
            #expect(try world.final.labels.first { $0.answer == "yes" }?.criterion == "unequal-treatment")
            // Taken back now, it is taken back where it stands.
            let answers = try await form(world, ticked: ["polarization"], whole: false)
            #expect(yes(answers) == ["polarization"])
            #expect(try world.standing.leftOut == [.takenBack: 1, .replaced: 2])
        }
    }

    @Test func `every part of a code is in the codebook's digest`() throws {
        let book = try Codebook.load("risks")
        var others: [Codebook] = []
        for change: (inout Codebook) -> Void in [
            { $0.coding?.mode = .extensible }, { $0.coding?.levels[0].name = "x" },
            { $0.criteria[0].level = "societal" },
            { $0.criteria[0].examples?.removeLast() }, { $0.criteria[0].excludes?[0] = "x" },
        ] {
            var other = book
            change(&other)
            others.append(other)
        }
        #expect(Set((others + [book]).map(\.digest)).count == 6)
        #expect(Set((others + [book]).map { Rubric($0).hash }).count == 6)
    }

    @Test func `the paragraph for a paper speaks of gaps and codes`() async throws {
        try await LeadWorld.with(settings: Self.settings(), areGaps: true) { world in
            _ = try await form(world, "anna", ticked: ["discrimination"])
            _ = try await form(world, "ben", ticked: ["discrimination"])
            let text = try await MethodsParagraph(world.project, plan: .init(replicates: 100), at: LeadWorld.now).text
            #expect(
                text.hasPrefix(
                    "4 gaps of the study pilot@2 (United States 2, Philippines 2) were coded with 10 codes on 3 levels")
            )
            #expect(text.contains("the codebook was fixed"))
            #expect(text.contains("positive agreement 100"))
            for word in ["criteria", "unsure", "actions"] { #expect(!text.contains(word), "\(text)") }
        }
    }
}
