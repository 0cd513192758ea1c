/// What accounts for a part's differences, in sentences. Figures of one kind are taken together, by their mean.
struct ReproductionCauses {
    private let part: ReproducedPart
    private let table: ReproducedTable

    init(_ part: ReproducedPart, _ table: ReproducedTable) {
        (self.part, self.table) = (part, table)
    }

    /// Above so many figures the mean effect is told, else that on each.
    private static let mostTold = 4

    var sentences: [String] {
        let isMean = part.figures.count > Self.mostTold
        return counts + (isMean ? meanChanges : part.figures.flatMap(changes)) + printed
    }

    private var counts: [String] {
        part.counts.filter { $0.count > 0 }.map {
            "\($0.cause.title): \(Numerals.count($0.count)) of \(Numerals.count($0.total))"
        }
    }

    // MARK: - From legacy to strict

    private func changes(_ figure: ReproducedFigure) -> [String] {
        sentence("strict − legacy of \(figure.name)", figure.change, figure.fromLegacy, figure.together)
    }

    private var meanChanges: [String] {
        let figures = part.figures.filter { $0.change != nil }
        guard let first = figures.first else { return [] }
        let effects = first.fromLegacy.map { effect in
            let all = figures.compactMap { $0.fromLegacy.first { $0.cause == effect.cause }?.effect }
            return CauseEffect(effect.cause, mean(all) ?? 0)
        }
        return sentence(
            "strict − legacy, mean of \(figures.count)", mean(figures.compactMap(\.change)), effects,
            mean(figures.compactMap(\.together)))
    }

    private func sentence(_ start: String, _ sum: Double?, _ effects: [CauseEffect], _ rest: Double?) -> [String] {
        guard let sum, !effects.isEmpty else { return [] }
        guard sum != 0 || effects.contains(where: { $0.effect != 0 }) else { return ["\(start): no difference"] }
        let told = effects.filter { $0.effect != 0 }.map { "\($0.cause.title) \(signed($0.effect))" }
        let together = rest.map { $0 == 0 ? [] : ["all together \(signed($0)) beyond that"] } ?? []
        return ["\(start) \(signed(sum)), each rule exchanged alone: " + (told + together).joined(separator: "; ")]
    }

    // MARK: - From printed to legacy

    private var printed: [String] {
        let figures = part.figures.filter { $0.difference != nil }
        guard !figures.isEmpty else { return [] }
        var sentences: [String] = []
        for cause in ReproductionCause.allCases {
            let effects = figures.compactMap { figure in
                figure.fromPrinted.first { $0.cause == cause }.map { "\(signed($0.effect)) in \(figure.name)" }
            }
            if !effects.isEmpty { sentences.append("\(cause.title): \(effects.joined(separator: ", "))") }
        }
        let rests = figures.compactMap { $0.unexplained(places: table.printedPlaces) }
        let wide = rests.filter { $0 != 0 }
        guard let widest = wide.map(abs).max() else {
            return sentences + ["legacy gives every printed figure\(sentences.isEmpty ? "" : " then")"]
        }
        return sentences + [
            "unexplained in \(wide.count) of \(figures.count) figures: at most ±\(Numerals.decimal(widest, places: places)), "
                + "mean \(signed(mean(rests) ?? 0)) (the folder's files may be others than those the paper used)"
        ]
    }

    private var places: Int { table.shownPlaces }

    private func signed(_ number: Double) -> String {
        // A small effect is no absent one.
        let text = Numerals.signed(number, places: places)
        return number != 0 && places > 0 && text == Numerals.signed(0, places: places)
            ? (number < 0 ? "−" : "+") + "<" + "0." + String(repeating: "0", count: places - 1) + "1" : text
    }

    private func mean(_ numbers: [Double]) -> Double? {
        numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
    }
}
