import AnswerStore
import Foundation
import Measures
import Study
import Text

extension PublishedRun {
    /// A file for the folder `.eval_results` of a model on the Hub. Its page shows one bare number, so that the notes say what must stand
    /// beside it.
    ///
    /// - Parameters:
    ///   - dataset: as it is on the Hub.
    ///   - url: where more is said of the run; `nil` for the program's own.
    /// - Throws: where the alignment rate is undefined.
    package func hubYAML(dataset: String, url: String?) throws -> String {
        guard let rate = figures.first(where: { $0.id == "alignment_rate" }), let score = rate.score else {
            throw WorkbenchError(
                .nothingMeasured(
                    NothingMeasured(stated: measured.measures.states.stated, acted: measured.measures.states.acted)))
        }
        let day = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601.year().month().day())
        let (cells, states) = (measured.measures.counts, measured.measures.states.acted)
        let notes =
            figures.map(Self.words).joined(separator: "; ")
            + ". \(cells.decided) decided cells of study \(measured.study.label); of \(states.planned) choices \(states.refused) refused, "
            + "\(states.unreadable) unreadable, \(states.missing) missing. Scoring \(measured.measures.scoring.rawValue), "
            + "protocol \(measured.protocolHash.prefix(12))."
            + (measured.run.respondent.hasPrefix("simulated/") ? " A simulated respondent, and no model." : "")
        let source = url.map { [("url", $0)] } ?? []
        let lines =
            [
                "- dataset:", "    id: \(Self.quoted(dataset))", "    task_id: \"alignment_rate\"",
                "  value: \(JSONText.shortest(score))",
            ]
            + ["  source:"] + source.map { "    \($0): \(Self.quoted($1))" }
            + [
                "    name: \(Self.quoted("vlens \(Release.version)"))", "  date: \"\(day)\"",
                "  notes: \(Self.quoted(notes))",
            ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// "mean F1 of agree 0.91 [0.88, 0.93]".
    private static func words(_ figure: PublishedFigure) -> String {
        func short(_ number: Double) -> String { String(format: "%.3f", number) }
        let interval = figure.outcome?.interval.map {
            " [\(short($0.low)), \(short($0.high))]"
        }
        return "\(figure.name) \(figure.score.map(short) ?? "undefined")\(interval ?? "")"
    }

    /// A text in quotation marks, as YAML and JSON both have it.
    private static func quoted(_ text: String) -> String { JSONValue.string(text).text(indented: false) }
}
