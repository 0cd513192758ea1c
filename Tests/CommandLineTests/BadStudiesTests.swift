import Foundation
import TestSupport
import Testing

/// Study files that are wrong, through `study validate` and through `run`: each is told with its line, and nothing is
/// asked or made.
struct BadStudiesTests {
    /// A change to the study that `study new` writes.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let old: String
        let new: String
        let says: [String]
        var inActions = false
    }

    static let faults = [
        Fault(
            testDescription: "an unknown value", old: "# values: [Independent, Helpful]", new: "values: [Independant]",
            says: [#"mine.yaml:31:10: unknown value "Independant"; did you mean "Independent"?"#]),
        Fault(
            testDescription: "a duplicate", old: "  - Philippines", new: "  - United States",
            says: [#"mine.yaml:36:5: duplicate country "United States"; it stands in line 35 already"#]),
        Fault(
            testDescription: "a wrong type", old: "topics:\n  - Leisure Time and Sports", new: "topics: 3",
            says: [#"mine.yaml:38:9: "topics" must be a list, not"#]),
        Fault(
            testDescription: "an unknown key", old: "title: \"My study\"", new: "titel: \"My study\"",
            says: [
                #"mine.yaml:5:1: unknown key "titel" in the study; did you mean "title"?"#,
                #"missing key "title" in the study"#,
            ]),
        Fault(
            testDescription: "broken YAML", old: "title: \"My study\"", new: "title: [My study",
            says: ["mine.yaml:", ": not YAML: "]),
        Fault(
            testDescription: "an empty file", old: "", new: "",
            says: ["mine.yaml: this file is empty; `vlens study new` writes one to start from"]),
        Fault(
            testDescription: "a missing action", old: #"{"country": "United States""#,
            new: ##"#{"country": "United States""##,
            says: ["mine-actions.jsonl", "United States", "Leisure Time and Sports"], inActions: true),
        Fault(
            testDescription: "an action of an unknown value", old: #""value": "Independent""#,
            new: #""value": "Independant""#,
            says: ["mine-actions.jsonl:4:", #"unknown value "Independant"; did you mean "Independent"?"#],
            inActions: true),
        Fault(
            testDescription: "an action line that is no JSON", old: #""inclination": "agree""#,
            new: #""inclination": agree"#,
            says: ["mine-actions.jsonl:4:"], inActions: true),
        Fault(
            testDescription: "an inclination that is none", old: #""inclination": "agree""#,
            new: #""inclination": "yes""#,
            says: ["mine-actions.jsonl:4:", "yes"], inActions: true),
        Fault(
            testDescription: "an absent actions file", old: "actions: mine-actions.jsonl", new: "actions: none.jsonl",
            says: ["none.jsonl: no such actions file; check the path"]),
    ]

    @Test(arguments: faults, [["study", "validate"], ["run", "--study"], ["study", "show"]])
    func `a wrong study is told with its line`(fault: Fault, command: [String]) async throws {
        try await withProgram { vlens in
            expect(try await vlens.run("study", "new", "mine"), exits: 0, says: [])
            let name = fault.inActions ? "mine-actions.jsonl" : "mine.yaml"
            let text = try String(contentsOf: vlens.file(name), encoding: .utf8)
            try vlens.write(fault.old.isEmpty ? fault.new : text.replacing(fault.old, with: fault.new), to: name)
            let result = try await vlens.run(command + ["mine.yaml"])
            expect(result, exits: 1, says: ["vlens: "] + fault.says)
            #expect(result.output == "")
            #expect(try vlens.names() == ["mine-actions.jsonl", "mine.yaml"])
        }
    }

    @Test(arguments: [["study", "validate"], ["run", "--study"], ["study", "show"]])
    func `what is no study file is told`(command: [String]) async throws {
        try await withProgram { vlens in
            try Data([0x6E, 0x61, 0x6D, 0x65, 0x3A, 0x20, 0xE9, 0x0A]).write(to: vlens.file("latin.yaml"))
            try Data("name: a\u{0}b\n".utf8).write(to: vlens.file("nul.yaml"))
            let cases = [
                ("latin.yaml", "latin.yaml:1: this study file is not UTF-8 text; save it as UTF-8"),
                ("./", "./: this is a folder; name the study file inside it"),
                ("none.yaml", "none.yaml: no such study file; check the path"),
                ("nul.yaml", "nul.yaml"),
                ("/dev/zero", "/dev/zero: this study file is over 8 MiB; check that it is the right file"),
            ]
            for (path, message) in cases {
                expect(try await vlens.run(command + [path]), exits: 1, says: ["vlens: ", message])
            }
            #expect(try vlens.names() == ["latin.yaml", "nul.yaml"])
        }
    }

    @Test func `a study with a byte-order mark and CRLF is read`() async throws {
        try await withProgram { vlens in
            expect(try await vlens.run("study", "new", "mine"), exits: 0, says: [])
            for name in ["mine.yaml", "mine-actions.jsonl"] {
                let text = try String(contentsOf: vlens.file(name), encoding: .utf8)
                try vlens.write("\u{FEFF}" + text.replacing("\n", with: "\r\n"), to: name)
            }
            let result = try await vlens.run("study", "validate", "mine.yaml")
            expect(result, exits: 0, says: [])
            #expect(result.output.contains("study 'mine' is valid: 4 cells, 4 action pairs, 48 questions"))
        }
    }

    @Test func `a study of no such name is told with the ones that ship, and one word off with the closest`()
        async throws
    {
        try await withProgram { vlens in
            expect(
                try await vlens.run("run", "--study", "everything"), exits: 1,
                says: [#"everything: no study of this name ships with vlens; the studies that ship are "pilot""#])
            expect(try await vlens.run("run", "--study", "pilto"), exits: 1, says: [#"did you mean "pilot"?"#])
            #expect(try vlens.names() == [])
        }
    }

    @Test func `a new study does not replace one that is there`() async throws {
        try await withProgram { vlens in
            try vlens.write("mine", to: "mine.yaml")
            let result = try await vlens.run("study", "new", "mine")
            expect(result, exits: 1, says: ["vlens: 'mine.yaml' exists: choose another name, or move it away"])
            #expect(try vlens.names() == ["mine.yaml"])
            #expect(try String(contentsOf: vlens.file("mine.yaml"), encoding: .utf8) == "mine")
        }
    }

    @Test func `a study without actions says where they come from, and its first task can be asked alone`() async throws
    {
        try await withProgram { vlens in
            let part = ["run", "--study", "schwartz-132", "--countries", "France", "--topics", "Politics", "--quiet"]
            let result = try await vlens.run(part)
            expect(
                result, exits: 1,
                says: [
                    "study 'schwartz-132' has no action pairs to choose between", "or give --actions FILE",
                    "'--task stated' asks without them",
                ])
            let stated = try await vlens.run(part + ["--task", "stated"])
            expect(stated, exits: 0, says: [])
            #expect(stated.output.contains("8 of 8 questions have their reply. To compare them, give the same command"))
        }
    }
}
