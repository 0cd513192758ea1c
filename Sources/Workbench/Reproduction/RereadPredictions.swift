import Measures
import Reading
import Reports
import Study

/// The predictions of one file, read by both rules.
struct RereadPredictions {
    private let legacy: InclinationTable
    private let strict: InclinationTable
    let different: Int
    let replies: Int

    init(_ file: ReleasedPredictions) {
        let reader = LegacyReader()
        let read = file.examples.map {
            (label: $0.label, legacy: reader.prediction(in: $0.reply), strict: $0.prediction)
        }
        legacy = Self.table(read.map { ($0.label, $0.legacy) })
        strict = Self.table(read.map { ($0.label, $0.strict) })
        different = read.count { $0.legacy != $0.strict }
        replies = read.count
    }

    func figure(_ name: String, printed: Double) -> ReproducedFigure {
        ReproducedFigure(name, printed: printed, exchanging: [.secondWord]) { rules in
            (rules.isEmpty ? legacy : strict).rates.f1Disagree
        }
    }

    /// True stands in the place of the positive class.
    private static func table(_ pairs: [(label: Bool, prediction: Bool?)]) -> InclinationTable {
        var table = InclinationTable()
        for (label, prediction) in pairs {
            switch (label, prediction) {
            case (true, true?): table.bothDisagree += 1
            case (true, false?): table.statedDisagreeActedAgree += 1
            case (false, true?): table.statedAgreeActedDisagree += 1
            case (false, false?): table.bothAgree += 1
            case (_, nil): break
            }
        }
        return table
    }
}
