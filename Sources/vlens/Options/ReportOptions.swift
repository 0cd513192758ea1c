import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Pages
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
    func check(_ run: ReportedRun) throws {
        guard !noReport else { return }
        try Self.check(folder, run)
    }

    /// The same for a folder that was named, or for the one that the names make.
    static func check(_ folder: String?, _ run: ReportedRun) throws {
        let place = place(folder, run)
        try ReportFolder.check(place)
        noteReplaced(place, by: run.owner)
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
        let run = ReportedRun(
            respondent: measured.run.respondent, study: measured.study.name, key: measured.run.key,
            distinction: measured.distinction)
        return try ReportFolder.write(
            measured.reportInput(), to: place(folder, run), owner: run.owner, typeface: typeface()
        ).path
    }

    /// The fonts of figures as PDF and PNG; where there are none, a note says what to do, and the report has the SVG alone.
    static func typeface() -> Typeface? {
        do {
            return try Typeface.find(named: ProcessInfo.processInfo.environment["VLENS_FONT"])
        } catch {
            Terminal.error.line("note: \(error)")
            return nil
        }
    }

    /// Says that a folder that was named holds another run's report, which the new one takes the place of.
    private static func noteReplaced(_ place: URL, by owner: ReportOwner) {
        guard let other = ReportFolder.owner(of: place), other.key != owner.key else { return }
        Terminal.error.line(
            "note: '\(place.relativePath)' holds the report of \(other.words), from another run; the new one replaces it"
        )
    }

    /// The folder that was named; else the first that no other run's report lies in: one of the plain name, of what tells the
    /// run from others, of digits of its own. A run that has others beside it takes the plain name only where its report lies
    /// there already.
    private static func place(_ folder: String?, _ run: ReportedRun) -> URL {
        if let folder { return URL(filePath: folder) }
        let key = run.owner.key
        let plain = ReportName.name(study: run.study, respondent: run.respondent)
        func owner(_ name: String) -> String? { ReportFolder.owner(of: URL(filePath: name))?.key }
        let told = run.distinction.map { "\(plain)-\(ReportName.readable($0.folderWords))" }
        let wanted = owner(plain) == key ? plain : told ?? plain
        let isTaken = owner(wanted).map { $0 != key } ?? false
        return URL(filePath: isTaken ? "\(plain)-\(key.prefix(8))" : wanted)
    }
}

/// The run of a report: what its folder is named for, and known by.
struct ReportedRun {
    let respondent: String
    let study: String
    /// What makes two starts the same run.
    let key: String
    /// What tells it from others of the same respondent; nil where there is none.
    let distinction: RunDistinction?

    var owner: ReportOwner { ReportOwner(respondent: respondent, study: study, run: key) }
}
