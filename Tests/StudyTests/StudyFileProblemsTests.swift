import Study
import Testing

@Suite("A study file that is wrong says where and what to do")
struct StudyFileProblemsTests {
    @Test
    func `The sample that the other tests change is valid`() {
        #expect(StudyFileSample.problems(of: StudyFileSample.text) == [])
    }

    @Test(
        "One change, one problem",
        arguments: [
            (
                "[Successful, Helpful]", "[Sucessful, Helpful]",
                #"s.yaml:4:10: unknown value "Sucessful"; did you mean "Successful"?"#
            ),
            (
                "[Successful, Helpful]", "[Honoring Parents and Elders]",
                #"s.yaml:4:10: unknown value "Honoring Parents and Elders"; did you mean "Honoring of Parents and Elders"?"#
            ),
            (
                "[France, Egypt]", "[France, Egypt, france]",
                #"s.yaml:5:28: duplicate country "france"; it stands in line 5 already"#
            ),
            (
                "[Politics, Religion]", "[]",
                #"s.yaml:6:9: "topics" is an empty list; it needs 1 or more"#
            ),
            (
                "[France, Egypt]", "France",
                #"s.yaml:5:12: "countries" must be a list, not the text "France""#
            ),
            (
                "title: A sample", "titel: A sample",
                #"s.yaml:1:1: missing key "title" in the study"# + "\n"
                    + #"s.yaml:2:1: unknown key "titel" in the study; did you mean "title"?"#
            ),
            (
                "title: A sample", "title: [A, B]",
                #"s.yaml:2:8: "title" must be a text, not a list"#
            ),
            (
                "title: A sample", "title:",
                #"s.yaml:2:7: "title" is empty; write its text, or leave the key out if it is not needed"#
            ),
            (
                "title: A sample", "title: A sample\ntitle: Another",
                #"s.yaml:2:1: duplicate key "title" in the mapping that has it here first; keep one of them"#
            ),
            (
                "title: A sample", "title: A sample\nlanguage: klingon",
                "s.yaml:3:11: unknown language \"klingon\"; the languages are \"en\", \"de\", \"fr\", \"es\", \"ar\", \"hi\", \"ur\", "
                    + "\"fil\", \"zh\", \"ja\""
            ),
            (
                "name: sample", "name: my sample",
                #"s.yaml:1:7: the name "my sample" must be letters a–z, digits, - and _, 64 at most"#
            ),
            (
                "theory: schwartz", "theory: swartz",
                #"s.yaml:3:9: unknown theory "swartz"; did you mean "schwartz"? (a theory of your own is a mapping with "groups")"#
            ),
            (
                "Think of {country} and {topic}.", "Think of {contry} and {topic}.",
                #"s.yaml:11:20: unknown placeholder "{contry}" in the instruction of "direct"; did you mean "{country}"?"#
                    + "\n" + #"s.yaml:11:20: missing placeholder "{country}" in the instruction of "direct""#
            ),
            (
                "{name}: {gloss}", "{gloss}",
                #"s.yaml:12:14: missing placeholder "{name}" in the "value" line of "direct""#
            ),
            (
                "text: Answer.", "text: Answer {first}.",
                #"s.yaml:19:13: unknown placeholder "{first}" in the text of "plain"; it takes none"#
            ),
            (
                "[yes, no]", "[yes]",
                #"s.yaml:13:16: the list of options of "direct" is a list of 1; it needs 2 or more"#
            ),
            (
                "orders: [a, b]", "orders: [a, b, c]",
                #"s.yaml:24:11: the list of orders of "acted" has 3 items; it must have two"#
            ),
            (
                "orders: [a, b]", "first: agre\n  orders: [a, b]",
                #"s.yaml:24:10: "first" must be balanced, agree or disagree, not "agre""#
            ),
            (
                "actions: none", "actions: own.jsonl",
                #"s.yaml:7:10: "actions" names the file "own.jsonl"; only "built in" or "none" can be had here"#
            ),
            (
                "title: A sample", "title: A: sample",
                #"s.yaml:2:9: not YAML: mapping values are not allowed in this context"#
            ),
        ])
    func oneChange(old: String, new: String, expected: String) {
        #expect(StudyFileSample.problems(replacing: old, with: new).joined(separator: "\n") == expected)
    }

    @Test
    func `All problems are told at once, in the order of the file`() {
        let text = StudyFileSample.text
            .replacing("[Successful, Helpful]", with: "[Sucessful, Hlpful]")
            .replacing("[France, Egypt]", with: "[France, France]")
            .replacing("{second}", with: "{secnd}")
        #expect(
            StudyFileSample.problems(of: text) == [
                #"s.yaml:4:10: unknown value "Sucessful"; did you mean "Successful"?"#,
                #"s.yaml:4:21: unknown value "Hlpful"; did you mean "Helpful"?"#,
                #"s.yaml:5:21: duplicate country "France"; it stands in line 5 already"#,
                #"s.yaml:29:13: unknown placeholder "{secnd}" in the text of "plain"; did you mean "{second}"?"#,
            ])
    }

    @Test
    func `An error with many problems shows the first 40 and counts the rest`() {
        let names = (0..<50).map { "X\($0)" }.joined(separator: ", ")
        let text = StudyFileSample.text.replacing("[Successful, Helpful]", with: "[\(names)]")
        let error = #expect(throws: StudyFileError.self) { try StudyDefinition.parse(text, file: "s.yaml") }
        let lines = (error?.description ?? "").split(separator: "\n")
        #expect(lines.count == 41)
        #expect(lines.last == "… and 10 more problems")
    }

    @Test
    func `A theory of one's own is checked for names that are one when folded, for items, and for portraits`() {
        let theory = """
            theory:
              name: own
              source: me
              groups:
                - name: G
                  values:
                    - {name: Good Will, gloss: g, item: 1}
                    - {name: good-will, gloss: g, item: 1}
                    - {name: Rest, gloss: g, item: x, aliases: [GOODWILL]}
                    - {name: "???", gloss: g}
            """
        let text = StudyFileSample.text
            .replacing("theory: schwartz\nvalues: [Successful, Helpful]", with: theory)
            .replacing("{gloss}", with: "{portrait}")
        #expect(
            StudyFileSample.problems(of: text) == [
                #"s.yaml:10:18: duplicate value "good-will"; line 9 has it already, for "Good Will""#,
                #"s.yaml:10:45: item 1 is that of "good-will" and of "Good Will"; number them differently"#,
                #"s.yaml:11:40: the item of "Rest" must be a number from 1 to 9999, not the text "x""#,
                #"s.yaml:11:53: duplicate alias "GOODWILL"; line 9 has it already, for "Good Will""#,
                #"s.yaml:12:18: the value "???" has no letters; name it in letters or digits"#,
                #"s.yaml:20:14: "{portrait}" in the "value" line of "direct", but "Good Will" and 3 more has no portrait; write it in the theory"#,
            ])
    }
}
