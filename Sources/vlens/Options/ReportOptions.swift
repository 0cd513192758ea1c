import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Reports
import Study
import Workbench

/// Where a report goes.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "The report's folder; by default its name is made of study and respondent.", valueName: "folder"))
    var folder: String?

    @Flag(help: "Write no report.")
    var noReport = false

    /// Refuses a folder that is not ours to replace, before anything is asked, and says whose report will be replaced.
    func check(study: String, respondent: String, run key: String) throws {
        guard !noReport else { return }
        try Self.check(folder, study: study, respondent: respondent, run: key)
    }

    /// The same for a folder that was named, or for the one that the names make.
    static func check(_ folder: String?, study: String, respondent: String, run key: String) throws {
        let place = place(folder, ReportOwner(respondent: respondent, study: study, run: key), study, respondent)
        try ReportFolder.check(place)
        noteReplaced(place, by: key)
    }

    /// Writes the report.
    ///
    /// - Returns: the page's path; `nil` where none is wanted.
    func write(_ measured: MeasuredRun) throws -> String? {
        guard !noReport else { return nil }
        return try Self.write(measured, to: folder)
    }

    /// Writes a run's report into a folder, or into the one that its name makes.
    static func write(_ measured: MeasuredRun, to folder: String?) throws -> String {
        let (run, study) = (measured.run, measured.study.name)
        let owner = ReportOwner(respondent: run.respondent, study: study, run: run.key)
        let place = place(folder, owner, study, run.respondent)
        return try ReportFolder.write(measured.reportInput(), to: place, owner: owner).path
    }

    /// Says that a folder that was named holds another run's report, which the new one takes the place of.
    private static func noteReplaced(_ place: URL, by key: String) {
        guard let owner = ReportFolder.owner(of: place), owner.key != ReportOwner.digits(of: key) else { return }
        Terminal.error.line(
            "note: '\(place.relativePath)' holds the report of \(owner.words), from another run; the new one replaces it"
        )
    }

    /// The folder that was named; else one that no other run's report lies in.
    private static func place(_ folder: String?, _ owner: ReportOwner, _ study: String, _ respondent: String) -> URL {
        if let folder { return URL(filePath: folder) }
        let place = URL(filePath: ReportName.name(study: study, respondent: respondent))
        guard let other = ReportFolder.owner(of: place), other.key != owner.key else { return place }
        return URL(filePath: place.relativePath + "-" + owner.key.prefix(8))
    }
}
