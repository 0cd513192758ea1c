import Pages

/// An example of a gap as the page shows it.
struct ExampleView {
    /// One of a cell's two actions.
    struct Action {
        let caption, style: String
        let text: Markup
    }

    let place: String
    /// The value's name, which leads to its cell where there is somewhere to go.
    let value: Markup
    let gloss: String?
    let stated: String
    let acted: String
    let statedMarks: Markup
    let actedMarks: Markup
    /// The action chosen more often first.
    let actions: [Action]
    let justification: String?
    let elsewhere: String?
    let explanation: String?

    init(_ cell: MisalignedCell, gloss: String?, site: Site = .file) {
        let attribution = Attribution(action: cell.action, spans: cell.attributions)
        let readings = cell.readings
        place = "\(cell.country) · \(cell.topic)"
        value = site.name(
            cell.value, site.cell(country: cell.country, topic: cell.topic, value: cell.value))
        self.gloss = gloss.flatMap { $0.isEmpty ? nil : $0 }
        stated = "says \(Numerals.decimal(cell.stated))"
        acted = "acts \(Numerals.decimal(cell.acted))"
        statedMarks = ReadingMarks.stated(readings.stated, options: readings.options)
        actedMarks = ReadingMarks.acted(readings.acted)
        let marked = Markup.joined(
            attribution.pieces.map { $0.isMarked ? .element("mark", [:], text: $0.text) : .text($0.text) })
        let other: MisalignedCell.Inclination = cell.inclination == .agree ? .disagree : .agree
        actions = [
            Action(
                caption: Self.caption(cell.inclination, readings.acted), style: "chosen", text: marked),
            Action(caption: Self.caption(other, readings.acted), style: "other", text: .text(cell.otherAction)),
        ].filter { $0.text != .empty }
        justification = cell.justification
        elsewhere =
            attribution.elsewhere.isEmpty ? nil : attribution.elsewhere.map { "“\($0)”" }.joined(separator: ", ")
        explanation =
            cell.explanation.isEmpty ? nil : "Why the chosen one shows it, as the dataset says: \(cell.explanation)"
    }

    /// `Chosen 7 of 8 times, the dataset’s action against the value:`
    private static func caption(_ side: MisalignedCell.Inclination, _ readings: [MisalignedCell.Inclination]) -> String
    {
        let what =
            side == .agree ? "the dataset’s action that shows the value" : "the dataset’s action against the value"
        guard !readings.isEmpty else { return "\(what.prefix(1).uppercased())\(what.dropFirst()):" }
        let times = readings.count { $0 == side }
        return "Chosen \(Numerals.count(times)) of \(Numerals.count(readings.count, "time", "times")), \(what):"
    }
}
