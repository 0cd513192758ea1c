import Respondents
import Simulated
import Study

/// A scale of Task 1.
let ratingOptions = ["strongly agree", "agree", "disagree", "strongly disagree"]

/// A subject of that name and those parameters.
func simulated(_ text: String) throws -> Simulated {
    Simulated(try Simulated.Profile(text))
}

/// A choice in a cell; the agree-action stands first in even variants.
func acted(_ cell: Cell, variant: Int, justified: Bool = false) -> RespondentRequest {
    RespondentRequest(
        questionID: "acted \(cell) \(variant)", prompt: "…",
        about: actedQuestion(cell, firstIsAgree: variant % 2 == 0, justified: justified))
}

/// A rating of a cell's value alone.
func stated(_ cell: Cell, variant: Int) -> RespondentRequest {
    RespondentRequest(
        questionID: "stated \(cell) \(variant)", prompt: "…",
        about: statedQuestion(cell, options: ratingOptions))
}

/// A study's question of Task 2 about a cell; of the usual variants the odd ones ask for reasons.
func actedQuestion(
    _ cell: Cell, firstIsAgree: Bool, labels: [String] = ["Option 1", "Option 2"], justified: Bool
) -> Question {
    Question(
        id: "acted", task: .acted, scenario: Scenario(country: cell.country, topic: cell.topic), values: [cell.value],
        options: labels,
        variant: Variant(
            task: .acted, index: justified ? 1 : 0, framing: "plain", order: "first",
            requirement: justified ? "reasons" : "brief"),
        first: firstIsAgree ? .agree : .disagree, actions: ["I do this.", "I do that."], prompt: "…",
        wantsReasons: justified)
}

/// A study's question of Task 1 about a cell's value alone.
func statedQuestion(_ cell: Cell, options: [String]) -> Question {
    Question(
        id: "stated", task: .stated, scenario: Scenario(country: cell.country, topic: cell.topic),
        values: [cell.value], options: options,
        variant: Variant(task: .stated, index: 0, framing: "plain", order: "first", requirement: "brief"), prompt: "…")
}

/// The option that a reply without a justification ends on; the wording of a simulated subject makes that easy.
func choice(_ text: String) -> Int? {
    let answer = text.split(separator: "</think>").last ?? ""
    let last = ["Option 1", "Option 2"].map { answer.ranges(of: $0).last?.lowerBound }
    switch (last[0], last[1]) {
    case (let one?, let two?): return one > two ? 1 : 2
    case (.some, nil): return 1
    case (nil, .some): return 2
    default: return nil
    }
}

/// The rating of the only value, from 0; the last digit, else the longest label in the text.
func rating(_ text: String) -> Int? {
    let answer = (text.split(separator: "</think>").last ?? "").lowercased()
    if let digit = answer.last(where: { "1234".contains($0) }) { return digit.wholeNumberValue.map { $0 - 1 } }
    return [0, 3, 2, 1].first { answer.contains(ratingOptions[$0]) }
}

/// One country, topic and value.
struct Cell: Sendable, CustomStringConvertible {
    var country: String
    var topic: String
    var value: String

    var description: String { "\(country)/\(topic)/\(value)" }

    /// count × count × 4 cells. Values are named by letters alone, so that a digit in a reply is a rating.
    static func some(_ count: Int) -> [Cell] {
        (0..<count).flatMap { country in
            (0..<4).flatMap { topic in
                (0..<count).map { value in
                    let letters = [value / 26, value % 26].map { String(Unicode.Scalar(UInt8(97 + $0))) }.joined()
                    return Cell(country: "country \(country)", topic: "topic \(topic)", value: "value \(letters)")
                }
            }
        }
    }
}
