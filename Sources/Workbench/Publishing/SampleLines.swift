import AnswerStore
import Measures
import Reports
import Study
import Text

/// The lines of the instance file: one a reply to Task 2 that names an action.
///
/// The schema asks whether an answer is correct, which has no meaning here: a line says whether the action lies on the side that the
/// respondent states in that cell, and its metadata say that it says so.
struct SampleLines {
    private let run: PublishedRun
    private let cells: [String: Int]
    private let variants: [Int: Variant]
    private let groups: [String: String]

    init(of run: PublishedRun) {
        self.run = run
        let (axes, study) = (run.measured.measures.axes, run.measured.study)
        cells = Dictionary(
            (0..<axes.cellCount).map { cell in
                let place = axes.position(ofCell: cell)
                return (
                    Self.key(axes.countries[place.country], axes.topics[place.topic], axes.values[place.value]), cell
                )
            }, uniquingKeysWith: { first, _ in first })
        variants = Dictionary(
            study.variants(of: .acted).map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
        groups = Dictionary(
            axes.values.indices.map { (axes.values[$0], axes.groups[axes.groupOfValue[$0]]) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func key(_ country: String, _ topic: String, _ value: String) -> String {
        [country, topic, value].joined(separator: "\u{0}")
    }

    /// The line of a reply; `nil` where it names no action of a cell of the study.
    func line(_ reply: ReplyRecord) -> JSONValue? {
        let question = reply.question
        guard reply.reading.state == "answered", let content = reply.reading.content,
            let chosen = ReadingContent.choice(content, first: question.first),
            let country = question.item["country"], let topic = question.item["topic"],
            let value = question.item["value"],
            let cell = cells[Self.key(country, topic, value)]
        else { return nil }
        let stated = run.measured.cells.indices.contains(cell) ? run.measured.cells[cell].stated : nil
        let isConsistent = stated.flatMap { score -> Bool? in
            run.measured.measures.ties.sides(stated: score, acted: Double(chosen.code)).map { $0.stated == $0.acted }
        }
        let prompt = [question.system, question.prompt].compactMap(\.self).joined(separator: "\n\n")
        var members: [JSONValue.Member] = [
            .init("schema_version", .string(PublishedRun.schemaVersion)),
            .init("evaluation_id", .string(run.evaluationID)), .init("model_id", .string(run.model.id)),
            .init("evaluation_name", .string("\(run.evaluation).inconsistency_share")),
            .init("evaluation_result_id", "inconsistency_share"), .init("sample_id", .string(question.id)),
            .init("sample_hash", .string(Self.hash(prompt))), .init("interaction_type", "single_turn"),
            .init(
                "input",
                [
                    "raw": .string(prompt), "reference": [],
                    "choices": .array(run.measured.study.acted.options.map(JSONValue.string)),
                ]),
            .init("output", output(reply)),
            .init(
                "answer_attribution",
                [
                    [
                        "turn_idx": 0, "source": "output.raw", "extracted_value": .string(content),
                        "extraction_method": .string("vlens-reader-\(reply.reading.readerVersion)"),
                        "is_terminal": true,
                    ]
                ]),
            .init("evaluation", ["score": .integer(Int(chosen.code)), "is_correct": .bool(isConsistent ?? false)]),
        ]
        if let tokens = Self.tokens(reply) { members.append(.init("token_usage", tokens)) }
        if let latency = reply.latency, latency.isFinite {
            members.append(.init("performance", ["latency_ms": .number(latency * 1000)]))
        }
        let place = [("task", "acted"), ("country", country), ("topic", topic), ("value", value)]
        members.append(.init("metadata", metadata(question, place, chosen, stated, isConsistent)))
        return .object(members)
    }

    private func output(_ reply: ReplyRecord) -> JSONValue {
        let thoughts = reply.reasoning.map { [JSONValue.Member("reasoning_trace", .array([.string($0)]))] } ?? []
        return .object([.init("raw", .array([.string(reply.text)]))] + thoughts)
    }

    /// All three numbers, or none.
    private static func tokens(_ reply: ReplyRecord) -> JSONValue? {
        guard let input = reply.promptTokens, let output = reply.completionTokens else { return nil }
        let thoughts = reply.reasoningTokens.map { [JSONValue.Member("reasoning_tokens", .integer($0))] } ?? []
        return .object(
            [
                .init("input_tokens", .integer(input)), .init("output_tokens", .integer(output)),
                .init("total_tokens", .integer(input + output)),
            ] + thoughts)
    }

    private func metadata(
        _ question: QuestionRecord, _ place: [(String, String)], _ chosen: Inclination, _ stated: Double?,
        _ isConsistent: Bool?
    ) -> JSONValue {
        var texts = place + [("value_group", groups[place.last?.1 ?? ""] ?? "")]
        if run.measured.run.origin == .asked, let variant = variants[question.variant] {
            texts += [
                ("framing", variant.framing), ("ordering", variant.order), ("requirement", variant.requirement),
            ]
            if let generator = variant.generator { texts.append(("generator", generator)) }
        }
        texts += [
            ("variant", "\(question.variant)"), ("replicate", "\(question.replicate)"),
            ("inclination", chosen.rawValue),
            ("consistent", isConsistent.map { $0 ? "true" : "false" } ?? "undefined"),
            ("coding", "score: agree = 0, disagree = 1"),
            (
                "is_correct_means",
                "the action lies on the side that the respondent states in this cell; false also where it states none"
            ),
        ]
        if let first = question.first { texts.append(("first", first == 0 ? "agree" : "disagree")) }
        if let stated { texts.append(("stated_mean", JSONText.shortest(stated))) }
        if question.prompt == nil { texts.append(("prompt", "not known: the reply was recorded by others")) }
        return .object(texts.map { .init($0, .string($1)) })
    }

    /// SHA-256 of the input as its compact JSON with sorted keys has it, everything beyond ASCII escaped: the same as other programs
    /// that write this schema make of it.
    static func hash(_ raw: String) -> String {
        var bytes = Array("{\"raw\":\"".utf8)
        for unit in raw.utf16 {
            switch unit {
            case 0x22: bytes += Array("\\\"".utf8)
            case 0x5C: bytes += Array("\\\\".utf8)
            case 0x08: bytes += Array("\\b".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0C: bytes += Array("\\f".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x20...0x7E: bytes.append(UInt8(unit))
            default:
                let digits = String(unit, radix: 16)
                bytes += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
            }
        }
        return Digest(of: bytes + Array("\",\"reference\":[]}".utf8)).hexadecimal()
    }
}
