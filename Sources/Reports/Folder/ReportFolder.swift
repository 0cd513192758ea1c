package import Foundation
import Measures
package import Pages
import Text

/// A report as a folder of files: the page, the JSON, the tables and the figures.
package enum ReportFolder {
    /// What a folder of ours holds. One kind never replaces the other.
    package enum Kind: String, Sendable {
        /// The report of a run.
        case report
        /// A calibration.
        case calibration
        /// A comparison of runs.
        case comparison
        /// Reports of several runs with their comparisons.
        case bundle
        /// A run's tables for a paper.
        case paper

        /// The file that tells a folder of ours from any other, and lists what we wrote into it.
        var marker: String { ".vlens-\(rawValue)" }

        func refusal(path: String, found: String) -> ReportError {
            switch self {
            case .report: .notAReport(path: path, found: found)
            case .calibration: .notACalibration(path: path, found: found)
            case .comparison: .notAComparison(path: path, found: found)
            case .bundle: .notABundle(path: path, found: found)
            case .paper: .notAPaper(path: path, found: found)
            }
        }
    }

    /// The files of a report, by their paths inside its folder.
    ///
    /// - Throws: `ReportError.template` where the page's template does not parse.
    package static func files(
        _ input: ReportInput, owner: ReportOwner? = nil
    ) throws(ReportError) -> [(path: String, text: String)] {
        // Drawn once: the page and the files show the same figures.
        try files(input, input.drawings, pictures: [], owner: owner)
    }

    private static func files(
        _ input: ReportInput, _ drawings: [ReportFigure: Figure], pictures: [String], owner: ReportOwner?
    ) throws(ReportError) -> [(path: String, text: String)] {
        let shown = ReportFigure.allCases.filter { drawings[$0] != nil }
        let document = ReportJSON.document(input)
        let tables = ReportCSV.tables(input) + shown.map { FigureCSV.table($0, input) }
        var beside = [
            (path: "report.json", text: document.text()), (path: "tables.tex", text: ReportLaTeX.text(input)),
        ]
        beside += (tables + [DataDictionary.table(tables, [("report.json", document)])])
            .map { (path: $0.name, text: $0.text) }
        beside += input.attributed(drawings).map { (path: "figures/\($0.name).svg", text: $0.standalone) }
        beside += shown.map {
            (path: "figures/\(FigureFile.tex.name(of: $0))", text: FigureLaTeX.text($0, input))
        }
        let page = try HTMLReport.page(input, figures: drawings, files: beside.map(\.path) + pictures)
        return marked(
            [(path: "report.html", text: page)] + beside, pictures: pictures, version: input.version, owner: owner)
    }

    /// The files with the marker that lists them.
    static func marked(
        _ files: [(path: String, text: String)], as kind: Kind = .report, pictures: [String] = [], version: String,
        owner: ReportOwner? = nil
    ) -> [(path: String, text: String)] {
        let list = (files.map(\.path) + pictures).map { $0 + "\n" }.joined()
        return files + [
            (
                path: kind.marker,
                text:
                    "A \(kind.rawValue) of ValueActionLens \(Plain.line(version))\(owner?.mark ?? ""). These files may be replaced:\n"
                    + list
            )
        ]
    }

    /// Writes a report. All is written beside the folder and put in place at once: a reader sees the old report or the
    /// new one. An earlier report of ours is replaced, an empty folder filled.
    ///
    /// - Parameters:
    ///   - owner: whose report it is, for those who come later.
    ///   - typeface: the fonts of figures as PDF and PNG; nil writes none.
    /// - Returns: The page's place.
    /// - Throws: `ReportError.notAReport` and `.notAFolder` for what is not ours to replace, `.unwritable` where
    ///   writing failed; then what was there before is still there.
    @discardableResult
    package static func write(
        _ input: ReportInput, to folder: URL, owner: ReportOwner? = nil, typeface: Typeface? = nil
    ) throws(ReportError) -> URL {
        var pictures: [Picture] = []
        let place = try write(to: folder) { () throws(ReportError) in
            let drawings = input.drawings
            pictures = typeface.map { Self.pictures(input.attributed(drawings), typeface: $0, input.version) } ?? []
            return try files(input, drawings, pictures: pictures.map(\.path), owner: owner)
        } pictures: {
            pictures
        }
        return place.appending(path: "report.html")
    }

    /// A file that is no text.
    struct Picture: Sendable {
        let path: String
        let bytes: [UInt8]
    }

    /// Figures as PDF and PNG, two columns wide.
    private static func pictures(_ figures: [Figure], typeface: Typeface, _ version: String) -> [Picture] {
        figures.flatMap { figure in
            [
                Picture(
                    path: "figures/\(figure.name).pdf",
                    bytes: figure.pdf(.two, typeface: typeface, producer: ReportFrame.generator(version))),
                Picture(path: "figures/\(figure.name).png", bytes: figure.png(.two, typeface: typeface)),
            ]
        }
    }

    /// Puts files in place as ``write(_:to:)`` does; they are made once the folder is known to be ours.
    ///
    /// - Returns: The folder's place.
    static func write(
        _ kind: Kind = .report, to folder: URL, _ files: () throws(ReportError) -> [(path: String, text: String)],
        pictures: () -> [Picture] = { [] }
    ) throws(ReportError) -> URL {
        // A link is followed: the report replaces what it leads to, not the link.
        let place = folder.standardizedFileURL.resolvingSymlinksInPath()
        try check(place, for: kind)
        let files = try files()
        do {
            try put(files, pictures(), at: place)
        } catch {
            throw unwritable(place, error)
        }
        return place
    }

    private static func unwritable(_ folder: URL, _ error: any Error) -> ReportError {
        let failure = error as? FileFailure ?? FileFailure(.writing, folder.path, error)
        return .unwritable(path: folder.path, reason: failure.reason)
    }

    /// Whose report a folder holds; `nil` where it holds none, or one that does not say.
    package static func owner(of folder: URL) -> ReportOwner? {
        let marker = folder.appending(path: Kind.report.marker)
        guard let text = try? String(contentsOf: marker, encoding: .utf8) else { return nil }
        return text.split(separator: "\n").first.flatMap { ReportOwner(mark: $0) }
    }

    /// Refuses a folder that holds anything but a report of ours. A file that someone has put beside ours is refused
    /// too: it would be lost.
    ///
    /// Call it before the work that ends in a report, so that a wrong path is known at once.
    /// - Throws: `ReportError.notAReport` or `.notAFolder`.
    package static func check(_ folder: URL, for kind: Kind = .report) throws(ReportError) {
        let manager = FileManager.default
        var isDirectory: ObjCBool = false
        guard manager.fileExists(atPath: folder.path, isDirectory: &isDirectory) else {
            return try checkParent(of: folder)
        }
        guard isDirectory.boolValue else { throw .notAFolder(path: folder.path) }
        let found: [String]
        let ours: Set<String>
        do {
            ours = try list(in: folder, marker: kind.marker)
            // At the top first: who names a home folder by mistake shall not wait until all of it is listed.
            let top = try manager.contentsOfDirectory(atPath: folder.path).sorted()
            let isForeign = top.contains { !ours.contains($0) }
            found = isForeign ? top : try manager.subpathsOfDirectory(atPath: folder.path).sorted()
        } catch {
            throw unwritable(folder, error)
        }
        if let foreign = found.first(where: { !ours.contains($0) }) {
            throw kind.refusal(path: folder.path, found: foreign)
        }
    }

    /// Refuses a folder that can't be made, because what it would lie in is a file or can't be written.
    private static func checkParent(of folder: URL) throws(ReportError) {
        // A path that can't be at all (too long, in a circle) is known now, too.
        var info = stat()
        if stat(folder.path, &info) != 0, errno != ENOENT, errno != ENOTDIR {
            throw .unwritable(path: folder.path, reason: FileFailure(.writing, folder.path, number: errno).reason)
        }
        let manager = FileManager.default
        var isDirectory: ObjCBool = false
        var parent = folder.standardizedFileURL.resolvingSymlinksInPath()
        repeat { parent.deleteLastPathComponent() } while parent.path != "/" && !manager.fileExists(atPath: parent.path)
        guard manager.fileExists(atPath: parent.path, isDirectory: &isDirectory), isDirectory.boolValue else {
            throw .notAFolder(path: parent.path)
        }
        guard manager.isWritableFile(atPath: parent.path) else {
            throw .unwritable(path: folder.path, reason: "'\(parent.path)' can't be written")
        }
    }

    /// What the marker lists, and the marker itself and the folder of figures; nothing where there is no marker.
    private static func list(in folder: URL, marker: String) throws -> Set<String> {
        let place = folder.appending(path: marker)
        guard FileManager.default.fileExists(atPath: place.path) else { return [] }
        let lines = try String(contentsOf: place, encoding: .utf8).split(separator: "\n").dropFirst()
        // The folders that they lie in are ours, too.
        let folders = lines.flatMap { path in
            let steps = path.split(separator: "/").dropLast()
            return steps.indices.map { steps[...$0].joined(separator: "/") }
        }
        return Set(lines.map(String.init)).union(folders).union([marker, "figures"])
    }

    private static func folder(of path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
    }

    private static func put(
        _ files: [(path: String, text: String)], _ pictures: [Picture], at place: URL
    ) throws {
        let manager = FileManager.default
        let parent = place.deletingLastPathComponent()
        // Not made of the folder's name, which may be as long as a name can be.
        let tag = "vlens-\(UUID().uuidString.prefix(8))"
        let fresh = parent.appending(path: ".\(tag).new")
        let former = parent.appending(path: ".\(tag).old")
        try manager.createDirectory(at: fresh.appending(path: "figures"), withIntermediateDirectories: true)
        do {
            for folder in Set(files.compactMap { folder(of: $0.path) }) {
                try manager.createDirectory(at: fresh.appending(path: folder), withIntermediateDirectories: true)
            }
            for file in files { try TextOutput.create(fresh.appending(path: file.path).path, with: file.text) }
            for picture in pictures { try Data(picture.bytes).write(to: fresh.appending(path: picture.path)) }
            let isReplacing = manager.fileExists(atPath: place.path)
            if isReplacing { try manager.moveItem(at: place, to: former) }
            do {
                try manager.moveItem(at: fresh, to: place)
            } catch {
                if isReplacing { try manager.moveItem(at: former, to: place) }
                throw error
            }
            if isReplacing { try manager.removeItem(at: former) }
        } catch {
            // What could not be finished is cleared away; the error that is told is the first one.
            try? manager.removeItem(at: fresh)
            throw error
        }
    }
}
