package import Foundation
import Measures
import Pages
import Text

extension ReportFolder {
    /// The files of a calibration, by their paths inside its folder.
    ///
    /// - Throws: `ReportError.template` where the page's template does not parse.
    package static func files(_ input: CalibrationInput) throws(ReportError) -> [(path: String, text: String)] {
        let (document, tables) = (input.json, CalibrationCSV.tables(input.calibration))
        var files = [
            (path: "index.html", text: try CalibrationPage.page(input)),
            (path: "calibration.json", text: document.text()),
        ]
        files += (tables + [DataDictionary.table(tables, [("calibration.json", document)])])
            .map { (path: $0.name, text: $0.text) }
        files += input.figures.map { (path: "figures/\($0.name).svg", text: $0.standalone) }
        return marked(files, as: .calibration, version: input.version)
    }

    /// Writes a calibration, as reports are written: beside the folder, and put in place at once.
    ///
    /// - Returns: The page's place.
    /// - Throws: `ReportError.notACalibration` and `.notAFolder` for what is not ours to replace, `.unwritable` where
    ///   writing failed.
    @discardableResult
    package static func write(_ input: CalibrationInput, to folder: URL) throws(ReportError) -> URL {
        try write(.calibration, to: folder) { () throws(ReportError) in try files(input) }.appending(path: "index.html")
    }
}
