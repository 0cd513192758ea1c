import Foundation
import Measures
import Reports
import Testing

@Suite("A bundle of reports")
struct ReportBundleTests {
    private func bundle() async throws -> ReportBundle {
        var other = Fixture.pilot
        other.respondent.name = "local/<b>other</b>"
        return ReportBundle(
            runs: [.init(number: 1, input: Fixture.pilot), .init(number: 7, input: other)],
            comparisons: [.init(input: try await ComparisonReportTests.input(), json: "{}")],
            notes: ["Run 4 is not here."], version: "1")
    }

    @Test
    func `has an index, a page for each run and their comparison, and no link that leads out or nowhere`() async throws
    {
        let files = try ReportFolder.files(try await bundle())
        let paths = Set(files.map(\.path))
        for path in [
            "index.html", "run-1/report.html", "run-7/report.json", "comparison-1/index.html", ".vlens-bundle",
        ] {
            #expect(paths.contains(path), "\(path)")
        }
        for file in files where file.path.hasSuffix(".html") {
            let folder = file.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
            for link in try PageSize(file.text).links where !link.hasPrefix("#") {
                #expect(!link.contains(":") && !link.hasPrefix("/") && !link.contains(".."), "\(link)")
                #expect(paths.contains(folder + link), "\(file.path): \(link)")
            }
            #expect(!file.text.contains("<script") && !file.text.contains("@import"))
        }
        let index = try #require(files.first { $0.path == "index.html" }).text
        #expect(index.contains("Run 4 is not here."))
        #expect(index.contains("local/&lt;b&gt;other&lt;/b&gt;"))
        #expect(index.contains("href=\"run-7/report.html\""))
        // One marker, which lists all of them.
        #expect(files.filter { $0.path.hasPrefix(".vlens") || $0.path.contains("/.vlens") }.count == 1)
    }

    @Test
    func `is replaced as a whole, and takes the place of nothing else`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bundle-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = try ReportFolder.write(try await bundle(), to: folder)
        #expect(page.lastPathComponent == "index.html")
        try ReportFolder.write(try await bundle(), to: folder)
        let foreign = folder.appending(path: "run-1/mine.txt")
        try "mine".write(to: foreign, atomically: true, encoding: .utf8)
        let error = #expect(throws: ReportError.self) { try ReportFolder.check(folder, for: .bundle) }
        #expect(error == .notABundle(path: folder.path, found: "run-1/mine.txt"))
        #expect(
            error?.description
                == "\(folder.path) holds “run-1/mine.txt”, which is no part of a bundle, so it is left alone; name "
                + "another folder")
        #expect(throws: ReportError.self) { try ReportFolder.write(Fixture.pilot, to: folder) }
        #expect(try String(contentsOf: foreign, encoding: .utf8) == "mine")
    }

    @Test
    func `a report as one file is put in place at once, and is the page`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "file-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "report.html")
        try "old".write(to: file, atomically: true, encoding: .utf8)
        try ReportFile.write(Fixture.pilot, to: file.path)
        #expect(try String(contentsOf: file, encoding: .utf8) == HTMLReport.page(Fixture.pilot))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.html"])
        #expect(throws: ReportError.self) { try ReportFile.write(Fixture.pilot, to: folder.path) }
    }
}
