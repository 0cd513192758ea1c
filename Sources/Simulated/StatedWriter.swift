extension Simulated {
    /// One rated value; the option counts from 0, in the order in which the scale is shown.
    struct Rating: Sendable {
        var value: String
        var option: Int
    }

    /// Writes the ratings of one scenario in one of the forms that models use.
    ///
    /// Strict JSON 25 %, fenced JSON 25 %, a Python dictionary 12 %, verbal ratings 12 %, lines of prose 10 %, thoughts
    /// before JSON 8 %, a first answer that is corrected 8 %. With reasons the prose and the verbal form are JSON.
    struct StatedWriter {
        let ratings: [Rating]
        let options: [String]
        let wantsReasons: Bool
        /// What stands for the options where a number alone would not tell; nil where it does.
        let words: [String]?

        mutating func message(_ random: inout StableRandom) -> Message {
            let form = random.unit()
            let introduction = random.pick(Phrases.introductions, or: "")
            switch form {
            case ..<0.25: return Message(text: object(.number, &random))
            case ..<0.50: return Message(text: "\(introduction)\n\n```json\n\(object(.numberAndLabel, &random))\n```")
            case ..<0.62: return Message(text: object(.numberAndLabel, quote: "'", &random))
            case ..<0.74: return Message(text: "```\n\(object(.label, &random))\n```")
            case ..<0.84 where !wantsReasons: return Message(text: "\(introduction)\n\n\(lines())")
            case ..<0.92:
                let thought = random.pick(Phrases.thoughts, or: "")
                return Message(text: "<think>\n\(thought)\n</think>\n\n\(object(.number, &random))")
            default: return Message(text: corrected(&random))
            }
        }

        /// A reply that must not be read: empty, or cut off before the first rating is complete.
        mutating func broken(_ random: inout StableRandom) -> Message {
            if random.chance(0.5) { return Message(text: "") }
            let name = ratings.first?.value ?? ""
            return Message(text: "```json\n{\n  \"\(name)\": \"", isCutOff: true)
        }
    }
}

extension Simulated.StatedWriter {
    private enum Style {
        case number, numberAndLabel, label
    }

    private func text(_ option: Int, _ style: Style) -> String {
        let label = options.indices.contains(option) ? options[option] : ""
        if let words, words.indices.contains(option), style != .numberAndLabel { return words[option] }
        switch style {
        case .number: return "\(option + 1)"
        case .numberAndLabel: return label.isEmpty ? "\(option + 1)" : "\(option + 1): \(label)"
        case .label: return label.isEmpty ? "\(option + 1)" : label.prefix(1).uppercased() + label.dropFirst()
        }
    }

    private func object(_ style: Style, quote: Character = "\"", _ random: inout StableRandom) -> String {
        let entries = ratings.map { rating in
            let answer = text(rating.option, style)
            let name = quoted(rating.value, by: quote)
            guard wantsReasons else { return "  \(name): \(quoted(answer, by: quote))" }
            let reason = quoted(random.pick(Phrases.reasons, or: ""), by: quote)
            let keys = (quoted("rating", by: quote), quoted("reason", by: quote))
            return "  \(name): {\(keys.0): \(quoted(answer, by: quote)), \(keys.1): \(reason)}"
        }
        return "{\n\(entries.joined(separator: ",\n"))\n}"
    }

    /// As Python prints a text: one with an apostrophe stands in double quotes.
    private func quoted(_ text: String, by quote: Character) -> String {
        let mark: Character = quote == "'" && text.contains("'") ? "\"" : quote
        let escaped = text.reduce(into: "") { result, letter in
            if letter == mark || letter == "\\" { result.append("\\") }
            result.append(letter)
        }
        return "\(mark)\(escaped)\(mark)"
    }

    private func lines() -> String {
        ratings.map { "- \($0.value): \(text($0.option, .numberAndLabel))" }.joined(separator: "\n")
    }

    /// The first rating is given wrongly, then everything again, rightly.
    private func corrected(_ random: inout StableRandom) -> String {
        var wrong = self
        let last = max(options.count - 1, 0)
        let slipped = ratings.prefix(1).map {
            Simulated.Rating(value: $0.value, option: $0.option == last ? max(last - 1, 0) : $0.option + 1)
        }
        wrong = Simulated.StatedWriter(
            ratings: slipped + ratings.dropFirst(), options: options, wantsReasons: wantsReasons,
            words: words)
        let correction = random.pick(Phrases.corrections, or: "")
        return "\(wrong.object(.number, &random))\n\n\(correction)\n\n\(object(.number, &random))"
    }
}
