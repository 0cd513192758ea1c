/// What a language model is by its name: its family, and whether two names mean one model.
///
/// A name is read from its last part, so that a model is itself behind any provider or gateway: "openai/gpt-4o",
/// "openrouter/openai/gpt-4o" and "azure/gpt-4o-2024-08-06" are one. Of a provider nothing is concluded: many serve what others made.
package enum ModelFamily {
    /// Families by the beginnings of the words that name them. Which maker's models a name means is common knowledge of their releases.
    private static let beginnings: [(family: String, words: [String])] = [
        ("gpt", ["gpt", "chatgpt", "davinci"]), ("claude", ["claude"]),
        ("gemini", ["gemini", "gemma", "codegemma", "palm"]),
        ("llama", ["llama", "codellama", "tinyllama", "vicuna", "alpaca"]), ("qwen", ["qwen", "qwq", "qvq"]),
        ("mistral", ["mistral", "mixtral", "ministral", "magistral", "codestral", "devstral", "pixtral", "voxtral"]),
        ("deepseek", ["deepseek"]), ("phi", ["phi1", "phi2", "phi3", "phi4", "phi5"]), ("smollm", ["smollm"]),
        ("grok", ["grok"]), ("command", ["command", "c4ai", "aya"]), ("nova", ["nova"]), ("glm", ["glm", "chatglm"]),
        ("kimi", ["kimi", "moonshot"]), ("granite", ["granite"]), ("olmo", ["olmo", "tulu"]),
        ("falcon", ["falcon"]), ("jamba", ["jamba"]), ("minimax", ["minimax"]), ("nemotron", ["nemotron"]),
        ("yi", ["yi1", "yi6", "yi9", "yi34"]),
    ]
    /// Families that a word must name whole.
    private static let whole = ["phi": "phi", "yi": "yi", "o1": "gpt", "o3": "gpt", "o4": "gpt"]
    /// What providers add to a name that makes no other model of it.
    private static let additions: Set<String> = ["instruct", "chat", "it", "latest", "free", "preview", "hf"]

    /// The family of a model: "gpt", "llama"; `nil` where the name tells none, as of a person or a file. Of a model that was made from
    /// another, as "deepseek-r1-distill-llama-70b", the family that is named first.
    package static func family(of name: String) -> String? {
        for word in words(of: name) {
            if let family = whole[word] { return family }
            if let known = beginnings.first(where: { $0.words.contains(where: word.hasPrefix) }) { return known.family }
        }
        return nil
    }

    /// Whether two names mean one model, whoever serves it and whatever date stands behind it.
    package static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (core(of: one), core(of: other))
        return !one.isEmpty && one == other
    }

    /// The words of a model's own name in lower case, without provider and settings.
    private static func words(of name: String) -> [String] {
        let model = name.prefix { $0 != "?" }.split(separator: "/").last ?? ""
        return model.lowercased().split { !($0.isLetter || $0.isNumber || $0 == ".") }.map(String.init)
    }

    /// What tells a model from others: its name without dates, marks and what providers add.
    private static func core(of name: String) -> String {
        var words = words(of: name).filter { !additions.contains($0) }
        // "2024-08-06", "20240806", "2407": a release of the same model.
        while words.count > 1, let last = words.last, isDate(last) { words.removeLast() }
        return words.joined().filter { $0 != "." }
    }

    private static func isDate(_ word: String) -> Bool {
        guard word.allSatisfy(\.isNumber), let number = Int(word) else { return false }
        switch word.count {
        case 2: return word.hasPrefix("0") || (10...31).contains(number)
        // A year, month and day, or year and month: "2024", "0806", "2407".
        case 4: return (2020...2099).contains(number) || (1...12).contains(number / 100) || number > 2300
        case 8: return (20_200_101...20_991_231).contains(number)
        default: return false
        }
    }
}
