import Foundation

/// What programs read.
enum JSONText {
    /// The reports of a run.
    ///
    /// - Throws: what encoding throws.
    static func document(_ reports: [Report]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(reports.map(WrittenReport.init)), as: UTF8.self) + "\n"
    }

    /// One value in one line, for the process that started this one.
    ///
    /// - Throws: what encoding throws.
    static func line(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self) + "\n"
    }

    /// What ``line(_:)`` wrote, or an anchor: the last line of a child's output.
    ///
    /// - Throws: `BenchmarkError` that quotes what was there instead.
    static func read<Value: Decodable>(_ type: Value.Type, from output: String) throws(BenchmarkError) -> Value {
        let last = output.split(whereSeparator: \.isNewline).last ?? ""
        do {
            return try JSONDecoder().decode(type, from: Data(last.utf8))
        } catch {
            throw .failure("a child process printed '\(last.prefix(200))' where figures were expected")
        }
    }
}

private struct WrittenReport: Encodable {
    let title: String
    let anchor: String?
    let figures: [WrittenFigure]
    let notes: [String]

    init(_ report: Report) {
        title = report.title
        anchor = report.anchor
        figures = report.figures.map(WrittenFigure.init)
        notes = report.notes
    }
}

private struct WrittenFigure: Encodable {
    let figure: String
    let unit: String
    let ours: Double
    let anchor: Double?
    let ratio: Double?
    let budget: String?
    let met: Bool?

    init(_ figure: Figure) {
        self.figure = figure.name
        unit = figure.unit
        ours = figure.ours
        anchor = figure.anchor
        ratio = figure.ratio
        budget = figure.budget?.text(figure.unit)
        met = figure.isMet
    }
}
