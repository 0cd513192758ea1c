package import Measures
import Pages

/// Everything that outputs of warnings show.
package struct WarningInput: Sendable {
    /// A run that was learned from.
    package struct Run: Sendable, Hashable {
        /// The run's number and its respondent.
        package var number: Int
        package var respondent: String

        /// A run.
        package init(number: Int, respondent: String) { (self.number, self.respondent) = (number, respondent) }
    }

    /// The run that is warned of.
    package var target: Run
    /// The study's title.
    package var study: String
    /// The runs that were learned from, in the figures' order; the target itself where there is no other.
    package var learnedFrom: [Run]
    /// Cells of the target that state no side, of which nothing is warned.
    package var undecided: Int
    /// What must be known before any figure is read, a sentence each.
    package var notices: [String]
    /// The figures.
    package var found: GapWarnings
    /// The version of the program.
    package var version: String

    /// An input with all its parts.
    package init(
        target: Run, study: String, learnedFrom: [Run], undecided: Int, notices: [String] = [], found: GapWarnings,
        version: String
    ) {
        (self.target, self.study, self.learnedFrom, self.undecided) = (target, study, learnedFrom, undecided)
        (self.notices, self.found, self.version) = (notices, found, version)
    }

    /// The title of every output.
    package var title: String { "Where the word is least to be trusted · \(target.respondent), run \(target.number)" }

    /// From whom was learned, and how that was tested.
    var learning: String {
        let names = listed(learnedFrom.map { "\($0.respondent) (run \($0.number))" })
        let cells = found.learned.reduce(0) { $0 + $1.cells }
        let known = "\(Numerals.count(cells, "cell", "cells")) with a side in both tasks"
        return switch found.testing {
        case .otherRespondents:
            "Learned from \(names), \(known); tested on each respondent by a model of the others."
        case .otherValues:
            "Learned from one run alone, \(names), \(known); tested on each fifth of its values by a model of its other values. How far "
                + "another respondent is like this one, the test does not tell."
        case .ownScenarios:
            "No other run has both tasks: learned from the run itself, \(known), each fifth of its scenarios by a model of the others. "
                + "That says nothing of other respondents."
        }
    }

    /// What must be thought of the warnings, in one sentence.
    var verdict: String {
        let source = found.outcome == nil ? "where they were tested" : "against what it then did"
        let skill = (found.outcome ?? found.tested).skill
        let words =
            "Brier skill \(Numerals.signed(skill?.value, places: 3))"
            + (Numerals.range(skill?.interval, places: 3, isSigned: true).map { " \($0)" } ?? "")
        return switch found.standing {
        case .skilled: "The probabilities tell more than the base rate \(source): \(words)."
        case .uncertain:
            "The probabilities may tell no more than the base rate \(source): \(words). Take the order with care."
        case .worthless:
            "Nothing here should be believed: \(source) the probabilities tell no more than the base rate (\(words))."
        }
    }
}

extension GapWarnings.Warning {
    /// “value Wealth +1.2, stated 0.67 +0.4”: the largest reasons, in log-odds.
    package func reasonWords(_ most: Int = 3) -> String {
        reasons.prefix(most).map { reason in
            let what =
                switch reason.feature {
                case "value": cell.value
                case "country": cell.country
                case "topic": cell.topic
                case "group": cell.group
                case "stated": "stated \(Numerals.decimal(cell.stated))"
                case "firmness": "firmness \(Numerals.decimal(2 * abs(cell.stated - 0.5)))"
                default: "spread \(Numerals.decimal(cell.statedSpread))"
                }
            return "\(what) \(Numerals.signed(reason.amount, places: 1))"
        }.joined(separator: ", ")
    }
}
