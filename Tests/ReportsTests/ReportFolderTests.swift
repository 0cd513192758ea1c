import Foundation
import Reports
import Testing
import Text

@Suite("A report's folder")
struct ReportFolderTests {
    /// A folder of its own for each test, gone afterwards.
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test
    func `holds the page, the JSON, the tables and the figures, and nothing else is left beside it`() throws {
        try inFolder { folder in
            let page = try ReportFolder.write(Fixture.pilot, to: folder.appending(path: "a/report"))
            #expect(page.lastPathComponent == "report.html")
            let written = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            let figures = [
                "states", "rate-country", "rate-topic", "inclinations", "gap-group", "gap-value", "heatmap-country",
                "heatmap-topic", "ranks", "rank-intervals", "inconsistency-value",
            ]
            #expect(
                Set(written).subtracting(figures.map { "a/report/figures/\($0).svg" })
                    == Set(
                        [
                            "a", "a/report", "a/report/.vlens-report", "a/report/report.html", "a/report/report.json",
                            "a/report/tables.tex",
                            "a/report/dictionary.csv", "a/report/cells.csv", "a/report/overall.csv",
                            "a/report/country.csv",
                            "a/report/topic.csv", "a/report/value.csv",
                            "a/report/ranking.csv", "a/report/misaligned.csv", "a/report/figures",
                        ] + figures.flatMap { ["a/report/figures/\($0).csv", "a/report/figures/\($0).tex"] }))
        }
    }

    @Test
    func `has links on its page to every file beside it, and none that leads nowhere`() throws {
        try inFolder { folder in
            let page = try String(contentsOf: ReportFolder.write(Fixture.pilot, to: folder), encoding: .utf8)
            let links = page.matches(of: /href="([^"#]+)"/).map { String($0.output.1) }
            let written = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            #expect(
                Set(links) == Set(written).subtracting(["report.html", ".vlens-report", "figures"]))
        }
    }

    @Test
    func `is replaced by the next report, whole`() throws {
        try inFolder { folder in
            let place = folder.appending(path: "report")
            try ReportFolder.write(Fixture.pilot, to: place)
            var input = Fixture.pilot
            input.respondent.name = "the second one"
            let page = try ReportFolder.write(input, to: place)
            #expect(try String(contentsOf: page, encoding: .utf8).contains("the second one"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report"])
        }
    }

    @Test
    func `knows whose report it holds, whatever the name`() throws {
        try inFolder { folder in
            for name in ["local/m", "a on b [c]", "two\nlines", "日本語", ""] {
                let owner = ReportOwner(respondent: name, study: "pilot", run: "key of \(name)")
                let place = folder.appending(path: "report")
                try ReportFolder.write(Fixture.pilot, to: place, owner: owner)
                #expect(ReportFolder.owner(of: place) == owner)
                #expect(ReportFolder.owner(of: place) != ReportOwner(respondent: name, study: "pilot", run: "another"))
            }
            try ReportFolder.write(Fixture.pilot, to: folder.appending(path: "report"))
            #expect(ReportFolder.owner(of: folder.appending(path: "report")) == nil)
            #expect(ReportFolder.owner(of: folder) == nil)
        }
    }

    @Test
    func `that can't be made is known before any work, in words`() throws {
        try inFolder { folder in
            let circle = folder.appending(path: "circle").path
            try FileManager.default.createSymbolicLink(atPath: circle, withDestinationPath: circle)
            let long = folder.appending(path: String(repeating: "n", count: 300)).path
            for (path, reason) in [
                (long, "its name is too long; choose a shorter one"), (circle, "its links lead in a circle"),
            ] {
                let error = #expect(throws: ReportError.self) { try ReportFolder.check(URL(filePath: path)) }
                #expect(error?.description == "the report cannot be written to \(path): \(reason); name another folder")
            }
            // As long as a name can be: nothing beside it is longer.
            try ReportFolder.write(Fixture.pilot, to: folder.appending(path: String(repeating: "n", count: 250)))
        }
    }

    @Test
    func `may be there already where it is empty`() throws {
        try inFolder { folder in
            try ReportFolder.write(Fixture.pilot, to: folder)
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: "report.html").path))
        }
    }

    @Test
    func `is refused, and left as it is, where it holds something else`() throws {
        try inFolder { folder in
            try Data("mine".utf8).write(to: folder.appending(path: "thesis.txt"))
            let error = #expect(throws: ReportError.self) { try ReportFolder.write(Fixture.pilot, to: folder) }
            #expect(error == .notAReport(path: folder.path, found: "thesis.txt"))
            #expect(error?.description.contains("name another folder") == true)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["thesis.txt"])
        }
    }

    @Test(arguments: ["notes.txt", "figures/my.svg"])
    func `is refused where someone has put a file of their own beside ours`(path: String) throws {
        try inFolder { folder in
            let place = folder.appending(path: "report")
            try ReportFolder.write(Fixture.pilot, to: place)
            try Data("mine".utf8).write(to: place.appending(path: path))
            #expect(throws: ReportError.notAReport(path: place.path, found: path)) {
                try ReportFolder.write(Fixture.pilot, to: place)
            }
            #expect(try String(contentsOf: place.appending(path: path), encoding: .utf8) == "mine")
        }
    }

    @Test
    func `is refused where the path is that of a file`() throws {
        try inFolder { folder in
            let place = folder.appending(path: "report")
            try Data("mine".utf8).write(to: place)
            #expect(throws: ReportError.notAFolder(path: place.path)) {
                try ReportFolder.write(Fixture.pilot, to: place)
            }
            #expect(throws: ReportError.self) {
                try ReportFolder.write(Fixture.pilot, to: place.appending(path: "inside"))
            }
            #expect(try String(contentsOf: place, encoding: .utf8) == "mine")
        }
    }
}
