import Measures
import Pages

/// The deconvolved gap in words.
enum DeconvolutionWords {
    /// Why there is none.
    static func reason(_ absence: DeconvolutionAbsence) -> String {
        switch absence {
        case .noReadings: "only scores are known, no single answers"
        case .orderNotBalanced:
            "one action stood first throughout, or which did is not known, so that a liking for a place can’t be taken out"
        case .readOnce: "cells were asked too seldom: twice at least in Task 1, and with either action first"
        case .placeDecides: "nearly all choices took one place, whatever stood there"
        case .tooFewCells: "fewer than \(DeconvolvedGap.leastCells) cells were answered"
        }
    }

    /// What the gap is without slips, in a sentence; nil where there is none.
    static func sentence(_ part: DeconvolutionReport.Part?) -> String? {
        guard let part, let gap = part.gap else { return nil }
        func share(_ figure: DeconvolvedFigure) -> String {
            Numerals.percent(gap[figure])
                + (Numerals.percentRange(part.intervals[figure]).map { " " + $0 } ?? "")
        }
        return
            "With what it would answer otherwise if asked again taken out, what it states and what it does lean to opposite "
            + "sides in \(share(.gap)) of cells (the deconvolved gap); in \(share(.contradiction)) both lean clearly (steady "
            + "contradiction). In \(share(.ambivalent)) of all cells one of the two hardly leans (ambivalence)."
    }

    /// How often a repeated answer differs; nil where nothing was asked twice.
    static func again(_ found: DeconvolutionReport?) -> String? {
        guard let found, let stated = found.statedChange, let acted = found.actedChange else { return nil }
        return "Asked again in other words or another order, \(Numerals.percent(stated)) of its stated and "
            + "\(Numerals.percent(acted)) of its acted answers change sides."
    }
}
