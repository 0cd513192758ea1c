package import Measures
import Pages

extension Scoring {
    /// What stands behind a title: nothing for the default, else the scoring by its name.
    ///
    /// - Parameter overruled: how many readings people have overruled.
    func mark(overruled: Int) -> String {
        switch self {
        case .strict: ""
        case .legacy: " · legacy scoring"
        case .overruled: " · strict+overrides scoring, \(Numerals.count(overruled, "reading", "readings")) overruled"
        }
    }

    /// What must be known before any figure is read, as a sentence; nil for the default.
    func notice(overruled: Int) -> String? {
        switch self {
        case .strict: nil
        case .legacy: "Legacy scoring, for reproduction only: it does what the released notebooks do."
        case .overruled:
            "Scoring strict+overrides: \(Numerals.count(overruled, "reading is", "readings are")) counted as people "
                + "overruled them; all others as the reader read them."
        }
    }
}

extension MeasureReport {
    /// How many readings of both tasks people have overruled, where that counts.
    package var overruled: Int { states.stated.overruled + states.acted.overruled }

    /// What stands behind the title of every output.
    package var scoringMark: String { scoring.mark(overruled: overruled) }

    /// What must be known before any figure is read, as a sentence; nil for the default.
    package var scoringNotice: String? { scoring.notice(overruled: overruled) }
}
