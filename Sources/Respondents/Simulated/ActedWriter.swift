extension Simulated {
    /// Writes a choice between two actions in one of the forms that models use.
    ///
    /// Strict JSON 25 %, fenced JSON 20 %, a Python dictionary 12 %, JSON whose justification holds unescaped quotes
    /// 8 % (only where a justification is wanted), prose 15 %, the bare option 10 %, thoughts before it 5 %,
    /// a first answer that is corrected 5 %.
    struct ActedWriter {
        /// 1 or 2.
        let choice: Int
        let action: String
        let value: String
        let topic: String
        let wantsJustification: Bool

        private var option: String { "Option \(choice)" }

        mutating func message(_ random: inout StableRandom) -> Message {
            let form = random.unit()
            let why = Phrases.justification(value: value, topic: topic, &random)
            let json = object(why)
            switch form {
            case ..<0.25: return Message(text: json)
            case ..<0.45: return Message(text: "```json\n\(json)\n```")
            case ..<0.57: return Message(text: dictionary(why))
            case ..<0.65 where wantsJustification:
                return Message(text: #"{"action": "\#(option)", "explanation": "As one says, "\#(why)""}"#)
            case ..<0.80: return Message(text: prose(why))
            case ..<0.90: return Message(text: wantsJustification ? "\(option)\n\n\(why)" : option)
            case ..<0.95:
                return Message(text: "<think>\(random.pick(Phrases.thoughts, or: ""))</think>\n\(json)")
            default:
                let correction = random.pick(Phrases.corrections, or: "")
                let other = #"{"action": "Option \#(3 - choice)"}"#
                return Message(text: "\(other)\n\n\(correction)\n\n\(json)")
            }
        }

        /// A reply that must not be read: empty, cut off before the choice, or naming both options.
        mutating func broken(_ random: inout StableRandom) -> Message {
            switch random.unit() {
            case ..<0.34: Message(text: "")
            case ..<0.67: Message(text: #"{"action": "Opt"#, isCutOff: true)
            default: Message(text: random.pick(Phrases.ambiguities, or: ""))
            }
        }

        private func object(_ why: String) -> String {
            guard wantsJustification else { return #"{"action": "\#(option)"}"# }
            let escaped = why.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return #"{"action": "\#(option)", "explanation": "\#(escaped)"}"#
        }

        /// The apostrophes of the justification end its quotes early, as in the replies of real models.
        private func dictionary(_ why: String) -> String {
            wantsJustification
                ? "{'action': '\(option)', 'explanation': '\(why)'}" : "{'action': '\(option)'}"
        }

        private func prose(_ why: String) -> String {
            wantsJustification
                ? "I would choose \(option): \(action) \(why)" : "I would choose \(option): \(action)"
        }
    }
}
