import Foundation
import TestSupport
import Testing

/// Every page that can be reached from the first one, by its links.
@Suite("All pages, one link after another")
struct CrawlTests {
    @Test func `are well-formed, have no dead link, hold nothing that would be refused, and stay within their bounds`()
        async throws
    {
        try await ServedExplorer.with(
            runs: ["simulated/a?seed=1&gap=0.4", "simulated/b?seed=2&refusal=0.1"]
        ) { explorer in
            try await explorer.waitForFigures(runs: 2)
            let secrets = [explorer.program.folder.path, NSHomeDirectory() + "/", explorer.token]
            let crawl = try await Crawl.of(port: explorer.port, from: "/", most: 400, secrets: secrets)
            #expect(crawl.pages.count > 3)
            #expect(crawl.problems.isEmpty, "\(crawl.problems.prefix(20).joined(separator: "\n"))")
            // What was found must not depend on what happens to be linked from the first page.
            for kind in ["/words", "/runs/1"] { #expect(crawl.pages.contains(kind), "\(kind)") }
        }
    }

    @Test func `are so where names, actions and replies hold markup, scripts, marks and other scripts' letters`()
        async throws
    {
        let world = try await BrowserWorld.start()
        let port = try #require(Int(world.origin.split(separator: ":").last ?? ""))
        let crawl = try await Crawl.of(
            port: port, from: "/runs/\(world.hostile[0])", most: 300,
            secrets: [world.folder.path, NSHomeDirectory() + "/"])
        #expect(crawl.problems.isEmpty, "\(crawl.problems.prefix(20).joined(separator: "\n"))")
        #expect(crawl.pages.count > 10)
        await world.stop()
    }
}

/// Pages that links lead to, each once, with what is wrong with them.
struct Crawl: Sendable {
    /// The targets that were answered.
    private(set) var pages: Set<String> = []
    /// A line each.
    private(set) var problems: [String] = []

    /// The most nodes of a page.
    static let mostNodes = 5000

    /// - Parameters:
    ///   - most: how many pages are looked at; those of one kind (their path without numbers and query) at most 25.
    ///   - secrets: what no page may tell.
    static func of(
        port: Int, from start: String, most: Int, fields: [String] = [], secrets: [String]
    ) async throws -> Crawl {
        var crawl = Crawl()
        var (waiting, seen, kinds) = ([start], Set([start]), [String: Int]())
        var (anchors, wanted) = ([String: Set<String>](), [(page: String, target: String, anchor: String)]())
        while !waiting.isEmpty, crawl.pages.count < most {
            let target = waiting.removeFirst()
            var answer = try await ServedExplorer.get(target, port: port, fields: fields)
            // What is still being made is there a little later.
            for _ in 0..<300 where answer.status == 202 {
                try await Task.sleep(for: .milliseconds(200))
                answer = try await ServedExplorer.get(target, port: port, fields: fields)
            }
            crawl.pages.insert(target)
            guard answer.status == 200 else {
                crawl.problems.append("\(target): \(answer.status) \(answer.body.prefix(600))")
                continue
            }
            guard answer.fields["content-type"]?.hasPrefix("text/html") == true else { continue }
            let isPart = target.contains("section=")
            do {
                let page = try HTMLCheck(answer.body)
                anchors[target] = Set(page.ids)
                if page.nodes > mostNodes { crawl.problems.append("\(target): \(page.nodes) nodes") }
                if page.scripts != (isPart ? [] : ["script"]) { crawl.problems.append("\(target): \(page.scripts)") }
                for link in page.links {
                    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
                        String.init)
                    let place = parts[0].isEmpty ? target : parts[0]
                    if parts.count > 1 { wanted.append((target, place, parts[1])) }
                    let kind = String(place.prefix { $0 != "?" }.filter { !$0.isNumber })
                    guard place.hasPrefix("/"), place != "/live", seen.insert(place).inserted,
                        kinds[kind, default: 0] < 25
                    else { continue }
                    kinds[kind, default: 0] += 1
                    waiting.append(place)
                }
            } catch {
                crawl.problems.append("\(target): \(error)")
            }
            for secret in secrets where secret.count > 3 && answer.body.contains(secret) {
                crawl.problems.append("\(target): tells “\(secret)”")
            }
        }
        for (page, target, anchor) in wanted where anchors[target].map({ !$0.contains(anchor) }) ?? false {
            crawl.problems.append("\(page): a link to #\(anchor) of \(target), where nothing has that name")
        }
        return crawl
    }
}
