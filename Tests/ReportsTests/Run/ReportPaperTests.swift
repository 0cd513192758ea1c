import Foundation
import Pages
import Reports
import Testing

@Suite("A paper's tables and figures")
struct ReportPaperTests {
    private func written(_ input: ReportInput, _ typeface: Typeface? = nil) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "paper-\(UUID().uuidString)")
        try ReportFolder.writePaper(input, to: folder, typeface: typeface)
        return folder
    }

    @Test
    func `cites what its captions go back to, each entry once and none beside`() async throws {
        let input = try await Fixture.whole(Fixture.pilot)
        let folder = try written(input)
        defer { try? FileManager.default.removeItem(at: folder) }
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        let cited = Set(
            try text("tables.tex").matches(of: /\\cite\{([^}]*)\}/).flatMap {
                $0.output.1.split(separator: ",").map(String.init)
            })
        let entries = try text("references.bib").matches(of: /@[a-z]+\{([^,]*),/).map { String($0.output.1) }
        #expect(Set(entries) == cited && entries.count == cited.count)
        #expect(
            cited.isSuperset(of: ["shen2025mind", "cohen1960coefficient", "hubert1987evaluating", "efron1987better"]))
        #expect(try text("main.tex").contains("\\bibliography{references}"))
        // Without figures nothing speaks of them.
        #expect(try !text("main.tex").contains("figures"))
        // The tables of a report's folder stand alone.
        #expect(!ReportLaTeX.text(input).contains("\\cite"))
    }

    @Test(.enabled(if: TeX.isPresent, Comment(rawValue: TeX.absence)), arguments: ["pdflatex", "xelatex"])
    func `is set by a real TeX with its bibliography and all its figures, without a complaint`(engine: String)
        async throws
    {
        let input = try await Fixture.whole(Fixture.full)
        let typeface = try? Typeface.find(named: nil)
        let folder = try written(input, typeface)
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try TeX.paper(in: folder, with: engine)
        #expect(result.status == 0)
        #expect(result.complaints == [])
        #expect(result.log.contains("(./main.bbl"))
        if typeface != nil { #expect(result.log.contains("figures/circle.pdf")) }
    }
}
