import Measures
import Pages

/// What figures tell, in words: for who cannot see them, and for who wants to check what they see.
enum FigureSummaries {
    /// The rates of places: the highest, the lowest and all together.
    static func rates(_ rows: [RateFigure.Row], overall: RateFigure.Row) -> String {
        let known = rows.filter { $0.f1Disagree != nil }
        func words(_ row: RateFigure.Row) -> String { "\(row.label) (\(Numerals.decimal(row.f1Disagree)))" }
        let all =
            "F1 of disagree \(Numerals.estimate(overall.f1Disagree, overall.disagreeInterval)) and F1 of agree "
            + "\(Numerals.estimate(overall.f1Agree, overall.agreeInterval)) all together; always agreeing would reach an F1 "
            + "of agree of \(Numerals.decimal(overall.alwaysAgree))."
        guard let first = known.first, let last = known.last, known.count > 1 else { return all }
        return all + " F1 of disagree is highest in \(words(first)), lowest in \(words(last))."
    }

    /// How many lines act against more than they say, and the two widest gaps of the means.
    static func gaps(_ rows: [GapFigure.Row], by what: String) -> String {
        let known = rows.filter { $0.signed != nil }
        let against = known.count { ($0.signed ?? 0) > 0 }
        let acted = known.count { ($0.signed ?? 0) < 0 }
        let widest = known.enumerated().sorted { one, other in
            (-abs(one.element.signed ?? 0), one.offset) < (-abs(other.element.signed ?? 0), other.offset)
        }.prefix(2).map { _, row in
            "\(row.label) (stated \(Numerals.decimal(row.stated)), acted \(Numerals.decimal(row.acted)))"
        }
        guard !widest.isEmpty else { return "No \(what) has both a stated and an acted score." }
        return
            "By \(what): \(against) of \(known.count) acted against more than stated, \(acted) for more. The means lie "
            + "farthest apart for \(widest.joined(separator: " and ")). 0 is agree, 1 disagree."
    }

    /// The widest and the narrowest field of a heatmap's distances, and how many are missing.
    static func heatmap(
        _ measures: MeasureReport, _ columns: GapColumns, names: [String],
        panels: String = "Four panels: stated, acted, distance, acted − stated"
    ) -> String {
        let matrix = measures.matrix(.distance, by: columns)
        let fields = matrix.enumerated().flatMap { value, row in
            row.enumerated().map { place, number in (value: value, place: place, number: number) }
        }
        let known = fields.filter { $0.number != nil }
        let missing = fields.count - known.count
        guard let widest = known.max(by: { ($0.number ?? 0) < ($1.number ?? 0) }),
            let least = known.min(by: { ($0.number ?? 0) < ($1.number ?? 0) })
        else { return "No field has a distance." }
        func words(_ field: (value: Int, place: Int, number: Double?)) -> String {
            "\(measures.axes.values[field.value]) in \(names[field.place]) (\(Numerals.decimal(field.number)))"
        }
        return "\(panels). The distance is widest for \(words(widest)), "
            + "narrowest for \(words(least)); "
            + (missing == 0 ? "no field is missing." : "\(Numerals.count(missing)) fields are missing.")
    }

    /// Which value most often has the widest distance.
    static func ranks(_ measures: MeasureReport) -> String {
        var firsts: [Int: Int] = [:]
        for ranking in measures.countryRankings {
            for place in ranking where place.rank == 1 { firsts[place.value, default: 0] += 1 }
        }
        let most = firsts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.first
        let countries = Numerals.count(measures.axes.countries.count, "country", "countries")
        guard let most else { return "No value has a rank." }
        return "The paper’s ranking by distance: \(measures.axes.values[most.key]) has rank 1 in \(most.value) of "
            + "\(countries). Shown are values among the first ten somewhere."
    }

    /// The largest shift by a way of asking, and how many are told from none.
    static func effects(_ rows: [ForestFigure.Row]) -> String {
        let known = rows.filter { $0.number?.isFinite == true }
        let clear = known.count { $0.ends?.isClear == true }
        let largest = known.max { abs($0.number ?? 0) < abs($1.number ?? 0) }
        guard let largest else { return "No effect of the wording is known." }
        return
            "What each way of asking shifts: most by \(largest.label), \(Numerals.signed(largest.number, places: 3)). "
            + "\(clear) of \(known.count) intervals leave out 0."
    }
}
