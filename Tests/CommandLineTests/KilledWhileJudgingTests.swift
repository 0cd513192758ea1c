import Foundation
import GRDB
import TestServers
import TestSupport
import Testing
import Text

/// Sequence 10, and 6 as far as processes take part: what a page has acknowledged is on the disk, however the server ends.
struct KilledWhileJudgingTests {
    @Test func `nothing of what twenty people saved is lost or doubled, and no item is given to too many`() async throws
    {
        try await withProgram { vlens in
            try vlens.write(Self.items(40), to: "items.jsonl")
            let names = (1...20).map { "p\($0)" }
            let port = try await FreePort.draw()
            let arguments = [
                "annotate", "--project", "load", "--items", "items.jsonl", "--people", names.joined(separator: ","),
                "--overlap", "3", "--port", "\(port)", "--json",
            ]
            var server = try vlens.start(arguments)
            let people = try await Self.people(server)
            try #require(people.count == 20)
            let crowd = AnnotationCrowd(people, port: port)
            async let judging: Void = crowd.judge(country: "Philippines")
            for kill in 0..<2 {
                let before = crowd.current.saves
                for _ in 0..<600 where crowd.current.saves < before + 60 {
                    try await Task.sleep(for: .milliseconds(50))
                }
                #expect(crowd.current.saves >= before + 60)
                server.signal(SIGKILL)
                #expect(try await server.result().status == -SIGKILL)
                // A write that was begun when the machine went off.
                if kill == 1 { try Self.appendHalfAFrame(to: vlens.file("vlens.sqlite-wal")) }
                server = try vlens.start(arguments)
                #expect(try await Self.people(server).map(\.path) == people.map(\.path))
            }
            let before = crowd.current.saves
            for _ in 0..<600 where crowd.current.saves < before + 60 { try await Task.sleep(for: .milliseconds(50)) }
            crowd.end()
            await judging

            let outcome = crowd.current
            #expect(outcome.problems.isEmpty, "\(outcome.problems.prefix(3))")
            #expect(outcome.saves >= 180)
            #expect(outcome.retries > 0)
            let (lost, judges) = await crowd.check()
            #expect(lost.isEmpty, "\(lost.prefix(3))")
            #expect(judges.values.allSatisfy { $0 <= 3 })
            server.signal(SIGKILL)
            _ = try await server.result()
            // Each answer that was acknowledged and differs from the one before stands once.
            let stored = try await DatabaseQueue(path: vlens.file("vlens.sqlite").path).read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM label WHERE criterion LIKE 'via@1/%'")
            }
            #expect(stored == outcome.labels)
        }
    }

    /// The people of whom a server says that it listens for them.
    static func people(_ server: RunningProgram) async throws -> [AnnotationCrowd.Person] {
        for _ in 0..<600 {
            let said = JSONReader.read(Array(server.outputSoFar.utf8), manner: .strict)
            if let people = said?["people"]?.array {
                return people.map { person in
                    let link = person["link"]?.string ?? ""
                    let path = link.firstRange(of: "/annotate/").map { String(link[$0.lowerBound...]) } ?? ""
                    return AnnotationCrowd.Person(name: person["name"]?.string ?? "", path: path)
                }
            }
            guard server.isRunning else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("the server says nothing: \(server.errorSoFar)")
        return []
    }

    /// So many actions in one of the pilot's countries.
    static func items(_ count: Int) -> String {
        (0..<count).map { number in
            let line: JSONValue = [
                "country": "Philippines", "topic": "Politics", "value": "Authority", "inclination": "agree",
                "action": .string("👨🏻‍🚒 I lead meeting number \(number) of my district."),
                "attributions": ["lead meeting"],
                "explanation": "Whoever leads has a say over others.",
            ]
            return line.text(indented: false).trimmed + "\n"
        }.joined()
    }

    private static func appendHalfAFrame(to file: URL) throws {
        guard let handle = try? FileHandle(forWritingTo: file) else { return }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data((0..<2000).map { UInt8($0 % 251) }))
        try handle.close()
    }
}
