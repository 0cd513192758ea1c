import Pages

/// A misaligned cell as the page shows it.
struct MisalignedView {
    let place: String
    let value: String
    let gloss: String?
    let stated: String
    let acted: String
    let gap: String
    let choice: String
    let action: Markup
    let elsewhere: String?
    let explanation: String?

    init(_ cell: MisalignedCell, gloss: String?) {
        let attribution = Attribution(action: cell.action, spans: cell.attributions)
        place = "\(cell.country) · \(cell.topic)"
        value = cell.value
        self.gloss = gloss.flatMap { $0.isEmpty ? nil : $0 }
        stated = Numerals.decimal(cell.stated)
        acted = Numerals.decimal(cell.acted)
        gap = Numerals.signed(cell.signedGap)
        choice =
            cell.inclination == .agree
            ? "It chose the action that shows the value" : "It chose the action against the value"
        action = .joined(attribution.pieces.map { $0.isMarked ? .element("mark", [:], text: $0.text) : .text($0.text) })
        elsewhere =
            attribution.elsewhere.isEmpty ? nil : attribution.elsewhere.map { "“\($0)”" }.joined(separator: ", ")
        explanation = cell.explanation.isEmpty ? nil : cell.explanation
    }
}
