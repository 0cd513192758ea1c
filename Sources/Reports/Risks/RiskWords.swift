import Measures
import Pages

extension RiskInput {
    var coded: CodedCells { report.coded }

    /// What a unit is called in tables.
    func name(_ unit: RiskUnit) -> String {
        switch unit {
        case .code(let code): coded.codes[code].name
        case .level(let level): coded.levels[level].name
        case .any: "Any of them"
        case .none: "None of them"
        }
    }

    /// What a unit is called in files: its id, "any", "none".
    func id(_ unit: RiskUnit) -> String {
        switch unit {
        case .code(let code): coded.codes[code].id
        case .level(let level): coded.levels[level].id
        case .any: "any"
        case .none: "none"
        }
    }

    /// What kind of unit it is, in files.
    func kind(_ unit: RiskUnit) -> String {
        switch unit {
        case .code: "code"
        case .level: "level"
        case .any, .none: "all"
        }
    }

    /// A coder's name; of `nil` the reference.
    func coder(_ place: Int?) -> String { place.map { coded.coders[$0].name } ?? "people together" }

    /// By code: whether its counts can be believed.
    func verdict(_ code: Int) -> RiskAgreement.Verdict { report.agreement[code].verdict }

    /// The mark behind a count of a unit that cannot be believed yet.
    func mark(_ unit: RiskUnit) -> String {
        switch unit {
        case .code(let code): verdict(code).isBelieved ? "" : "*"
        case .level(let level):
            coded.codes.indices.contains { coded.codes[$0].level == coded.levels[level].id && !verdict($0).isBelieved }
                ? "*" : ""
        case .any, .none: coded.codes.indices.allSatisfy { verdict($0).isBelieved } ? "" : "*"
        }
    }

    var codesNotBelieved: Int { coded.codes.indices.count { !verdict($0).isBelieved } }

    /// Rows of the taxonomy table: by level its codes, then the level; then any and none.
    var units: [RiskUnit] {
        coded.levels.enumerated().flatMap { number, level in
            coded.codes.indices.filter { coded.codes[$0].level == level.id }.map(RiskUnit.code) + [.level(number)]
        } + [.any, .none]
    }

    /// Whose codes are counted, over how many cells.
    var scope: String {
        let cells = Numerals.count(coded.cells.count, "misaligned cell", "misaligned cells")
        let done = report.codedCells
        let whose =
            switch basisKind {
            case "people": "coded by people (the adjudicator’s code, else that of most)"
            case "lexicon": "coded by the word list “\(basisName)”"
            case "model": "coded by the model “\(basisName)”"
            default: "coded by \(basisName) alone"
            }
        return "\(cells) of \(Numerals.count(coded.respondents.count, "respondent", "respondents")), "
            + "\(Numerals.count(done)) of them \(whose); codebook \(codebook)."
    }

    /// What must be known before any count is read, most important first.
    package var caveats: [String] {
        var caveats: [String] = []
        switch basisKind {
        case "lexicon":
            caveats.append(
                "These counts rest on a word list alone: it finds words, not risks, misses what is said in other words, and reads no "
                    + "negation. They are for triage, to choose what people code.")
        case "model":
            let isChecked = report.agreement.contains { found in
                found.againstReference.contains { $0.second == basisPlace }
            }
            if !isChecked { caveats.append("These counts rest on a model that nobody has checked.") }
            if let place = basisPlace, coded.coders[place].isOwn {
                caveats.append("The model codes gaps of its own.")
            }
        default: break
        }
        let codes = coded.codes.count
        if codesNotBelieved > 0 {
            caveats.append(
                codesNotBelieved == codes
                    ? "No count can be believed yet: of no code is the coders’ agreement known to be good enough."
                    : "Counts of \(codesNotBelieved) of \(codes) codes can’t be believed yet (marked *): their coders’ agreement is not "
                        + "known to be good enough.")
        }
        if let sample { caveats.append(sample) }
        return caveats
    }

    private var basisPlace: Int? {
        if case .coder(let coder) = report.basis { coder } else { nil }
    }

    /// That the cells are a sample, and of what.
    private var sample: String? {
        guard report.isSample else { return nil }
        let parts = coded.respondents.map { name in
            "\(Numerals.count(report.known(of: name))) of \(Numerals.count(coded.misaligned[name] ?? 0)) of \(name)"
        }
        return "The cells are a sample (\(parts.joined(separator: ", ")))"
            + (sampleSeed.map { ", drawn with the seed \($0)" } ?? "")
            + ": counts in brackets extrapolate to all misaligned cells and hold if each had the same chance to be drawn."
    }

    /// How verdicts are come to.
    static let rule =
        "Counts of a code are believed where the lower end of the interval of Krippendorff’s alpha is at least 0.8, tentatively from 0.667 on "
        + "(Krippendorff 2004); of people among each other where people’s codes are counted, of a word list or a model against people."

    /// How intervals were made, in a sentence.
    var intervals: String {
        guard let plan = report.plan else { return "No intervals were made." }
        let drawn = plan.clustering == .scenario ? "scenarios" : "values (for one value or group of values, scenarios)"
        return
            "Intervals: \(Numerals.percent(plan.level, places: 0).replacing("\u{A0}", with: " ")); shares draw \(drawn) anew, agreement "
            + "draws cells (\(plan.method == .bca ? "BCa" : "percentile"), \(Numerals.count(plan.replicates)) draws, seed \(plan.seed); "
            + "Wilson’s and log-odds where few share in a figure)."
    }

    static let correctedRule =
        "Corrected: (share + specificity − 1) / (sensitivity + specificity − 1), Rogan and Gladen 1978, with the coder’s errors on the cells "
        + "that people coded, too; it holds where the coder errs alike on all cells. Beyond 0 and 1 it is cut off there (†)."
}

extension RiskPlace {
    /// As tables name it.
    var words: String {
        switch axis {
        case .all: "All"
        case .direction: Direction(rawValue: name)?.words ?? name
        default: name
        }
    }
}

extension RiskPlace.Axis {
    var words: String {
        switch self {
        case .all: "All"
        case .respondent: "Respondent"
        case .direction: "Direction"
        case .group: "Group of values"
        case .country: "Country"
        case .topic: "Topic"
        case .value: "Value"
        }
    }
}

extension RiskPlace.Direction {
    var words: String {
        switch self {
        case .statesAgree: "Agrees, acts against"
        case .statesDisagree: "Disagrees, acts for"
        }
    }
}

extension RiskAgreement.Verdict {
    /// In a few words.
    package var words: String {
        switch self {
        case .reliable: "good"
        case .tentative: "tentative"
        case .unreliable: "too low to believe counts"
        case .tooFew: "not known yet: too few cells with the rarer answer"
        case .noIntervals: "not known: no intervals were made"
        case .unchecked: "not known yet: nobody checked"
        }
    }
}

extension RiskCorrection.Absence {
    /// The reason as a clause.
    package var clause: String {
        switch self {
        case .noReference: "people coded none of its cells"
        case .oneSided: "people’s codes are all alike on its cells"
        case .noYouden: "the coder tells nothing apart"
        }
    }
}

/// Numbers of cells that a share extrapolates to.
enum RiskCells {
    /// `about 300, 250–350`.
    static func words(_ all: (value: Double, ends: ClosedRange<Double>?)) -> String {
        func cells(_ number: Double) -> String { Numerals.count(Int(number.rounded())) }
        return "about \(cells(all.value))"
            + (all.ends.map { ", \(cells($0.lowerBound))–\(cells($0.upperBound))" } ?? "")
    }
}
