import Pages
import Text

/// Why a report could not be made or written.
package enum ReportError: Error, Sendable, Equatable {
    /// A template of the page does not parse.
    case template(name: String, reason: String)
    /// The folder exists and holds a file that is none of a report of ours.
    case notAReport(path: String, found: String)
    /// The folder exists and holds a file that is none of a calibration of ours, a report among them.
    case notACalibration(path: String, found: String)
    /// The folder exists and holds a file that is none of a comparison of ours, a report among them.
    case notAComparison(path: String, found: String)
    /// The folder exists and holds a file that is none of a bundle of ours.
    case notABundle(path: String, found: String)
    /// The folder exists and holds a file that is none of a paper of ours.
    case notAPaper(path: String, found: String)
    /// The path is that of a file.
    case notAFolder(path: String)
    /// Reading or writing failed.
    case unwritable(path: String, reason: String)
}

extension ReportError {
    /// The page can't be made, because of one of its templates.
    init(_ error: TemplateError) {
        self = .template(name: error.name, reason: error.reason)
    }
}

extension ReportError: CustomStringConvertible {
    /// What happened and what to do, on one line.
    package var description: String { Plain.line(words) }

    private var words: String {
        switch self {
        case .template(let name, let reason):
            "the template “\(name)” cannot be used: \(reason)"
        case .notAReport(let path, let found):
            "\(path) holds “\(found)”, which is no part of a report, so it is left alone; name another folder"
        case .notACalibration(let path, let found):
            "\(path) holds “\(found)”, which is no part of a calibration, so it is left alone; name another folder"
        case .notAComparison(let path, let found):
            "\(path) holds “\(found)”, which is no part of a comparison, so it is left alone; name another folder"
        case .notABundle(let path, let found):
            "\(path) holds “\(found)”, which is no part of a bundle, so it is left alone; name another folder"
        case .notAPaper(let path, let found):
            "\(path) holds “\(found)”, which is no part of a paper’s tables, so it is left alone; name another folder"
        case .notAFolder(let path):
            "\(path) is a file, so no report can be written there; name a folder"
        case .unwritable(let path, let reason):
            "the report cannot be written to \(path): \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason); "
                + "name another folder"
        }
    }
}
