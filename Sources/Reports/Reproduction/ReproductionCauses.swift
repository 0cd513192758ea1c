import Pages

/// What accounts for a part's differences, cause by cause, in sentences. Of many figures of one kind the mean effect is
/// told and the widest.
struct ReproductionCauses {
    private let part: ReproducedPart
    private let table: ReproducedTable

    init(_ part: ReproducedPart, _ table: ReproducedTable) {
        (self.part, self.table) = (part, table)
    }

    /// A heading, and what stands below it.
    struct Section {
        let heading: String
        let sentences: [String]
    }

    /// Up to so many figures the effect on each is told.
    private static let mostTold = 4

    var sections: [Section] {
        [shares, fromPrinted, fromLegacy].compactMap(\.self)
    }

    private var shares: Section? {
        guard let title = table.sharesTitle else { return nil }
        let sentences = part.figures.compactMap { figure in
            figure.shares.map { shares in
                let (legacy, strict) = (words(shares.legacy), words(shares.strict))
                return "\(figure.name): \(legacy)" + (legacy == strict ? "" : " under legacy, \(strict) under strict")
            }
        }
        return sentences.isEmpty ? nil : Section(heading: title, sentences: sentences)
    }

    private func words(_ share: ReproducedFigure.Share) -> String {
        "\(Numerals.count(share.part)) of \(Numerals.count(share.whole))"
    }

    // MARK: - From printed to legacy

    private var fromPrinted: Section? {
        let figures = part.figures.filter { $0.difference != nil }
        guard !figures.isEmpty else { return nil }
        var sentences: [String] = []
        for cause in ReproductionCause.allCases {
            let effects = self.effects(figures) { $0.fromPrinted.first { $0.cause == cause }?.effect }
            if !effects.isEmpty { sentences.append("\(named(cause)): \(told(effects))") }
        }
        for cause in [ReproductionCause.missingReplies, .missingChoices] {
            guard let count = part.counts.first(where: { $0.cause == cause }), count.count > 0 else { continue }
            sentences.append("\(named(cause)); what they would change can't be computed from here")
        }
        let rests = effects(figures) { $0.unexplained(places: table.printedPlaces) }.filter { $0.effect != 0 }
        if rests.isEmpty, sentences.isEmpty {
            return Section(heading: "legacy gives every printed figure", sentences: [])
        }
        if !rests.isEmpty {
            sentences.append(
                "unexplained in \(rests.count) of \(figures.count): \(told(rests)) "
                    + "(the folder's files may be others than those the paper used)")
        }
        return Section(heading: "From the printed figures to legacy", sentences: sentences)
    }

    // MARK: - From legacy to strict

    private var fromLegacy: Section? {
        let figures = part.figures.filter { $0.change != nil }
        guard !figures.isEmpty else { return nil }
        var sentences: [String] = []
        for cause in ReproductionCause.allCases {
            let effects = self.effects(figures) { $0.fromLegacy.first { $0.cause == cause }?.effect }
            let concerns = part.counts.contains { $0.cause == cause && $0.count > 0 }
            guard !effects.isEmpty, concerns || effects.contains(where: { $0.effect != 0 }) else { continue }
            sentences.append("\(named(cause)): \(told(effects))")
        }
        guard !sentences.isEmpty else { return Section(heading: "strict gives the same as legacy", sentences: []) }
        let together = effects(figures) { $0.together }
        if together.contains(where: { $0.effect != 0 }) {
            sentences.append("all together, beyond the sum: \(told(together))")
        }
        return Section(heading: "From legacy to strict, each rule exchanged alone", sentences: sentences)
    }

    // MARK: - Words

    private typealias Effect = (name: String, effect: Double)

    private func effects(_ figures: [ReproducedFigure], _ effect: (ReproducedFigure) -> Double?) -> [Effect] {
        figures.compactMap { figure in effect(figure).map { (figure.name, $0) } }
    }

    /// "replies that the strict-JSON parser lost (24 of 1,056)".
    private func named(_ cause: ReproductionCause) -> String {
        guard let count = part.counts.first(where: { $0.cause == cause }) else { return cause.title }
        return "\(cause.title) (\(Numerals.count(count.count)) of \(Numerals.count(count.total)))"
    }

    private func told(_ effects: [Effect]) -> String {
        guard effects.contains(where: { $0.effect != 0 }) else { return "no effect" }
        guard part.figures.count > Self.mostTold else {
            return effects.map { "\($0.name) \(signed($0.effect))" }.joined(separator: "; ")
        }
        let mean = effects.reduce(0) { $0 + $1.effect } / Double(max(effects.count, 1))
        let widest = effects.max { abs($0.effect) < abs($1.effect) }
        return "mean \(signed(mean))" + (widest.map { "; widest \(signed($0.effect)) in \($0.name)" } ?? "")
    }

    /// Signed, and a small effect is told from none.
    private func signed(_ number: Double) -> String {
        let places = table.shownPlaces
        let text = Numerals.signed(number, places: places)
        guard number != 0, places > 0, text == Numerals.signed(0, places: places) else { return text }
        return "\(number < 0 ? "−" : "+")<0.\(String(repeating: "0", count: places - 1))1"
    }
}
