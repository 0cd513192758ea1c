import Foundation
import Reports
import TestSupport
import Testing

/// A figure for a paper.
@Suite(
    "A figure as PDF", .enabled(if: Browser.path != nil, "no chromium found; install it, or set CHROMIUM to its path"))
struct FigurePDFTests {
    @Test
    func `is made by the command that the documentation shows, one page as large as the figure`() throws {
        let page = try String(contentsOf: SharedFolder.projectRoot.appending(path: "docs/report.md"), encoding: .utf8)
        let shown = try #require(page.split(separator: "\n").first { $0.hasPrefix("chromium --headless") })
        let folder = FileManager.default.temporaryDirectory.appending(path: "figure-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try ReportFolder.write(Fixture.pilot, to: folder.appending(path: "my-report"))
        let profile = folder.appending(path: "profile").path
        let command = shown.replacing(
            "chromium ", with: "'\(Browser.path ?? "")' --no-sandbox --disable-gpu --user-data-dir='\(profile)' ",
            maxReplacements: 1)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", String(command)]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let pdf = String(decoding: try Data(contentsOf: folder.appending(path: "rate-country.pdf")), as: UTF8.self)
        let svg = try String(contentsOf: folder.appending(path: "my-report/figures/rate-country.svg"), encoding: .utf8)
        let size = try #require(svg.firstMatch(of: /width="([0-9.]+)" height="([0-9.]+)"/)).output
        let boxes = pdf.matches(of: /MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]/).map(\.output)
        #expect(boxes.count == 1)
        // 96 pixels of CSS are 72 points.
        let found = try #require(boxes.first)
        for (points, pixels) in [(found.1, size.1), (found.2, size.2)] {
            #expect(abs((Double(points) ?? 0) - 0.75 * (Double(pixels) ?? -1)) < 1)
        }
    }
}
