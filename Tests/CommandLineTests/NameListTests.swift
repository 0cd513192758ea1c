import ArgumentParser
import Foundation
import TestSupport
import Testing
import vlens

/// Names on the command line, those with commas too.
struct NameListTests {
    private let known = [
        "Uganda", "Korea, Republic of", "Iran, Islamic Republic of", "Côte d'Ivoire", "the \"Republic\"", "Back\\slash",
    ]

    private func names(_ texts: String...) throws -> [String] {
        try NameList(option: "--countries", texts: texts).names(among: known)
    }

    @Test func `a name with a comma is found whole, in quotes, escaped, in a list and in an option of its own`() throws
    {
        let korea = "Korea, Republic of"
        #expect(try names(korea) == [korea])
        #expect(try names("korea, republic OF") == [korea])
        #expect(try names("\"Korea, Republic of\"") == [korea])
        #expect(try names("Korea\\, Republic of") == [korea])
        #expect(try names("Uganda,Korea,Republic of") == ["Uganda", korea])
        #expect(try names("Korea, Republic of, Iran, Islamic Republic of,Uganda") == [korea, known[2], "Uganda"])
        #expect(try names("\"Korea, Republic of\",Uganda") == [korea, "Uganda"])
        #expect(try names("Uganda", korea) == ["Uganda", korea])
        #expect(try names("Côte d'Ivoire, uganda") == ["Côte d'Ivoire", "Uganda"])
        #expect(try names("the \"Republic\"") == ["the \"Republic\""])
        #expect(try names("\"the \"\"Republic\"\"\",Back\\slash") == ["the \"Republic\"", "Back\\slash"])
    }

    @Test func `names that are not known stay as they are, to be told`() throws {
        #expect(try names("Uganda, Frnace") == ["Uganda", "Frnace"])
        #expect(try names("Korea") == ["Korea"])
        #expect(try names("", " , ") == [])
        let error = #expect(throws: ValidationError.self) { try names("\"Uganda") }
        #expect(error?.message == "--countries '\"Uganda': a quotation mark is never closed")
    }

    @Test func `a study's country with a comma can be run, and the error says how`() async throws {
        try await withProgram { vlens in
            expect(try await vlens.run("study", "new", "c"), exits: 0, says: [])
            for file in ["c.yaml", "c-actions.jsonl"] {
                let text = try String(contentsOf: vlens.file(file), encoding: .utf8)
                try vlens.write(
                    text.replacing("  - Philippines", with: "  - \"Korea, Republic of\"")
                        .replacing("\"Philippines\"", with: "\"Korea, Republic of\""), to: file)
            }
            let plan = ["run", "--study", "c.yaml", "--dry-run", "--countries"]
            let one = try await vlens.run(plan + ["Korea, Republic of"])
            #expect(one.output.hasPrefix("24 questions: "))
            let two = try await vlens.run(plan + ["Korea, Republic of", "--countries", "United States"])
            #expect(two.output.hasPrefix("48 questions: "))
            expect(
                try await vlens.run(plan + ["Korea"]), exits: 2,
                says: [
                    "unknown country \"Korea\"",
                    "a name that holds a comma is given whole, in an option of its own: 'Korea, Republic of'",
                ])
            expect(try await vlens.run(plan + ["\"Korea"]), exits: 2, says: ["a quotation mark is never closed"])
        }
    }
}
