import Foundation
import TestSupport
import Testing
import Workbench
import Yams

/// What reference managers and code hosts read.
struct CitationTests {
    @Test func `the citation is of this release, and names the paper`() throws {
        let path = SharedFolder.projectRoot.appending(path: "CITATION.cff")
        let text = try String(contentsOf: path, encoding: .utf8)
        let file = try #require(try Yams.load(yaml: text) as? [String: Any])
        #expect(file["cff-version"] as? String == "1.2.0")
        // "1.0" would be a number without quotes.
        #expect(file["version"] as? String == Release.version)
        #expect(file["license"] as? String == "Apache-2.0")
        let authors = try #require(file["authors"] as? [[String: Any]])
        #expect(authors.map { $0["name"] as? String } == ["The ValueActionLens maintainers"])
        let papers = try #require(file["references"] as? [[String: Any]])
        let names = (papers.first?["authors"] as? [[String: Any]] ?? []).map { $0["family-names"] as? String }
        #expect(names == ["Shen", "Clark", "Mitra"])
        #expect(papers.first?["year"] as? Int == 2025)
    }
}
