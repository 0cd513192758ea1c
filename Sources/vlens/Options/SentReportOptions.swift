import ArgumentParser
import Foundation
import Reports
import Text

/// A report's forms that are sent to somebody.
struct SentReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Write one HTML file that needs nothing beside it.", valueName: "file"))
    var html: String?

    @Option(help: ArgumentHelp("Write the reports of several runs with their comparisons.", valueName: "folder"))
    var bundle: String?

    @Option(
        help: ArgumentHelp(
            "Write tables and figures for a paper: main.tex compiles, references.bib has what they cite.",
            valueName: "folder"))
    var latex: String?

    /// Whether any of them is wanted.
    var isGiven: Bool { html != nil || bundle != nil || latex != nil }

    /// Refuses places that are not ours to replace.
    func check() throws {
        if let html { try Self.checkPage(html) }
        if let bundle { try ReportFolder.check(URL(filePath: bundle), for: .bundle) }
        if let latex { try ReportFolder.check(URL(filePath: latex), for: .paper) }
    }

    /// A file that is no report of ours is somebody's, and a store is one's replies.
    static func checkPage(_ path: String) throws {
        if FileManager.default.isFolder(path) {
            throw ValidationError("--html '\(path)' is a folder: name a file, such as report.html")
        }
        if path == "-" { throw ValidationError("--html '-' names no file: give one, such as report.html") }
        guard FileManager.default.fileExists(atPath: path) else { return }
        let start = FileHandle(forReadingAtPath: path).map { $0.readData(ofLength: 4096) } ?? Data()
        let isOurs = String(decoding: start, as: UTF8.self).contains("name=\"generator\" content=\"ValueActionLens")
        guard isOurs, !TextOutput.isDatabase(path) else {
            throw ValidationError(
                "--html '\(path)' exists and is no report of vlens, so it is left alone: name another file")
        }
    }

    /// Writes those of one run.
    func write(_ input: ReportInput) throws -> [WrittenReport] {
        var written: [WrittenReport] = []
        if let html {
            try ReportFile.write(input, to: html)
            written.append(WrittenReport("html", html))
        }
        if let latex {
            let page = try ReportFolder.writePaper(
                input, to: URL(filePath: latex), typeface: ReportOptions.typeface())
            written.append(WrittenReport("latex", page.path))
        }
        return written
    }

    /// Writes the bundle.
    func write(_ bundle: ReportBundle) throws -> [WrittenReport] {
        guard let folder = self.bundle else { return [] }
        return [WrittenReport("bundle", try ReportFolder.write(bundle, to: URL(filePath: folder)).path)]
    }
}

/// What was written, and where.
struct WrittenReport {
    /// "report", "html", "bundle", "latex".
    let name: String
    let path: String

    init(_ name: String, _ path: String) { (self.name, self.path) = (name, path) }
}

extension FileManager {
    fileprivate func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}
