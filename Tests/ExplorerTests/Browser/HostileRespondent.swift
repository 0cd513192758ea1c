import Respondents
import Study

/// Answers with texts that a page must show as they are: markup, scripts, addresses, marks of direction, escapes, long words, four
/// scripts. Some can be read, some refuse, some say nothing.
struct HostileRespondent: Respondent {
    /// Two of different seeds answer the same questions differently.
    let seed: Int

    /// What replies hold.
    static let texts = [
        "<script>document.title='taken'</script><img src=x onerror=\"console.error('taken')\">",
        "\"><svg onload=alert(1)><style>*{display:none}</style>",
        "[a link](javascript:alert(1)) <a href=\"javascript:alert(2)\">here</a> http://evil.example/x.png",
        "\u{1B}[31mred\u{1B}[0m \u{1B}]8;;http://evil.example\u{7}link\u{1B}]8;;\u{7} \rover",
        "abc \u{202E}desrever\u{202C} \u{2066}isolated\u{2069} \u{200F}mark",
        String(repeating: "unbroken", count: 600),
        "أختار الخيار الأول لأن العدالة مهمة في العمل، كما قالت أمي: «العدل أساس الملك».",
        "میں پہلا انتخاب کرتا ہوں کیونکہ انصاف ضروری ہے (Option 1)۔",
        "אני בוחר באפשרות הראשונה, כי הוגנות חשובה לי: 3 מתוך 4.",
        "Mixed: العدالة (justice) and צדק (justice), 100% & more.",
        "``\\`<b>~~~\r\n    indented <i>fence</i>\n~ after ~~~",
    ]

    func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
        let number = request.questionID.unicodeScalars.reduce(seed) { ($0 &* 31 &+ Int($1.value)) & 0xFFFF }
        let text = Self.texts[number % Self.texts.count]
        switch number % 9 {
        case 0: return RespondentReply(text: "I'm sorry, but I can't help with that. \(text)", finishReason: .stop)
        case 1: return RespondentReply(text: text, finishReason: .length)
        default: break
        }
        guard let question = request.about as? Question, question.task == .stated else {
            let why = text.replacing("\\", with: "").replacing("\"", with: "'").replacing("\n", with: " ")
                .replacing("\r", with: " ").replacing("\u{1B}", with: "").replacing("\u{7}", with: "")
            return RespondentReply(
                text: "<think>\(text)</think>{\"action\": \"Option \(number % 2 + 1)\", \"explanation\": \"\(why)\"}",
                finishReason: .stop)
        }
        let ratings = question.values.enumerated().map { "\"\($1)\": \((number >> $0) % 4 + 1)" }
        return RespondentReply(text: "{" + ratings.joined(separator: ", ") + "}", finishReason: .stop)
    }
}
