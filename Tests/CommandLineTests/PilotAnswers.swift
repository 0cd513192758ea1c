/// What a server answers to the questions of the pilot study.
enum PilotAnswers {
    private static let values = [
        "Authority", "Ambitious", "Enjoying Life", "Daring", "Independent", "Social Justice", "Helpful",
        "Respect for Tradition", "Politeness", "Family Security",
    ]

    /// An answer that depends on the request alone, in either task.
    static func answer(to body: [UInt8]) -> String {
        let text = String(decoding: body, as: UTF8.self)
        let number = body.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        if text.contains("Option 1") { return "{\"action\": \"Option \(number % 2 + 1)\"}" }
        let ratings = values.enumerated().map { "\"\($1)\": \((number + $0) % 4 + 1)" }
        return "{" + ratings.joined(separator: ", ") + "}"
    }
}
