import Pages
package import Text

/// A report as one HTML file that needs nothing beside it.
package enum ReportFile {
    /// Writes the page of a run: beside the file first, and put in its place at once.
    ///
    /// - Throws: `ReportError.unwritable` where writing failed; then what was there before is still there. `.template` where a
    ///   template does not parse.
    package static func write(_ input: ReportInput, to path: String) throws(ReportError) {
        let page = try HTMLReport.page(input)
        do {
            try TextOutput.replace(path, with: page)
        } catch {
            throw .unwritable(path: path, reason: error.reason)
        }
    }
}
