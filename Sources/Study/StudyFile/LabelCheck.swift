import Text
import Reading
import Yams

/// What labels leave open: a reply that answers as the prompt asks can then not be told from its opposite. None of it
/// keeps a study from being asked, so all are warnings.
extension StudyFileReader {
    /// The labels of a scale of Task 1, in each direction that it is asked in.
    mutating func checkScale(_ options: [(name: String, node: Node)], of framing: String, first: FirstOption) {
        let labels = options.map { RatingLabel($0.name) }
        checkLetters(options, "of \"\(framing)\"", isRead: "only its number can be read")
        var seen: [[RatingTokens.Token]: Int] = [:]
        for (place, label) in labels.enumerated() where !label.tokens.isEmpty {
            if let other = seen[label.tokens] {
                warning(
                    options[place].node,
                    "the options \(other + 1) and \(place + 1) of \"\(framing)\" can't be told apart by their labels: "
                        + "\"\(options[other].name)\" and \"\(options[place].name)\" differ in nothing but case and marks"
                )
            } else {
                seen[label.tokens] = place
            }
        }
        if first != .disagree { checkNumbers(labels, options, framing) }
        if first != .agree { checkNumbers(labels.reversed(), options.reversed(), framing) }
    }

    /// Labels that carry the number of another place.
    private mutating func checkNumbers(
        _ labels: [RatingLabel], _ options: [(name: String, node: Node)], _ framing: String
    ) {
        let clash = labels.enumerated().first { place, label in
            guard let number = label.number?.whole else { return false }
            return number != place + 1 && labels.indices.contains(number - 1)
        }
        guard let (place, label) = clash, let number = label.number?.whole else { return }
        warning(
            options[place].node,
            "the labels of \"\(framing)\" carry numbers that run against the numbers of the options: option \(place + 1) is "
                + "\"\(options[place].name)\", and option \(number) is \"\(options[number - 1].name)\"; a reply of "
                + "\"\(number)\" may mean either and is read as ambiguous. Leave the numbers out of the labels, or let them "
                + "count 1 to \(labels.count)")
    }

    /// The two labels of Task 2.
    mutating func checkLabels(_ labels: [String], _ node: Node?) {
        guard labels.count == 2, case .sequence(let nodes)? = node, nodes.count == 2 else { return }
        let options = zip(labels, nodes).map { (name: $0, node: $1) }
        checkLetters(options, "of \"acted\"", isRead: "no reply can name it")
        let tokens = labels.map { RatingTokens($0).tokens }
        let quoted = "\"\(labels[0])\" and \"\(labels[1])\""
        guard !tokens[0].isEmpty, !tokens[1].isEmpty else { return }
        if tokens[0] == tokens[1] {
            warning(
                nodes[1],
                "the options \(quoted) of \"acted\" can't be told apart: they differ in nothing but case and marks")
        } else if tokens[0].starts(with: tokens[1]) || tokens[1].starts(with: tokens[0]) {
            warning(
                nodes[1],
                "one of the options \(quoted) of \"acted\" is the beginning of the other: a reply that is cut off, or says "
                    + "more than the label, can't be told apart")
        } else if let (first, second) = Self.reversed(tokens[0], tokens[1]) {
            warning(
                nodes[0],
                "the options \(quoted) of \"acted\" run backwards: a reply of \"\(second)\" alone means the label with "
                    + "\"\(second)\", which stands second, and \"\(first)\" the one that stands first")
        }
    }

    private mutating func checkLetters(_ options: [(name: String, node: Node)], _ whose: String, isRead: String) {
        for option in options where RatingTokens(option.name).tokens.isEmpty {
            warning(option.node, "the label \"\(option.name)\" \(whose) has neither letters nor digits; \(isRead)")
        }
    }

    /// What two labels are numbered or lettered by, where the first comes later: ("2", "1"), ("B", "A").
    private static func reversed(
        _ first: [RatingTokens.Token], _ second: [RatingTokens.Token]
    ) -> (first: String, second: String)? {
        let counters = [first, second].map { $0.compactMap(counter).last }
        guard let one = counters[0], let two = counters[1], one.isLetter == two.isLetter, one.value > two.value else {
            return nil
        }
        return (one.text, two.text)
    }

    private static func counter(_ token: RatingTokens.Token) -> (value: Int, text: String, isLetter: Bool)? {
        switch token {
        case .number(let number): number.whole.map { ($0, "\($0)", false) }
        case .word(let letters):
            if letters.count == 1, let letter = letters.first {
                (Int(letter), String(decoding: letters, as: UTF8.self).uppercased(), true)
            } else {
                RatingWords.numerals[String(decoding: letters, as: UTF8.self)].map {
                    ($0, String(decoding: letters, as: UTF8.self), false)
                }
            }
        }
    }
}
