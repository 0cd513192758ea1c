import Pages

/// A cell of the list of actions: both side by side.
struct DataPairView {
    let pair: FlaggedPair
    let place: DataAddress

    /// A list shows so much of a text; the cell's page has all of it.
    private static let mostOfAction = 600, mostOfExplanation = 600, mostOfSpan = 200, mostSpans = 24, mostPieces = 40

    var markup: Markup {
        let address = CellAddress(run: place.run, country: pair.country, topic: pair.topic, value: pair.value)
        let sides: [MisalignedCell.Inclination] = place.inclination.map { [$0] } ?? [.agree, .disagree]
        return .element(
            "li", [:],
            [
                .element(
                    "h3", [:],
                    [
                        .element(
                            "a", ["href": address.link().href], [.element("bdi", [:], text: cut(pair.value, to: 120))])
                    ]),
                .element(
                    "p", ["class": "where"],
                    [
                        .element("bdi", [:], text: cut(pair.country, to: 120)), .text(" · "),
                        .element("bdi", [:], text: cut(pair.topic, to: 120)), .text(" · "),
                        .element("bdi", [:], text: cut(pair.group, to: 120)),
                        pair.generator.map {
                            .text(" · written by ") + .element("bdi", [:], text: cut($0, to: 120))
                        } ?? .empty,
                    ]),
                Self.flags(pair.flags),
                .element("div", ["class": "sides"], sides.map(side)),
            ])
    }

    private func side(_ inclination: MisalignedCell.Inclination) -> Markup {
        let heading = Markup.element(
            "h4", [:], text: inclination == .agree ? "Shows the value" : "Against the value")
        guard let action = pair[inclination] else {
            return .element("div", [:], [heading, .element("p", [:], text: "The study has no such action.")])
        }
        let shown = cut(action.text, to: Self.mostOfAction)
        let spans = action.attributions.filter { $0.utf8.count <= 4 * Self.mostOfAction }.prefix(Self.mostSpans)
        let attribution = Attribution(action: shown, spans: Array(spans))
        return .element(
            "div", [:],
            [
                heading,
                .element("blockquote", ["dir": "auto", "class": inclination.rawValue], Self.pieces(attribution)),
                elsewhere(attribution, of: action, isCut: shown != action.text),
                action.explanation.isEmpty
                    ? .empty
                    : .element(
                        "p", ["class": "explanation", "dir": "auto"],
                        text: cut(action.explanation, to: Self.mostOfExplanation)),
                Self.flags(action.flags),
            ])
    }

    /// A hostile text may be attributed letter by letter: so many pieces are marked, the rest stands unmarked.
    private static func pieces(_ attribution: Attribution) -> [Markup] {
        attribution.pieces.enumerated().map { index, piece in
            piece.isMarked && index < mostPieces ? .element("mark", [:], text: piece.text) : .text(piece.text)
        }
    }

    private func elsewhere(_ attribution: Attribution, of action: FlaggedAction, isCut: Bool) -> Markup {
        // Of a text that is cut nobody can say it here.
        guard !isCut, !attribution.elsewhere.isEmpty else { return .empty }
        let spans = attribution.elsewhere.prefix(6).map { "“\(cut($0, to: Self.mostOfSpan))”" }.joined(separator: ", ")
        return .element(
            "p", ["class": "explanation", "dir": "auto"],
            text: "Attributed, but not in the action word by word: \(spans)")
    }

    /// Each leads to what it means.
    private static func flags(_ flags: [ActionFlag]) -> Markup {
        guard !flags.isEmpty else { return .empty }
        return .element(
            "ul", ["class": "flags", "aria-label": "Flags"],
            flags.map { flag in
                .element("li", [:], [.element("a", ["href": "#flag-\(flag.rawValue)"], text: flag.words)])
            })
    }
}
