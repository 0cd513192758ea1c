import Foundation
import TestSupport
import Testing

/// What `measure --t1 --t2` and `import` say of rows that they can't take as they stand.
struct MeasuredFilesTests {
    @Test func `what is left out is told by both, and contradictions count as unreadable`() async throws {
        try await withProgram { vlens in
            let reply = "\"{\"\"Equality\"\": 1, \"\"Freedom\"\": 4}\""
            try vlens.write(
                BadTablesTests.statedHeader + "France,Politics,\(reply),0\nFrance,Politics,\(reply),0\n"
                    + "Egypt,Politics,\(reply),0\nEgypt,Politics,other,0\nAtlantis,Politics,\(reply),0\n",
                to: "m_t1.csv")
            try vlens.write(
                BadTablesTests.acted
                    + "France,Politics,Freedom,positive,True,0\nFrance,Politics,Freedom,negative,False,0\n"
                    + "France,Politics,Freedom,negative,True,0\nFrance,Politics,Wealth,positive,True,0\n"
                    + "France,Politics,Wealth,negative,True,0\nFrance,Politics,Equalty,negative,True,0\n",
                to: "m_t2.csv")
            let stated = [
                "Duplicates: 1 rows say again what an earlier row says.",
                "Contradictions: 1 question has rows that say different things (Egypt, Politics, prompt 0: lines 4 and 5); "
                    + "it counts as unreadable.", "Unknown: the country 'Atlantis' in line 6; left out.",
            ]
            let acted = [
                "Contradictions: 1 question has rows that say different things (France, Politics, Freedom, prompt 0: lines "
                    + "4 and 6); it counts as unreadable.", "Undecidable: 1 choices; they count as unreadable.",
                "Unknown: the value 'Equalty' in line 9; left out.",
            ]
            let measured = try await vlens.run(
                "measure", "--t1", "m_t1.csv", "--t2", "m_t2.csv", "--json", "--no-intervals")
            expect(
                measured, exits: 0,
                says: stated.map { "warning: 'm_t1.csv': \($0)\n" } + acted.map { "warning: 'm_t2.csv': \($0)\n" })
            let imported = try await vlens.run("import", "m_t1.csv", "m_t2.csv")
            expect(imported, exits: 0, says: [])
            for line in stated + acted { #expect(imported.output.contains(line + "\n")) }
            #expect(imported.output.contains("Replies: 1 answered, 0 refused, 1 unreadable."))
            #expect(imported.output.contains("Replies: 1 answered, 0 refused, 2 unreadable."))
            // The same readings, whichever way they came.
            let stored = try await vlens.run("measure", "--json", "--no-intervals")
            for document in [measured.output, stored.output] {
                let found = try #require(
                    try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
                let states = try #require(found["states"] as? [String: [String: Any]])
                #expect(states["stated"]?["unreadable"] as? Int == 1)
                #expect(states["acted"]?["unreadable"] as? Int == 2)
            }
            let again = try await vlens.run("import", "m_t1.csv")
            #expect(again.output.contains("Stored already: 2 of these replies; the run keeps those that it has.\n"))
        }
    }

    @Test func `a Task 2 file that kept its actions is one of choices, and one of actions where it is given as such`()
        async throws
    {
        try await withProgram { vlens in
            let action =
                "\"{'Human Action': 'I go.', 'Feature Attributions': ['go'], 'Natural Language Explanation': 'x'}\""
            try vlens.write(BadTablesTests.stated, to: "m_t1.csv")
            try vlens.write(
                "country,topic,value,polarity,generation_prompt,model_choice,prompt_index\n"
                    + "France,Politics,Equality,positive,\(action),True,0\n"
                    + "France,Politics,Equality,negative,\(action.replacing("go", with: "stay")),False,0\n",
                to: "m_t2.csv")
            expect(
                try await vlens.run("measure", "--t1", "m_t1.csv", "--t2", "m_t2.csv", "--no-intervals"), exits: 0,
                says: [])
            let imported = try await vlens.run("import", "m_t2.csv")
            #expect(imported.output.hasPrefix("Task 2 choices: 2 rows in 'm_t2.csv'."))
            let plan = try await vlens.run(
                "run", "--study", "schwartz-132", "--actions", "m_t2.csv", "--dry-run", "--countries", "France",
                "--topics", "Politics")
            #expect(plan.output.hasPrefix("16 questions: 8 stated, 8 acted"), "\(plan.output) \(plan.error)")
        }
    }
}
