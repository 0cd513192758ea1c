/// The language that a study is asked in: which words its replies are read by, beside English ones, which models use in
/// any conversation. It is no part of question ids nor of the protocol's hash: what is asked does not hang on it.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case arabic = "ar"
    case hindi = "hi"
    case urdu = "ur"
    case filipino = "fil"
    case chinese = "zh"
    case japanese = "ja"

    /// The language of a code in any case, with or without a region or script: "de", "de-AT", "zh_Hans"; "tl" is "fil".
    package init?(code: String) {
        let base = code.lowercased().prefix { $0 != "-" && $0 != "_" }
        self.init(rawValue: base == "tl" ? "fil" : String(base))
    }
}

extension Language {
    /// The language's name in English.
    package var englishName: String {
        switch self {
        case .english: "English"
        case .german: "German"
        case .french: "French"
        case .spanish: "Spanish"
        case .arabic: "Arabic"
        case .hindi: "Hindi"
        case .urdu: "Urdu"
        case .filipino: "Filipino"
        case .chinese: "Chinese"
        case .japanese: "Japanese"
        }
    }
}
