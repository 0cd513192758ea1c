import Study
import Testing

@Suite("The studies and the theory that ship")
struct StudyFileBuiltInTests {
    @Test
    func `The Schwartz theory has 56 values in ten groups, numbered 1 to 56, each with gloss and portrait`() throws {
        let theory = try Theory.schwartz()
        #expect(
            theory.groups.map { "\($0.name) \($0.values.count)" } == [
                "Power 5", "Achievement 6", "Hedonism 2", "Stimulation 3", "Self-Direction 5", "Universalism 9",
                "Benevolence 9", "Tradition 6", "Conformity 4", "Security 7",
            ])
        #expect(theory.valuesByItem.map(\.item) == Array(1...56))
        #expect(theory.valuesByItem.prefix(3).map(\.name) == ["Equality", "Inner Harmony", "Social Power"])
        #expect(theory.valuesByItem.last?.name == "Clean")
        for value in theory.values {
            #expect(!value.gloss.isEmpty && !value.portrait.isEmpty, "\(value.name)")
        }
    }

    @Test
    func `The full cross has 12 countries, 11 topics, 56 values and no actions of its own`() throws {
        let study = try StudyDefinition.builtIn(named: "schwartz-132")
        #expect(study.countries.count == 12)
        #expect(study.topics.count == 11)
        #expect(study.cellCount == 7_392)
        #expect(study.cellsWithoutActions.count == 7_392)
        #expect(study.variants(of: .stated).count == 8)
        #expect(study.variants(of: .acted).count == 8)
    }

    @Test
    func `The pilot is a part of the full cross, worded alike, and is asked in the same words`() throws {
        let pilot = try StudyDefinition.builtIn(named: "pilot")
        let full = try StudyDefinition.builtIn(named: "schwartz-132")
        #expect(pilot.stated == full.stated)
        #expect(pilot.acted == full.acted)
        #expect(Set(pilot.countries).isSubset(of: full.countries))
        #expect(Set(pilot.topics).isSubset(of: full.topics))
        #expect(pilot.theory.groups.map(\.name) == full.theory.groups.map(\.name))
        let selection = Selection(countries: pilot.countries, topics: pilot.topics, tasks: [.acted])
        let fromFull = try full.withActions(pilot.actions).questions(selection)
        #expect(Set(fromFull.ids) == Set(try pilot.questions(Selection(tasks: [.acted])).ids))
        #expect(fromFull.cellsWithoutActions == 8 * 46)
    }

    @Test
    func `The context of a choice does not name the value, and no study's question leaves a placeholder open`() throws {
        let pilot = try StudyDefinition.builtIn(named: "pilot")
        for context in pilot.acted.contexts { #expect(!context.text.contains("{value}")) }
        for question in try pilot.questions() {
            for slot in ["{country}", "{topic}", "{value", "{first}", "{options}", "{requirement}"] {
                #expect(!question.prompt.contains(slot))
            }
            #expect(question.prompt.contains(question.scenario.country))
            #expect(question.prompt.contains(question.scenario.topic))
            for label in question.options { #expect(question.prompt.contains(label)) }
            for action in question.actions { #expect(question.prompt.contains(action)) }
        }
    }

    @Test
    func `An unknown study names those that ship`() {
        let error = #expect(throws: StudyFileError.self) { try StudyDefinition.builtIn(named: "pilto") }
        #expect(error?.description == #"pilto: no study of this name ships with vlens; did you mean "pilot"?"#)
    }
}
