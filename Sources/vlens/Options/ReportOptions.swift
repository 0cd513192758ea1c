import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Reports
import Study

/// Where a report goes.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "The report's folder; by default its name is made of study and respondent.", valueName: "folder"))
    var folder: String?

    @Flag(help: "Write no report.")
    var noReport = false

    /// Refuses a folder that is not ours to replace, before anything is asked.
    func check(study: String, respondent: String) throws {
        guard !noReport else { return }
        try ReportFolder.check(place(study: study, respondent: respondent))
    }

    /// Writes the report.
    ///
    /// - Returns: the page's path; `nil` where none is wanted.
    func write(_ measured: MeasuredRun) throws -> String? {
        guard !noReport else { return nil }
        let place = place(study: measured.study.name, respondent: measured.run.respondent)
        return try ReportFolder.write(measured.reportInput(), to: place).path
    }

    private func place(study: String, respondent: String) -> URL {
        URL(filePath: folder ?? Self.name(study: study, respondent: respondent))
    }

    /// "report-pilot-simulated-subject": nothing in it that a file system or a shell would mind.
    static func name(study: String, respondent: String) -> String {
        let plain = respondent.unicodeScalars.map { scalar -> Character in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isPlain || scalar == "." ? Character(scalar) : "-"
        }
        let words = String(plain).split(separator: "-").joined(separator: "-")
        return "report-\(study)-\(words.prefix(80))"
    }
}
