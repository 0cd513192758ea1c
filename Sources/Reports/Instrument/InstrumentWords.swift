import Measures
import Pages

/// What the instrument's own errors say, in words that the page and the terminal share.
struct InstrumentWords {
    let instrument: InstrumentReport

    /// The two tasks with their names.
    var tasks: [(name: String, task: TaskInstrument)] {
        [("Task 1, stated", instrument.stated), ("Task 2, acted", instrument.acted)]
    }

    /// The findings, each a sentence that stands alone; none where there is nothing to compare.
    var findings: [String] {
        [agreement, position, wording, generator, family, variance, missing].compactMap(\.self)
    }

    private var agreement: String? {
        let parts = zip(["Task 1", "Task 2"], [instrument.stated, instrument.acted]).compactMap { name, task in
            task.variants * task.replicates > 1
                ? task.agreement.binary.map { "\(Self.share($0)) of the answers in \(name)" } : nil
        }
        guard !parts.isEmpty else { return nil }
        return "Over the ways of asking one question, the more frequent inclination has "
            + "\(parts.joined(separator: ", ")) (mean over cells)."
    }

    private var position: String? {
        guard let position = instrument.acted.position, let bias = position.bias else { return nil }
        let flips = position.flips.map {
            "Swapping the order of the two actions changes \(Self.share($0)) of choices"
                + (instrument.acted.repetitionFlips.map { ", merely asking again \(Self.share($0))" } ?? "") + ". "
        }
        let first = position.first.map { "The first option is chosen \(Self.share($0)) of the time. " }
        return (flips ?? "") + (first ?? "")
            + "With both orders weighed alike, the first place adds \(Self.signed(bias)) to the chance of one half."
    }

    /// The effects that are shown. Where the place of the actions is known, its effect is that of their order: a shift
    /// towards disagree would mix it with which action happened to stand first.
    static func effects(of task: TaskInstrument) -> [FactorEffect] {
        // Task 1's order is that of values and options; the place of its options is the factor "scale".
        let isStated = task.factors.contains { $0.factor == AskingDesign.scale }
        return task.factors.filter { $0.factor != "order" || task.position == nil || isStated }
    }

    /// What the choices have to do with who wrote the actions.
    private var generator: String? {
        let effects = instrument.acted.factors.filter { $0.factor == AskingDesign.generator }
        func size(_ effect: FactorEffect) -> Double { abs(effect.shift?.value ?? 0) }
        guard let largest = effects.max(by: { size($0) < size($1) }), let shift = largest.shift else { return nil }
        let flips = largest.flips.map { " and changes \(Self.share($0)) of inclinations" } ?? ""
        let most = effects.count > 1 ? ", more than any other generator" : ""
        return
            "That “\(largest.level)” wrote the actions and not “\(largest.reference)” shifts the scores of Task 2 by "
            + "\(Self.signed(shift))\(flips)\(most)."
    }

    /// What it does that a model of the respondent's own family wrote the actions, or why nobody can tell.
    var family: String? {
        guard let effect = instrument.family else { return nil }
        let family = effect.families.respondent ?? ""
        let unknown = listed(effect.unknown.map { "“\($0)”" })
        let without =
            effect.unknown.isEmpty ? "" : " Without the generators whose family their names don’t tell: \(unknown)."
        switch effect.absence {
        case .familyUnknown:
            return "The respondent’s name tells no family of models, so what actions of its own family do is unknown."
        case .noneOfFamily:
            return "No generator is of the respondent’s family (\(family)), so what actions of its own family do is "
                + "unknown."
        case .noneOfAnother:
            return "No generator is known to be of another family than the respondent’s (\(family)), so there is "
                + "nothing to hold its own family’s actions against."
        case .nothingToCompare:
            return "No cell has choices among actions of the respondent’s own family (\(family)) and of another."
        case nil:
            guard let shift = effect.shift else { return nil }
            let inconsistent =
                effect.inconsistency.map { ", and the share of inconsistent cells by \(Self.signed($0))" } ?? ""
            return "Actions of the respondent’s own family (\(family)) against those of others shift the scores of "
                + "Task 2 by \(Self.signed(shift))\(inconsistent).\(without)"
        }
    }

    /// The wording that moves scores most.
    private var wording: String? {
        // Who wrote the actions is no wording, and has a sentence of its own.
        let effects = tasks.flatMap { name, task in
            Self.effects(of: task).filter { $0.factor != AskingDesign.generator }.map { (name: name, effect: $0) }
        }
        func size(_ effect: FactorEffect) -> Double { abs(effect.shift?.value ?? 0) }
        guard let largest = effects.max(by: { size($0.effect) < size($1.effect) }), let shift = largest.effect.shift
        else { return nil }
        let effect = largest.effect
        // Where two askings differ in something else, too, a flip may be that other's.
        let flips =
            effect.others > 0 ? "" : effect.flips.map { " and changes \(Self.share($0)) of inclinations" } ?? ""
        return "Of the wordings, \(effect.factor) “\(effect.level)” against “\(effect.reference)” moves answers most "
            + "(\(largest.name)): it shifts scores by \(Self.signed(shift))\(flips)."
    }

    private var variance: String? {
        guard let gap = instrument.gap else { return nil }
        func share(_ source: String) -> Double? { gap.components.first { $0.source == source }?.share }
        guard let value = share("value") else { return nil }
        let others = [("country", "countries"), ("topic", "topics"), ("variant", "variants")].compactMap {
            source, name in share(source).map { "\(Numerals.percent($0)) between \(name)" }
        }
        return (["Of the variance of the gap, \(Numerals.percent(value)) lies between values"] + others)
            .joined(separator: ", ") + "."
    }

    private var missing: String? {
        let found = instrument.sensitivity
        guard found.missingCells > 0, let rate = found.scenarioMean[.f1Disagree] else { return nil }
        return
            "If every missing answer were agree, the alignment rate would be \(Numerals.decimal(rate.missingAgree)); "
            + "if each were disagree, \(Numerals.decimal(rate.missingDisagree)). The measured rate is "
            + "\(Numerals.decimal(rate.measured))."
    }

    /// What can't be said of a task, and why.
    static func notes(_ task: TaskInstrument, isStated: Bool) -> [String] {
        var notes: [String] = []
        if task.variants < 2 {
            notes.append(
                task.readings == 0
                    ? "No answer was read: there is nothing to compare."
                    : task.replicates < 2
                        ? "One variant was asked, once: there are no wordings and no repetitions to compare."
                        : "One variant was asked: there are no wordings to compare.")
        } else if task.factors.isEmpty {
            notes.append(
                "No two variants differ in one thing alone, so the effects of framing, order and requirement are unknown."
            )
        }
        if task.variants > 1, task.replicates < 2 {
            notes.append("Each question was asked once, so it is unknown how many answers change by mere repetition.")
        }
        if let order = order(task, isStated: isStated) { notes.append(order) }
        return notes
    }

    private static func order(_ task: TaskInstrument, isStated: Bool) -> String? {
        switch task.order {
        case .unknown:
            isStated
                ? "It is unknown which end of the scale stood first."
                : "It is unknown which of the two actions stood first."
        case .agreeFirst:
            isStated
                ? "Every scale starts at agreement, so a liking for the first place can’t be told from agreeing."
                : "The agreeing action always stood first, so a liking for its place can’t be told from agreeing."
        case .disagreeFirst:
            "The disagreeing option always stood first, so a liking for its place can’t be told from disagreeing."
        case .both:
            task.position?.flips == nil
                ? isStated
                    ? "No two variants differ in the direction of their scale alone, so no pair shows the effect of turning it; "
                        + "a factor’s flips are its own and another’s."
                    : "It is unknown which variants differ in their order alone, so no pair shows the effect of swapping."
                : nil
        }
    }

    /// How the components were estimated, and what the last one holds.
    var varianceNotes: [String] {
        [
            "Method of moments (Henderson 1953, method 1); a component estimated below 0 counts as 0. The gap’s "
                + "components are those of each acted choice minus its cell’s stated score."
        ] + residualNotes
    }

    /// What the last component of the variance holds, one sentence for all that are alike.
    var residualNotes: [String] {
        let found = [
            ("the gap", instrument.gap), ("stated scores", instrument.stated.variance),
            ("acted scores", instrument.acted.variance),
        ]
        return Self.grouped(found.map { ($0, Self.residual($1)) }).map { "Of \($0.of): \($0.text)" }
    }

    /// Equal sentences once, with all that they are said of.
    static func grouped(_ sentences: [(of: String, text: String)]) -> [(of: String, text: String)] {
        var grouped: [(of: [String], text: String)] = []
        for (name, text) in sentences {
            if let known = grouped.firstIndex(where: { $0.text == text }) {
                grouped[known].of.append(name)
            } else {
                grouped.append(([name], text))
            }
        }
        return grouped.map { (listed($0.of), $0.text) }
    }

    private static func residual(_ found: VarianceComponents?) -> String {
        guard let found else { return "no source of variance can be told apart." }
        let held = found.residual.filter { $0 != "replicate" }
        if held.isEmpty {
            return "“replicate” is the difference between repetitions of one question; nothing else is left."
        }
        return
            "the residual holds \(listed(held + ["replicate"])) together, which one reading of each can’t tell apart."
    }

    /// `4.1 % [3.0, 5.5]`.
    static func share(_ estimate: Estimate) -> String {
        guard let interval = estimate.interval else { return Numerals.percent(estimate.value) }
        return "\(Numerals.percent(estimate.value)) [\(Numerals.decimal(interval.low * 100, places: 1)), "
            + "\(Numerals.decimal(interval.high * 100, places: 1))]"
    }

    /// `+0.031 [+0.020, +0.042]`.
    static func signed(_ estimate: Estimate) -> String {
        guard let interval = estimate.interval else { return Numerals.signed(estimate.value, places: 3) }
        return "\(Numerals.signed(estimate.value, places: 3)) [\(Numerals.signed(interval.low, places: 3)), "
            + "\(Numerals.signed(interval.high, places: 3))]"
    }
}
