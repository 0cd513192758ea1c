import AnswerStore
import Foundation
import TestSupport
import Testing
import Text

/// The page of a project's risks, over HTTP.
struct RisksPageTests {
    /// What whoever leads sees: a store with projects shows nothing to others.
    private func look(_ path: String, _ explorer: ServedExplorer) async throws -> Answer {
        try await explorer.get(path, fields: ["Cookie: \(try await explorer.cookie())"])
    }

    private func with(_ body: @Sendable @escaping (ServedExplorer) async throws -> Void) async throws {
        try await ServedExplorer.with { explorer in
            let store = try AnswerStore(path: explorer.program.file("vlens.sqlite").path)
            try await RiskWorld.make(in: store)
            _ = try JudgedStore(path: explorer.program.file("vlens.sqlite").path)
            try await body(explorer)
        }
    }

    @Test func `a project of gaps shows agreement, counts and coded cells, in three forms`() async throws {
        try await with { explorer in
            let page = try await look("/risks/gaps", explorer)
            #expect(page.status == 200)
            _ = try HTMLCheck(page.body)
            for words in [
                "How far coders agree", "How many cells carry each risk", "Discrimination", "coded by people",
                "60 coded cells",
            ] {
                #expect(page.body.contains(words), "\(words)")
            }
            let json = try #require(
                JSONReader.read(Array(try await look("/risks/gaps?format=json", explorer).body.utf8), manner: .strict))
            let whole = json["counts"]?.array?.first {
                $0["by"]?.string == "all" && $0["id"]?.string == "discrimination"
            }
            // Of 60 positions those with 2 i divisible by 7 are 9; Ann and Bob differ where one slips, and nobody decided.
            #expect(whole?["coded"]?.integer ?? 0 > 50 && whole?["count"]?.integer ?? 0 > 5)
            let table = try await look("/risks/gaps?format=csv", explorer).body
            #expect(table.hasPrefix("by,name,unit,id,risk,coded,count"))
        }
    }

    @Test func `filters narrow the cells, a coder's name says whose codes count, and other names are refused`()
        async throws
    {
        try await with { explorer in
            let peru = try await look("/risks/gaps?country=Peru&code=discrimination", explorer)
            #expect(peru.status == 200 && peru.body.contains("Country: ") && peru.body.contains("(remove)"))
            let words = try await look("/risks/gaps?by=words", explorer)
            #expect(words.body.contains("These counts rest on a word list alone"))
            #expect(words.body.contains("Corrected counts"))
            for (path, status) in [("gaps?by=nobody", 400), ("gaps?page=0", 400), ("none", 404)] {
                let refused = try await look("/risks/\(path)", explorer)
                #expect(refused.status == status, "\(path)")
            }
            let other = try await look("/risks/first%20%2F%20%3Cb%3E", explorer)
            #expect(other.status == 404 && other.body.contains("whose items are no gaps with codes"))
        }
    }

    @Test func `the project's page leads to its risks, and a project of actions to none`() async throws {
        try await with { explorer in
            let gaps = try await look("/projects/gaps", explorer)
            #expect(gaps.body.contains("href=\"/risks/gaps\""))
            let actions = try await look("/projects/first%20%2F%20%3Cb%3E", explorer)
            #expect(!actions.body.contains("/risks/"))
        }
    }
}
