import Foundation
import Study
import Testing

@Suite("A study takes its actions from a file of JSON lines")
struct StudyFileActionsTests {
    /// The template's study, whose actions file is the one given.
    private func study(actions: String) throws -> StudyDefinition {
        let template = try StudyDefinition.template(name: "mine")
        return try StudyDefinition.parse(template.study, file: "mine.yaml") { name in
            #expect(name == "mine-actions.jsonl")
            return actions
        }
    }

    private func problems(replacing old: String, with new: String) throws -> [String] {
        let actions = try StudyDefinition.template(name: "mine").actions
        let error = #expect(throws: StudyFileError.self) {
            try study(actions: actions.replacing(old, with: new, maxReplacements: 1))
        }
        return error?.problems.map(\.description) ?? []
    }

    @Test
    func `The template is a valid study with all its actions and no warning`() throws {
        let template = try StudyDefinition.template(name: "mine")
        let study = try study(actions: template.actions)
        #expect(template.studyFile == "mine.yaml")
        #expect(study.name == "mine")
        #expect(study.cellCount == 4)
        #expect(study.cellsWithoutActions == [])
        #expect(study.warnings == [])
        #expect(try study.questions().count == 2 * 8 + 4 * 8)
    }

    @Test
    func `The template's two files are valid in a folder, read from anywhere`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "study-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let template = try StudyDefinition.template(name: "mine")
        let path = folder.appending(path: template.studyFile)
        try ("\u{FEFF}" + template.study.replacing("\n", with: "\r\n")).write(
            to: path, atomically: true, encoding: .utf8)
        let missing = #expect(throws: StudyFileError.self) { try StudyDefinition.read(path: path.path) }
        #expect(missing?.description.hasPrefix("\(folder.path)/mine-actions.jsonl: no such actions file;") == true)
        try "{}\n".write(to: folder.appending(path: template.actionsFile), atomically: true, encoding: .utf8)
        let empty = #expect(throws: StudyFileError.self) { try StudyDefinition.read(path: path.path) }
        #expect(empty?.problems.first?.description == "\(folder.path)/mine-actions.jsonl:1: missing key \"country\"")
        try template.actions.replacing("\n", with: "\r\n").write(
            to: folder.appending(path: template.actionsFile), atomically: true, encoding: .utf8)
        #expect(try StudyDefinition.read(path: path.path).actions == study(actions: template.actions).actions)
    }

    @Test
    func `What spreadsheets and old programs make of the text is read; another kind of file is named once`() throws {
        let template = try StudyDefinition.template(name: "mine")
        let folder = FileManager.default.temporaryDirectory.appending(path: "study-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (path, actions) = (folder.appending(path: "mine.yaml"), folder.appending(path: "mine-actions.jsonl"))
        try Data(template.study.utf8).write(to: path)
        let whole = try study(actions: template.actions)
        let forms = [
            Data(("\u{FEFF}" + template.actions).utf8), template.actions.data(using: .utf16),
            template.actions.data(using: .utf16BigEndian), Data(template.actions.replacing("\n", with: "\r").utf8),
        ]
        for form in forms {
            try #require(form).write(to: actions)
            #expect(try StudyDefinition.read(path: path.path).actions == whole.actions)
        }
        let others = [
            ("[\n{\"country\": 1}\n]", "this is one list in JSON; write one object a line (with jq: jq -c '.[]')"),
            (
                "country,topic,value,polarity,generation_prompt\na,b,c,d,e\n",
                "this is a CSV file; give it a name that ends in .csv"
            ),
            ("PK\u{3}\u{4}", "this is a ZIP archive and no actions file: unpack it first"),
        ]
        for (text, message) in others {
            try Data(text.utf8).write(to: actions)
            let error = #expect(throws: StudyFileError.self) { try StudyDefinition.read(path: path.path) }
            #expect(error?.description == "\(actions.path): \(message)")
        }
    }

    @Test
    func `A template's name must be one that a file can have`() {
        let error = #expect(throws: StudyFileError.self) { try StudyDefinition.template(name: "../x") }
        #expect(error?.description == "../x: a study's name must be letters a–z, digits, - and _, 64 at most")
    }

    @Test
    func `A missing action is a problem of the study file's line that names the actions`() throws {
        let error = #expect(throws: StudyFileError.self) { try study(actions: "# none yet\n\n") }
        #expect(
            error?.description == """
                mine.yaml:42:10: 8 of 8 actions are missing in mine-actions.jsonl: \
                United States, Leisure Time and Sports, Independent (agree); \
                United States, Leisure Time and Sports, Independent (disagree); \
                United States, Leisure Time and Sports, Helpful (agree); and 5 more
                """)
    }

    @Test
    func `Unknown names, keys, inclinations and a second action of a kind are told by line`() throws {
        let lost = """
            mine.yaml:42:10: 1 of 8 actions are missing in mine-actions.jsonl: \
            United States, Leisure Time and Sports, Independent (agree)
            """
        #expect(
            try problems(replacing: #""United States""#, with: #""Unted States""#) == [
                #"mine-actions.jsonl:4: unknown country "Unted States"; did you mean "United States"?"#, lost,
            ])
        #expect(
            try problems(replacing: #""explanation""#, with: #""explnation""#) == [
                #"mine-actions.jsonl:4: unknown key "explnation"; did you mean "explanation"?"#, lost,
            ])
        #expect(
            try problems(replacing: #"["alone", "all my own gear"]"#, with: #""alone""#) == [
                #"mine-actions.jsonl:4: "attributions" must be a list of texts"#, lost,
            ])
        #expect(
            try problems(replacing: #""inclination": "agree""#, with: #""inclination": "yes""#) == [
                #"mine-actions.jsonl:4: "inclination" must be agree or disagree, not "yes""#, lost,
            ])
        #expect(
            try problems(replacing: #""inclination": "disagree""#, with: #""inclination": "agree""#) == [
                "mine-actions.jsonl:5: duplicate agree-action for United States, Leisure Time and Sports, Independent; "
                    + "line 4 has one already",
                lost.replacing("(agree)", with: "(disagree)"),
            ])
        #expect(
            try problems(replacing: #"{"country": "United States""#, with: #"{"country": "United States"#) == [
                #"mine-actions.jsonl:4: not a JSON object on one line: "{"country": "United States, "topic": "Leisure Time and Sport…""#,
                lost,
            ])
    }

    @Test
    func `A long action and attributions that are none are warnings`() throws {
        let template = try StudyDefinition.template(name: "mine")
        let long = (1...51).map { "w\($0)" }.joined(separator: " ")
        let actions = template.actions
            .replacing("I plan my hiking trips alone and carry all my own gear.", with: long)
            .replacing(#"["alone", "all my own gear"]"#, with: #"["w1 w2", "gear"]"#)
            .replacing(#"["my brothers have to settle"]"#, with: "[]")
        let study = try study(actions: actions)
        #expect(
            study.warnings.map(\.description) == [
                #"mine-actions.jsonl:4: this action has 51 words, more than 50: "\#(long.prefix(60))…""#,
                #"mine-actions.jsonl:4: the attribution "gear" is not a part of its action"#,
                "mine-actions.jsonl:5: this action has no attributions: "
                    + #""Before I book a weekend away, my brothers have to settle whe…""#,
            ])
        #expect(study.cellsWithoutActions == [])
    }

    @Test
    func `Actions given later may be incomplete where that is asked for; what is outside the study is left out`() throws
    {
        let study = try StudyFileSample.study()
        let line = #"{"country":"France","topic":"Politics","value":"Helpful","inclination":"INCL","action":"A."}"#
        let both = ["agree", "disagree"].map { line.replacing("INCL", with: $0) }.joined(separator: "\n")
        let given = try study.withActions(jsonl: both, file: "a.jsonl", complete: false)
        #expect(given.actions.count == 1)
        #expect(given.cellsWithoutActions.count == 7)
        let plan = try given.questions(Selection(tasks: [.acted]))
        #expect(plan.count == 2)
        #expect(plan.cellsWithoutActions == 7)
        let half = try study.withActions(
            jsonl: line.replacing("INCL", with: "agree"), file: "a.jsonl", complete: false)
        #expect(half.actions.isEmpty)
        let error = #expect(throws: StudyFileError.self) {
            try study.withActions(jsonl: both, file: "a.jsonl")
        }
        #expect(
            error?.description.hasPrefix("a.jsonl: 14 of 16 actions are missing in a.jsonl: France, Politics") == true)
        let elsewhere = Cell(scenario: Scenario(country: "Peru", topic: "Politics"), value: "Helpful")
        let pair = try #require(given.actions.values.first)
        #expect(study.withActions([elsewhere: pair]).actions.isEmpty)
    }

    @Test
    func `Actions that were written are read back the same, whatever their texts hold`() throws {
        let study = try StudyFileSample.study()
        let every = String(String.UnicodeScalarView((0..<0x300).compactMap(Unicode.Scalar.init)))
        let cell = try #require(study.cell(at: 3))
        let pair = ActionPair(
            agree: Action(
                text: #"I say "no" \ / to {"action": 1},\u0041, \#u{1F468}\#u{200D}\#u{1F469}, e\#u{301}, 日本 and 😀."#,
                attributions: ["", "x\(every)x", #"\"#, "\u{2028}"], explanation: "a\(every)z"),
            disagree: Action(text: "Plain.", attributions: [], explanation: ""))
        let text = study.withActions([cell: pair]).actionsText()
        #expect(try study.withActions(jsonl: text, file: "a.jsonl", complete: false).actions == [cell: pair])
        let lines = text.split(separator: "\n")
        #expect(lines.count == 2)
        let first = try #require(
            try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect(first["action"] as? String == pair.agree.text)
        #expect(first["attributions"] as? [String] == pair.agree.attributions)
        #expect(first["explanation"] as? String == pair.agree.explanation)
        #expect(
            lines[1] == #"{"action":"Plain.","attributions":[],"country":"\#(cell.scenario.country)","explanation":"","#
                + #""inclination":"disagree","topic":"\#(cell.scenario.topic)","value":"\#(cell.value)"}"#)
    }
}
