import Explorer
import Foundation
import TestSupport
import Testing

/// What a page hears while runs are asked.
@Suite("The live feed")
struct LiveTests {
    @Test func `says another number once the store has changed, and the page's section shows the change`() async throws
    {
        try await ServedExplorer.with(runs: ["simulated/a?seed=1"]) { explorer in
            async let heard = explorer.exchange("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n", seconds: 15)
            let before = try await explorer.get("/?section=runs")
            #expect(before.body.contains("1 run<") && !before.body.contains("<!DOCTYPE"))
            let second = try await explorer.program.run(
                "run", "--model", "simulated/b?seed=2", "--no-report", "--quiet", "--no-intervals")
            #expect(second.status == 0, "\(second.error)")
            let numbers = Set(try await heard.matches(of: /data: (\d+)/).compactMap { Int($0.output.1) })
            #expect(numbers.contains(0) && numbers.count > 1, "\(numbers)")
            #expect(try await explorer.get("/?section=runs").body.contains("2 runs<"))
        }
    }

    @Test func `turns away more listeners than it serves, and lets the next in when one has left`() async throws {
        try await ServedExplorer.with { explorer in
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<70 {
                    group.addTask {
                        try await explorer.exchange("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n", seconds: 4)
                    }
                }
                var (served, refused) = (0, 0)
                for try await answer in group {
                    if answer.hasPrefix("HTTP/1.1 200") { served += 1 }
                    if answer.hasPrefix("HTTP/1.1 503") { refused += 1 }
                }
                #expect(served == 64 && refused == 6, "\(served) \(refused)")
            }
            var answer = ""
            for _ in 0..<10 where !answer.hasPrefix("HTTP/1.1 200") {
                answer = try await explorer.exchange("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n", seconds: 1.5)
            }
            #expect(answer.hasPrefix("HTTP/1.1 200"))
        }
    }
}
