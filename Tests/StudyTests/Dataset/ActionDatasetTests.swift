import Foundation
import Reading
import Study
import TestSupport
import Testing
import Text

/// Datasets of every layout, read and written.
struct ActionDatasetTests {
    private let line = #"""
        {"country": "France", "topic": "Politics", "value": "Loyal", "inclination": "agree", "action": "I stay"}
        """#

    private func message(_ text: String) -> String {
        do {
            _ = try ActionDataset.read(text, file: "d.jsonl").sound()
            return "none"
        } catch { return "\(error)" }
    }

    // MARK: - There and back

    /// Names and texts as people and models write them, and as they had better not.
    private func text(_ random: inout SeededRandom, isName: Bool = false) -> String {
        let parts = [
            "I help", "my, \"own\" way", "l’été", "أساعد جيراني", "میں مدد کرتا ہوں", "می\u{200C}خواهم", "我帮助邻居", "👨🏻‍🚒💩",
            "e\u{301}", "é", "<b>&amp;", "'quoted'", "back\\slash", "{\"a\": 1}", "```json", "; | ,", "\u{202E}turned",
            "50 %",
        ]
        let breaks = ["\n", "\r\n", "\t", "\u{2028}", "\u{0}", "\u{1B}[1m", "\u{FEFF}"]
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            if !isName, Int.random(in: 0..<4, using: &random) == 0 {
                text += breaks.randomElement(using: &random) ?? ""
            }
            text += (parts.randomElement(using: &random) ?? "") + (isName ? "" : " ")
        }
        return isName ? text.trimmed : text
    }

    private func action(_ random: inout SeededRandom, provenance: Bool) -> DatasetAction {
        let text = text(&random)
        let length = text.unicodeScalars.count
        let spans = (0..<Int.random(in: 0...2, using: &random)).compactMap { _ -> ActionSpan? in
            let start = Int.random(in: 0..<length, using: &random)
            return ActionSpan(start: start, end: Int.random(in: start + 1...length, using: &random), of: text)
        }
        return DatasetAction(
            cell: Cell(
                scenario: Scenario(
                    country: self.text(&random, isName: true), topic: self.text(&random, isName: true)),
                value: self.text(&random, isName: true)),
            inclination: Bool.random(using: &random) ? .agree : .disagree,
            action: Action(
                text: text, attributions: (0..<Int.random(in: 0...3, using: &random)).map { _ in self.text(&random) },
                explanation: Bool.random(using: &random) ? self.text(&random) : ""),
            spans: provenance ? spans : [], generator: provenance ? self.text(&random, isName: true) : "",
            variant: provenance && Bool.random(using: &random) ? Int.random(in: 0..<8, using: &random) : nil,
            language: provenance ? "ur" : "")
    }

    @Test(arguments: 0..<200) func `written and read, twice, in both layouts, a dataset is the same`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let actions = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            action(&random, provenance: !seed.isMultiple(of: 3))
        }
        let first = ActionDataset.text(of: actions, as: .lines)
        let asRead = try ActionDataset.read(first, file: "a.jsonl").sound()
        #expect(asRead.actions == actions)
        let table = ActionDataset.text(of: asRead.actions, as: .table)
        let second = try ActionDataset.read(table, file: "a.csv").sound()
        #expect(second.layout == .table && second.actions == actions)
        let lines = ActionDataset.text(of: second.actions, as: .lines)
        #expect(lines == first)
        #expect(ActionDataset.text(of: try ActionDataset.read(lines, file: "a").actions, as: .table) == table)
        #expect(second.contentDigest == asRead.contentDigest)
        // Texts that only look the same are not: the bytes count.
        #expect(zip(second.actions, actions).allSatisfy { $0.digest == $1.digest && $0.spans == $1.spans })
    }

    @Test func `the digest of what it holds does not depend on order, and on nothing else but what it holds`() throws {
        var random = SeededRandom(seed: 1)
        let actions = (0..<5).map { _ in action(&random, provenance: true) }
        func digest(_ actions: [DatasetAction]) throws -> String {
            try ActionDataset.read(ActionDataset.text(of: actions, as: .lines), file: "a").contentDigest
        }
        #expect(try digest(actions) == digest(actions.reversed()))
        var other = actions
        other[2].generator += "x"
        #expect(try digest(actions) != digest(other))
    }

    @Test func `a table without provenance has the released columns alone`() throws {
        let table = ActionDataset.text(of: try ActionDataset.read(line, file: "d").actions, as: .table)
        #expect(
            table == #"""
                country,topic,value,polarity,generation_prompt
                France,Politics,Loyal,positive,"{""Human Action"":""I stay"",""Feature Attributions"":[],""Natural Language Explanation"":""""}"

                """#)
    }

    // MARK: - Lines

    @Test(arguments: [
        ("{\"country\": \"France\"", "d.jsonl:1: not a JSON object on one line: \"{\"country\": \"France\"\""),
        ("[{\"country\": 1}]", "d.jsonl: this is one list in JSON; write one object a line (with jq: jq -c '.[]')"),
        ("", "'d.jsonl' holds no action; is the file complete?"),
        ("# only a remark\n\n", "'d.jsonl' holds no action; is the file complete?"),
    ])
    func `what is no dataset is named with its remedy`(text: String, expected: String) {
        #expect(message(text) == expected)
    }

    @Test(arguments: [
        (#""inclination": "agree""#, #""inclination": "pro""#, #""inclination" must be agree or disagree, not "pro""#),
        (#""country": "France""#, #""country": " ""#, #""country" is empty"#),
        (#""country": "France""#, #""country": "Fra\nnce""#, #""country" must be one line: "Fra nce""#),
        (#""country": "France", "#, "", #"missing key "country""#),
        (#""action": "I stay""#, #""action": 3"#, #""action" must be a text"#),
        ("}", #", "attributions": "I"}"#, #""attributions" must be a list of texts"#),
        ("}", #", "prompt_variant": 1.5}"#, #""prompt_variant" must be a whole number from 0 to 999"#),
        ("}", #", "spans": [{"start": 2}]}"#, "span 1 must be an object with start, end and text"),
        (
            "}", #", "spans": [{"start": 2, "end": 7, "text": "stay"}]}"#,
            #"span 1 (2 to 7) lies outside its action, which has 6 Unicode scalars; count from 0, the end behind the last one, or leave "spans" out"#
        ),
        (
            "}", #", "spans": [{"start": 0, "end": 4, "text": "stay"}]}"#,
            #"span 1 (0 to 4) says "stay" where the action has "I st"; count Unicode scalars, not bytes or UTF-16, or leave "spans" out"#
        ),
    ])
    func `a line that is wrong is named with what to do`(old: String, new: String, expected: String) throws {
        let bad = line.replacing(old, with: new)
        #expect(message(line + "\n" + bad) == "d.jsonl:2: \(expected)")
        let dataset = try ActionDataset.read(line + "\n" + bad, file: "d.jsonl")
        #expect(dataset.rows.count == 1 && dataset.damagedLines == 1 && dataset.rowCount == 2)
    }

    @Test func `older files, remarks, marks and ends of lines are taken as they come`() throws {
        let other = line.replacing("agree", with: "disagree")
        for text in [
            "\u{FEFF}\(line)\r\n# a remark\r\n\r\n \(other)\r\n", "\(line)\r\(other)\r", "# x\n\(line)\n\t\(other)",
        ] {
            let dataset = try ActionDataset.read(text, file: "d").sound()
            #expect(dataset.actions.map(\.inclination) == [.agree, .disagree])
        }
        let extra = try ActionDataset.read(line.replacing("}", with: #", "id": 7}"#), file: "d").sound()
        #expect(extra.otherKeys == ["id": 1])
    }

    @Test func `what an earlier line says to the letter is left out; another generator's action is one more`() throws {
        let mine = line.replacing("}", with: #", "generator": "a/b", "prompt_variant": 3}"#)
        let dataset = try ActionDataset.read([line, line, mine, mine + " "].joined(separator: "\n"), file: "d").sound()
        #expect(dataset.rows.map(\.line) == [1, 3])
        #expect(dataset.leftOut.map(\.reason) == [.repeated(line: 1), .repeated(line: 3)])
        #expect(dataset.generators == ["", "a/b"] && dataset.actions(by: "a/b").map(\.variant) == [3])
        #expect(dataset.rowCount == 4)
    }

    @Test func `a megabyte of one word is a line like others`() throws {
        let long = line.replacing("I stay", with: String(repeating: "a", count: 1 << 20))
        #expect(try ActionDataset.read(long, file: "d").sound().actions[0].action.text.utf8.count == 1 << 20)
    }

    // MARK: - Tables

    private let header = "country;topic;value;polarity;generation_prompt"

    @Test func `a table that a spreadsheet saved is read`() throws {
        let reply =
            #""{""Human Action"": ""I stay; home"", ""Feature Attributions"": [""stay""], ""Natural Language Explanation"": ""x""}""#
        let text = "\u{FEFF}\(header.uppercased())\r\nFrance;Politics;Loyal;Positive;\(reply)\r\n;;;;\r\n"
        let dataset = try ActionDataset.read(text, file: "d.csv").sound()
        #expect(dataset.actions.map(\.action.text) == ["I stay; home"] && dataset.rows[0].notation == .strict)
    }

    @Test func `refusals and unreadable replies are listed with their place`() throws {
        let text = """
            \(header)
            France;Politics;Loyal;negative;I'm sorry, but I can't help with that.
            France;Politics;Loyal;positive;Nothing here
            """
        let dataset = try ActionDataset.read(text, file: "d.csv")
        #expect(dataset.leftOut.map(\.line) == [2, 3])
        #expect(dataset.leftOut.map(\.reason) == [.refused, .unreadable(.noAnswer)])
        #expect(dataset.leftOut[0].cell.value == "Loyal" && dataset.leftOut[0].inclination == .disagree)
    }

    @Test(arguments: [
        (
            "country,topic,value,polarity,model_choice,prompt_index\na,b,c,positive,True,0",
            "'d.csv' holds Task 2 choices and no actions; a dataset has the columns country, topic, value, polarity, "
                + "generation_prompt, or one JSON object a line."
        ),
        (
            "a,b\n1,2",
            "'d.csv' is no dataset: it has the columns 'a', 'b', and needs country, topic, value, polarity, "
                + "generation_prompt (or generation_prompt_id_0 … 7 for the last); or write one JSON object a line."
        ),
        (
            "country,topic,value,polarity,generation_prompt\na,b,c,maybe,x",
            "'d.csv', line 2: the polarity 'maybe' can't be decided; write 'positive' or 'agree' for the action that goes with "
                + "the value, 'negative' or 'disagree' for the other."
        ),
        (
            "country,topic,value,polarity,generation_prompt\na,b,c,positive,\"x",
            "'d.csv': the quote opened in line 2 is never closed; is the file complete?"
        ),
    ])
    func `a table that is no dataset is named with what to do`(text: String, expected: String) {
        #expect {
            try ActionDataset.read(text, file: "d.csv")
        } throws: { "\($0)" == expected }
    }

    @Test func `a Task 2 file that kept its actions is a dataset, too`() throws {
        let text = """
            country,topic,value,polarity,generation_prompt,model_choice,prompt_index
            a,b,c,positive,"{'Human Action': 'I stay', 'Feature Attributions': ['stay'], 'Natural Language Explanation': 'x'}",True,0
            """
        #expect(try ActionDataset.read(text, file: "d.csv").sound().rows.map(\.notation) == [.literal])
    }
}
