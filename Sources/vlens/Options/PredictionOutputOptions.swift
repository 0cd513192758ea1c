import ArgumentParser
import Foundation
import Measures
import Pages
import Text

/// Files that predictions are written to.
struct PredictionOutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write every table (CSV, LaTeX), the figures, the JSON and the page into this folder.", valueName: "folder")
    )
    var tables: String?

    @Option(help: ArgumentHelp("Write the page to this file.", valueName: "file"))
    var html: String?

    func validate() throws {
        if let html, !html.hasSuffix(".html") {
            throw ValidationError("--html '\(html)': a page is written, so give a file that ends in .html")
        }
    }

    /// What nobody wants to learn after an hour of asking: that a file can't be written.
    func check() throws {
        if let html {
            let folder = URL(filePath: html).deletingLastPathComponent().path
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
                throw CommandFailure("--html '\(html)': there is no folder '\(folder)'")
            }
        }
        guard let tables else { return }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: tables, isDirectory: &isFolder), !isFolder.boolValue {
            throw CommandFailure("--tables '\(tables)' is a file: give a folder")
        }
    }

    /// Writes what was asked for.
    ///
    /// - Parameters:
    ///   - files: those of the folder.
    ///   - page: that of the file.
    func write(
        _ files: @autoclosure () throws -> [(path: String, text: String)], page: @autoclosure () throws -> String? = nil
    ) throws {
        if let html, let page = try page() { try TextOutput.replace(html, with: page) }
        guard let tables else { return }
        let folder = URL(filePath: tables)
        for file in try files() {
            let place = folder.appending(path: file.path)
            do {
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            } catch {
                throw FileFailure(.writing, tables, error)
            }
            try TextOutput.replace(place.path, with: file.text)
        }
    }
}

/// Whether figures of predictions have intervals, and how these are made: values are drawn anew, each with all its cells.
struct PredictionIntervalOptions: ParsableArguments {
    @Flag(inversion: .prefixedNo, help: "Give each figure its interval: a seeded bootstrap that draws values anew.")
    var intervals = true

    @OptionGroup var drawing: ItemIntervalOptions

    /// How they are made; nil where none are wanted.
    var plan: ResamplingPlan? { intervals ? drawing.plan : nil }
}
