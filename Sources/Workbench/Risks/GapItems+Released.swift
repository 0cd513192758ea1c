package import AnswerStore
package import Study
import Text

extension GapItems {
    /// The misaligned examples of a released file.
    ///
    /// - Parameters:
    ///   - respondent: whose they are; `nil` takes the file's name.
    ///   - store: whose imported dataset may say what the other action was.
    /// - Throws: `ReleasedFileError` for what is wrong with the file; what is wrong with the study.
    package static func released(
        _ path: String, respondent: String?, study: LoadedStudy, in store: @autoclosure () throws -> AnswerStore?
    ) throws -> (gaps: GapItems, file: ReleasedExamples) {
        let file = try ReleasedExamples(path: path, names: ReleasedImport.names(of: study.definition))
        let actions = try study.joined(with: store()).definition
        let name = respondent ?? ReleasedExamples.respondent(ofFile: path)
        let run = String(path.split(separator: "/").last ?? Substring(path))
        let items = file.examples.map { example in
            let pair = actions.pairs(of: example.cell).first { $0.pair[example.acted].text == example.action.text }
            let line = DatasetAction(
                cell: example.cell, inclination: example.acted, action: example.action, generator: "release",
                language: study.definition.language.rawValue)
            return GapItem(
                line.withFoundSpans,
                CodedGap(
                    respondent: name, run: run, stated: example.stated == .agree ? 0 : 1,
                    acted: example.acted == .agree ? 0 : 1, isSidesOnly: true,
                    otherAction: pair?.pair[example.acted.opposite].text ?? ""))
        }
        let population = GapPopulation(respondent: name, run: run, source: run, misaligned: items.count)
        return (GapItems(items, of: population, study: study.definition), file)
    }
}
