import AnswerStore
import Foundation
import Study
import TestSupport
import Testing
import Text
import Workbench

/// What whoever leads a project does on the command line.
struct AnnotationLeadTests {
    private static let now = Date(timeIntervalSince1970: 1_700_000_000)

    /// A program whose store has a project of three items that anna and ben judge.
    private func with(_ body: (Program, AnswerStore, AnnotationProject) async throws -> Void) async throws {
        let program = try Program()
        defer { program.remove() }
        let store = try AnswerStore(path: program.file("vlens.sqlite").path)
        var settings = AnnotationSettings()
        settings.overlap = 2
        let study = try StudyDefinition.builtIn(named: "pilot")
        let items = (0..<3).map { number in
            ActionItem.record(
                DatasetAction(
                    cell: Cell(scenario: Scenario(country: "Philippines", topic: "Politics"), value: "Authority"),
                    inclination: .agree,
                    action: Action(text: "I vote \(number) times.", attributions: ["vote"], explanation: "Why not.")))
        }
        let project = try AnnotationProject.begin(
            named: "first", ProjectDefinition(study, settings: settings), items: items, in: store, at: Self.now)
        for name in ["anna", "ben"] {
            let person = try project.participant(named: name, at: Self.now)
            for (place, item) in try project.items().enumerated().dropLast() {
                let answer = place == 0 && name == "ben" ? "no" : "yes"
                _ = try await store.save(
                    project.codebook.criteria.map { criterion in
                        AnswerStore.Change(
                            criterion: project.codebook.key(criterion.id),
                            content: Judgement(answer: answer, way: .page, seconds: 9).content)
                    }, of: item.id, by: person.judgeID, seen: 0, at: Self.now)
            }
        }
        try await body(program, store, project)
    }

    @Test func `a project can be made without being served, and then its links are those of vlens serve`() async throws
    {
        let program = try Program()
        defer { program.remove() }
        #expect(try await program.run("study", "new", "mine").status == 0)
        let made = try await program.run(
            "annotate", "--project", "first", "--study", "mine.yaml", "--items", "mine-actions.jsonl", "--people",
            "anna,ben", "--no-serve", "--json")
        #expect(made.status == 0, "\(made.error)")
        let said = try #require(JSONReader.read(Array(made.output.utf8), manner: .strict))
        #expect(said["items"]?.integer == 8 && said["lead"]?.string == nil && made.output.contains("\"lead\": null"))
        let store = try AnswerStore(path: program.file("vlens.sqlite").path, mode: .readOnly)
        let project = try #require(try AnnotationProject(named: "first", in: store))
        let links = try store.participants(project: project.record.id).map {
            "http://127.0.0.1:8080\(AnnotationStart.path(of: $0))"
        }
        #expect(said["people"]?.array?.compactMap { $0["link"]?.string } == links)
        let words = try await program.run(
            "annotate", "--project", "first", "--study", "mine.yaml", "--items", "mine-actions.jsonl", "--people",
            "anna",
            "--no-serve")
        #expect(words.output.hasSuffix("serve these links with: vlens serve\n"))
    }

    @Test func `a batch goes out and comes back, and what contradicts is listed with exit code 3`() async throws {
        try await with { program, store, _ in
            let refused = try await program.run("annotate", "export", "--for", "anna", "anna.csv")
            #expect(refused.status == 1)
            #expect(refused.error.contains("'anna' has not said which one they know: say --country"))
            let sent = try await program.run(
                "annotate", "export", "--for", "anna", "--country", "Philippines", "anna.csv")
            #expect(sent.output == "anna.csv: 1 item for anna, held for 7 days\n")
            let text = try String(contentsOf: program.file("anna.csv"), encoding: .utf8)
            var reader = try CSVReader(Array(text.utf8))
            let header = reader.header
            var row = try #require(try reader.next()).fields
            row[header.firstIndex(of: "correctness") ?? 0] = "Yes"
            func write() throws {
                var writer = CSVWriter(header: header)
                writer.write(row)
                try program.write(writer.text, to: "anna.csv")
            }
            try write()
            let first = try await program.run("annotate", "import", "anna.csv")
            #expect(first.output == "project 'first': 1 added, 0 there already\n")
            #expect(
                try await program.run("annotate", "import", "anna.csv").output
                    == "project 'first': 0 added, 1 there already\n")
            row[header.firstIndex(of: "correctness") ?? 0] = "ja"
            try write()
            let wrong = try await program.run("annotate", "import", "anna.csv")
            #expect(wrong.status == 1)
            let words = wrong.error.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(
                words.contains(
                    "'anna.csv', line 2: 'ja' is no answer to 'correctness'; it takes 'yes', 'no', 'unsure', or nothing"
                ))

            row[header.firstIndex(of: "item") ?? 0] = try #require(try AnnotationProject(named: "first", in: store))
                .items()[0].hash
            row[header.firstIndex(of: "correctness") ?? 0] = "no"
            try write()
            let other = try await program.run("annotate", "import", "anna.csv")
            #expect(other.status == 3)
            #expect(
                other.output.contains("line 2: anna, item 1, correctness: the file says No, and what stands is Yes"))
            let replaced = try await program.run("annotate", "import", "--replace", "anna.csv", "--json")
            #expect(replaced.status == 0)
            #expect(JSONReader.read(Array(replaced.output.utf8), manner: .strict)?["added"]?.integer == 1)
        }
    }

    @Test func `labels go into another store and come out the same; final labels say where they are from`() async throws
    {
        try await with { program, store, project in
            let written = try await program.run("annotate", "labels", "--trail", "a.jsonl")
            #expect(written.output.hasPrefix("a.jsonl: 16 of the store's 16 labels: 16 judgements"))
            let taken = try await program.run("annotate", "import", "--store", "b.sqlite", "a.jsonl")
            #expect(taken.output.hasPrefix("project 'first': 16 added, 0 there already\n"))
            _ = try await program.run("annotate", "labels", "--store", "b.sqlite", "--trail", "b.jsonl")
            #expect(try Data(contentsOf: program.file("a.jsonl")) == Data(contentsOf: program.file("b.jsonl")))
            let final = try await program.run("annotate", "labels", "--final", "final.csv")
            #expect(final.output == "final.csv: 8 final labels: 4 unanimous, 4 tie_open\n")
            let table = try String(contentsOf: program.file("final.csv"), encoding: .utf8)
            #expect(table.contains("correctness,,tie_open,yes 1; no 1,"))
            let wrong = try await program.run("annotate", "labels", "labels.txt")
            #expect(wrong.status == 2)
            #expect(
                wrong.error.contains("'labels.txt' says not what to write: give a name that ends in .csv or .jsonl"))
        }
    }

    @Test func `the paragraph says what the store holds, for people and for LaTeX`() async throws {
        try await with { program, _, project in
            let plain = try await program.run("annotate", "methods", "--draws", "200").output
            #expect(plain.contains("3 actions of the study pilot"))
            #expect(plain.contains("2 annotators took part (country not said 2)"))
            #expect(plain.contains("2 items of 3 were judged as often as that"))
            #expect(plain.contains("Correctness 50.0"))
            #expect(plain.contains("(digest \(project.codebook.digest))"))
            #expect(plain.contains("Of 8 final labels, 4 unanimous, 4 tie open"))
            let latex = try await program.run("annotate", "methods", "--draws", "200", "--latex").output
            #expect(latex.contains("$\\kappa = "))
            #expect(latex.contains("50.0~\\%") || latex.contains("\\%"))
        }
    }

    @Test func `an adjudicator has one link, and a project that is not there is named`() async throws {
        try await with { program, _, _ in
            let first = try await program.run("annotate", "adjudicator", "zoe")
            #expect(first.output.wholeMatch(of: /zoe: \/annotate\/[0-9a-f]{32}\/decide\n/) != nil)
            #expect(try await program.run("annotate", "adjudicator", "zoe").output == first.output)
            let wrong = try await program.run("annotate", "methods", "--project", "second")
            #expect(wrong.status == 2)
            #expect(wrong.error.contains("there is no project 'second'; the store has 'first'"))
        }
    }

    @Test func `the codebook in force is shown`() async throws {
        try await with { program, _, _ in
            let shown = try await program.run("annotate", "codebook")
            #expect(shown.output.hasPrefix("via, version 1 ("))
            #expect(shown.output.contains("  correctness: Does the action show the inclination that was asked for?"))
        }
    }
}
