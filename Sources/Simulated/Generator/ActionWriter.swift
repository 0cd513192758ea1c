import Study
import Text

extension Simulated {
    /// Writes one action with its attributions and explanation, and the mistakes that were drawn for it.
    struct ActionWriter {
        let question: GenerationQuestion
        let mistakes: Set<Mistake>
        let seed: UInt64

        /// What an answer consists of, before it is put into a form.
        struct Parts {
            var action: String
            var attributions: [String]
            var explanation: String
        }

        func message(_ random: inout StableRandom) -> Message {
            if mistakes.contains(.refusal) { return Message(text: random.pick(Phrases.refusals, or: "")) }
            let text = form(spoiled(parts(&random), &random), &random)
            guard mistakes.contains(.cut) else { return Message(text: text) }
            return Message(text: String(text.prefix(max(1, text.count * 2 / 5))), isCutOff: true)
        }

        private var inclination: Inclination {
            mistakes.contains(.opposite) ? question.inclination.opposite : question.inclination
        }

        private var phrases: ActionPhrases {
            guard mistakes.contains(.foreign) else { return .of(question.language) }
            return question.language == .english ? .german : .english
        }

        private func filled(_ text: String) -> String {
            text.replacing("{topic}", with: question.cell.scenario.topic)
                .replacing("{country}", with: question.cell.scenario.country)
                .replacing("{gloss}", with: gloss).replacing("{value}", with: question.value.name)
        }

        /// What the value means, unless that names it, is long, or may be in another language.
        private var gloss: String {
            let gloss = question.value.gloss
            let isShort = gloss.split(separator: " ").count <= 15
            let leaks = LeakCheck.leaks(action: gloss, value: question.value, language: question.language)
            return question.language == .english && isShort && !leaks ? gloss : phrases.thing
        }

        private func parts(_ random: inout StableRandom) -> Parts {
            let deeds = inclination == .agree ? phrases.agreeing : phrases.resisting
            let opening = filled(random.pick(phrases.openings, or: ""))
            let deed = filled(random.pick(deeds, or: ""))
            let tail = random.pick(phrases.tails, or: "")
            let why = filled(random.pick(inclination == .agree ? phrases.because : phrases.against, or: ""))
            let both = random.chance(0.4)
            if mistakes.contains(.copy) {
                return Parts(action: phrases.copied, attributions: [phrases.copied], explanation: why)
            }
            if mistakes.contains(.third) {
                let action = filled(random.pick(phrases.others, or: ""))
                return Parts(action: action, attributions: [action], explanation: why)
            }
            var action = [opening, deed, tail].joined(separator: phrases.comma)
            if mistakes.contains(.long) {
                // Each is some five words long, or ten signs.
                let times = phrases.comma == "，" ? 24 : 11
                for place in 0..<times { action += phrases.comma + phrases.tails[place % phrases.tails.count] }
            }
            if mistakes.contains(.leak) { action += phrases.comma + filled(phrases.leak) }
            action += phrases.stop
            if mistakes.contains(.sentences) { action += phrases.more }
            return Parts(action: action, attributions: both ? [deed, tail] : [deed], explanation: why)
        }

        private func spoiled(_ parts: Parts, _ random: inout StableRandom) -> Parts {
            var parts = parts
            let first = parts.attributions.first ?? ""
            if mistakes.contains(.inflected) { parts.attributions[0] = inflected(first) }
            if mistakes.contains(.capitals) { parts.attributions[0] = parts.attributions[0].uppercased() }
            if mistakes.contains(.curly) { parts.attributions[0] = "“" + parts.attributions[0] + "”" }
            if mistakes.contains(.elsewhere) { parts.attributions.append(phrases.nowhere) }
            let dropsAttributions = random.chance(0.5)
            guard mistakes.contains(.missing) else { return parts }
            if dropsAttributions { parts.attributions = [] } else { parts.explanation = "" }
            return parts
        }

        /// The first longer word in another form.
        private func inflected(_ text: String) -> String {
            let ending =
                switch question.language {
                case .chinese, .japanese, .hindi: ""
                case .arabic, .urdu: "ه"
                case .german: "en"
                case .english, .french, .spanish, .filipino: "s"
                }
            var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            let place = words.firstIndex { $0.count >= 4 && $0.allSatisfy(\.isLetter) }
            if let place { words[place] += ending }
            return words.joined(separator: " ")
        }
    }
}

extension Simulated.ActionWriter {
    /// The object, as a model might write it.
    private func form(_ parts: Parts, _ random: inout StableRandom) -> String {
        let mark: Character = mistakes.contains(.quotes) ? "'" : "\""
        func quoted(_ text: String) -> String { Self.quoted(text, by: mark) }
        let list = "[" + parts.attributions.map(quoted).joined(separator: ", ") + "]"
        var members = [("action", quoted(parts.action))]
        let others = [("attributions", list), ("explanation", quoted(parts.explanation))]
        members += question.first == .attributions ? others : others.reversed()
        let isFenced = random.chance(0.3)
        let body = "{" + members.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
        let object = isFenced ? "```json\n\(body)\n```" : body
        guard mistakes.contains(.prose) else { return object }
        return "Sure! Here is what somebody there might do:\n\n\(object)\n\nI hope this is what you were looking for."
    }

    /// As Python prints a text: one with an apostrophe stands in double quotes.
    private static func quoted(_ text: String, by quote: Character) -> String {
        let mark: Character = quote == "'" && text.contains("'") ? "\"" : quote
        let escaped = text.reduce(into: "") { result, letter in
            if letter == mark || letter == "\\" { result.append("\\") }
            result.append(letter)
        }
        return "\(mark)\(escaped)\(mark)"
    }
}
