/// What one name means, wherever it stands: a column of a CSV file, a key of a JSON document.
///
/// One thing has one name in all outputs. Where a name means something else in one place, a term of its own says so: its
/// name begins with what it stands below, as in `coverage/share` or `instrument.csv/level`.
package struct Term: Sendable, Hashable {
    /// The name, behind what it stands below.
    package let name: String
    /// What it is, in words that need no other file.
    package let meaning: String
    /// What one of it is: `cells`, `US dollars`; empty for a pure number and a text.
    package let unit: String
    /// What it can be: `0 to 1`; empty where it is a text of any kind.
    package let range: String
    /// What its values stand for: `agree = 0, disagree = 1`; empty where they say so themselves.
    package let coding: String
    /// What an object's keys are, where they are no names of ours, and those of the objects in it: `country`, `value`.
    package let keys: [String]

    init(
        _ name: String, _ meaning: String, unit: String = "", _ range: String = "", coding: String = "",
        keys: [String] = []
    ) {
        (self.name, self.meaning, self.unit, self.range) = (name, meaning, unit, range)
        (self.coding, self.keys) = (coding, keys)
    }

    /// The same under another name and with other words.
    func renamed(_ name: String, _ meaning: String, _ range: String? = nil) -> Term {
        Term(name, meaning, unit: unit, range ?? self.range, coding: coding)
    }
}

extension Term {
    /// How a score is coded, everywhere.
    static let agreeIsZero = "agree = 0, disagree = 1"

    /// Every term, those of one part of the output together.
    package static let all =
        places + figures + counts + intervals + run + instrument + deconvolved + comparison + calibration + replies
        + compareSite + browse + dataset + circle + generation + agreement + projects + annotate + risks + prediction
        + predictionDesign + long
}
