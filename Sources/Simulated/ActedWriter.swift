extension Simulated {
    /// Writes a choice between two actions in one of the forms that models use, in the labels of the study.
    ///
    /// Strict JSON 25 %, fenced JSON 20 %, a Python dictionary 12 %, JSON whose justification holds unescaped quotes
    /// 8 % (only where a justification is wanted), prose 15 %, the bare option 10 %, thoughts before it 5 %,
    /// a first answer that is corrected 5 %.
    struct ActedWriter {
        /// 1 or 2.
        let choice: Int
        /// What the study calls the two options.
        let labels: [String]
        let action: String
        let value: String
        let topic: String
        let wantsJustification: Bool

        private var option: String { label(choice) }

        private func label(_ number: Int) -> String {
            labels.indices.contains(number - 1) ? labels[number - 1] : "Option \(number)"
        }

        /// A phrase with the labels in it.
        private func phrase(_ phrases: [String], _ random: inout StableRandom) -> String {
            random.pick(phrases, or: "").replacing("{1}", with: label(1)).replacing("{2}", with: label(2))
        }

        mutating func message(_ random: inout StableRandom) -> Message {
            let form = random.unit()
            let why = Phrases.justification(value: value, topic: topic, &random)
            let json = object(why)
            switch form {
            case ..<0.25: return Message(text: json)
            case ..<0.45: return Message(text: "```json\n\(json)\n```")
            case ..<0.57: return Message(text: dictionary(why))
            case ..<0.65 where wantsJustification:
                let object = #"{"action": "\#(escaped(option))", "explanation": "As one says, "\#(why)""}"#
                return Message(text: object)
            case ..<0.80: return Message(text: prose(why))
            case ..<0.90: return Message(text: wantsJustification ? "\(option)\n\n\(why)" : option)
            case ..<0.95:
                return Message(text: "<think>\(phrase(Phrases.thoughts, &random))</think>\n\(json)")
            default:
                let correction = random.pick(Phrases.corrections, or: "")
                let other = #"{"action": "\#(escaped(label(3 - choice)))"}"#
                return Message(text: "\(other)\n\n\(correction)\n\n\(json)")
            }
        }

        /// A reply that must not be read: empty, cut off before the choice, or naming both options.
        mutating func broken(_ random: inout StableRandom) -> Message {
            switch random.unit() {
            case ..<0.34: Message(text: "")
            case ..<0.67: Message(text: #"{"action": ""# + escaped(beginning), isCutOff: true)
            default: Message(text: phrase(Phrases.ambiguities, &random))
            }
        }

        /// So much of a label that it is not yet told from the other.
        private var beginning: String { String(label(1).prefix(min(3, label(1).count - 1))) }

        private func escaped(_ text: String) -> String {
            text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        }

        private func object(_ why: String) -> String {
            guard wantsJustification else { return #"{"action": "\#(escaped(option))"}"# }
            return #"{"action": "\#(escaped(option))", "explanation": "\#(escaped(why))"}"#
        }

        /// The apostrophes of the justification end its quotes early, as in the replies of real models.
        private func dictionary(_ why: String) -> String {
            // As Python prints a text: one with an apostrophe stands in double quotes.
            let mark = option.contains("'") ? "\"" : "'"
            let choice = mark + (mark == "'" ? option.replacing("\\", with: "\\\\") : escaped(option)) + mark
            return wantsJustification
                ? "{'action': \(choice), 'explanation': '\(why)'}" : "{'action': \(choice)}"
        }

        private func prose(_ why: String) -> String {
            wantsJustification
                ? "I would choose \(option): \(action) \(why)" : "I would choose \(option): \(action)"
        }
    }
}
