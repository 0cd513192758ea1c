package import Measures

/// How far a project is that people judge, for whoever leads it.
package struct ProjectFacts: Sendable {
    /// Its name.
    package var name: String
    /// What the actions were written for.
    package var study: String
    /// The codebook in force: "via@1".
    package var codebook: String
    /// 16 hexadecimal digits of all that the codebook says.
    package var codebookDigest: String
    /// Whether its items are coded, so that codes are counted.
    package var hasCodes = false
    /// How many people are to judge each item.
    package var overlap: Int
    /// How far it is, all countries together, then each country that an item is of, in the study's order.
    package var whole = ProjectShare(), countries: [(country: String, share: ProjectShare)] = []
    /// Items that were judged by more people than were asked for, over all: judgements beyond the quota.
    package var extras = 0
    /// Items that were begun by somebody and not judged to the end.
    package var begun = 0
    /// Items that somebody left out and has not judged since.
    package var skipped = 0
    /// Items that somebody holds at the moment.
    package var held = 0
    /// Items on which annotators differ and nobody has decided, and those that were decided.
    package var disputed = 0, decided = 0
    /// Labels in the store that are of the project's items, and those of them that stand.
    package var labels = 0, standing = 0
    /// Labels that are not counted, by why.
    package var leftOut: [(reason: String, labels: Int)] = []
    /// Who judges, in the order in which they were added.
    package var annotators: [AnnotatorFacts] = []
    /// What is judged.
    package var criteria: [CriterionFacts] = []
    /// What the codebook may be to blame for.
    package var warnings: [CodebookWarning] = []
    /// Whether it is coded: the criteria are codes, of which several may apply.
    package var isCoding = false
    /// Whether its items are gaps.
    package var hasGaps = false
    /// Codes that coders propose, those first that most do.
    package var proposals: [ProposalFacts] = []
    /// How many final labels there are, by provenance, in the order of the provenances.
    package var provenance: [(name: String, labels: Int)] = []

    /// A project of which nothing is counted yet.
    package init(name: String, study: String, codebook: String, codebookDigest: String, overlap: Int) {
        (self.name, self.study, self.codebook) = (name, study, codebook)
        (self.codebookDigest, self.overlap) = (codebookDigest, overlap)
    }
}

/// A code that coders propose: what is named alike is one.
package struct ProposalFacts: Sendable {
    /// As it was named first.
    package var name: String
    /// What it would mean, in each coder's words; none that is empty or stands there already.
    package var definitions: [String]
    /// Who proposes it, and the places of the items for which, from 1.
    package var coders: [String], items: [Int]

    package init(name: String, definitions: [String], coders: [String], items: [Int]) {
        (self.name, self.definitions, self.coders, self.items) = (name, definitions, coders, items)
    }
}

/// How far some of a project's items are.
package struct ProjectShare: Sendable, Hashable {
    /// Items, and those that as many people have judged as were asked for.
    package var items = 0, complete = 0
    /// Judgements of whole items that count towards a quota, and those that all quotas ask for.
    package var judgements = 0, wanted = 0

    package init() {}
}

/// What is known of one annotator.
package struct AnnotatorFacts: Sendable {
    /// The name on their link.
    package var name: String
    /// Items that they judged by all criteria, by some, left out, and hold at the moment.
    package var judged = 0, begun = 0, skipped = 0, held = 0
    /// Items to which they left a note, and whose spans they corrected.
    package var notes = 0, corrected = 0
    /// Their answers, those that say “unsure”, and those that only accept one that was filled in.
    package var answers = 0, unsure = 0, accepted = 0
    /// Seconds an item.
    package var speed: AnnotatorSpeed?
    /// With the other annotators, all criteria together and each, by the criterion's id.
    package var others: PairedAgreement?, byCriterion: [(criterion: String, agreement: PairedAgreement)] = []
    /// With the answers that are known to be right.
    package var gold: PairedAgreement?
    /// With each model that judges.
    package var models: [(name: String, agreement: PairedAgreement)] = []
    /// Attention checks that they judged, and those that they passed.
    package var checks = 0, passed = 0

    /// Somebody who has not judged yet.
    package init(name: String) { self.name = name }
}

/// How fast somebody judges, from when an item was shown until it was judged by all criteria.
package struct AnnotatorSpeed: Sendable, Hashable {
    /// From so many seconds on nobody knows whether anybody read: an item that was left open over lunch takes hours.
    package static let idle = 600.0

    /// Quartiles of the seconds, of all items that have a time, those left lying included: they move a median little.
    package var lower, median, upper: Double
    /// Items with a time, those of them that took ``idle`` or longer, and judged items without a time.
    package var timed, idle, untimed: Int

    /// The speed of items.
    ///
    /// - Parameters:
    ///   - seconds: of each item with a time.
    ///   - untimed: how many have none.
    /// - Returns: `nil` where none has a time.
    package init?(_ seconds: [Double], untimed: Int) {
        let sorted = seconds.filter { $0.isFinite && $0 >= 0 }.sorted()
        guard let least = sorted.first else { return nil }
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            guard below + 1 < sorted.count else { return sorted.last ?? least }
            return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
        }
        (lower, median, upper) = (quantile(0.25), quantile(0.5), quantile(0.75))
        timed = sorted.count
        idle = sorted.count { $0 >= Self.idle }
        self.untimed = untimed
    }
}

/// What is known of one criterion.
package struct CriterionFacts: Sendable {
    /// Its id, and as pages name it.
    package var id, name: String
    /// How often each answer was given by annotators, in the codebook's order.
    package var answers: [(label: String, count: Int)] = []
    /// How often annotators can't tell.
    package var unsure = 0
    /// Of a code: of all pairs in which one coder says that it applies, the share in which the other does too, in [0, 1]; `nil` where nobody
    /// says so, or no two coders have coded an item.
    package var positiveAgreement: Double?
    /// How far annotators agree.
    package var agreement: LabelAgreement?
    /// Answers of annotators where the right one is known, and those that are right.
    package var goldAsked = 0, goldMet = 0
    /// How annotators' share of right answers here goes with their share elsewhere: a correlation over annotators; `nil` where too few have
    /// judged gold, or all alike.
    package var discrimination: Double?
    /// Items on which annotators differ and nobody has decided.
    package var disputed = 0

    /// A criterion of which nothing is counted yet.
    package init(id: String, name: String) { (self.id, self.name) = (id, name) }
}

/// A sign that a criterion, not the people, is to blame.
package enum CodebookWarning: Sendable, Hashable {
    /// Everybody who judged gold by the criterion misses more of it than they meet.
    case goldMissedByAll(criterion: String, annotators: Int, met: Int, asked: Int)
    /// Those who are right elsewhere are wrong here: their shares of right answers go against each other.
    case negativeDiscrimination(criterion: String, correlation: Double, annotators: Int)
    /// Many can't tell.
    case oftenUnsure(criterion: String, unsure: Int, answers: Int)
}
