import Elicitation
import Respondents
import Study
import Text

/// Writes questions in a form, one after the other; nothing is kept of them.
struct QuestionLines {
    let form: QuestionForm
    let study: LoadedStudy
    /// Writes the bodies of a batch; needed by that form alone.
    let respondent: (any FiledRespondent)?
    /// Whether a table asks for each value of Task 1 in a row of its own.
    let isByValue: Bool
    private let forms: StudyForms
    private let glosses: [String: String]

    init(_ form: QuestionForm, of study: LoadedStudy, respondent: (any FiledRespondent)?, isByValue: Bool) {
        self.form = form
        self.study = study
        self.respondent = respondent
        self.isByValue = isByValue
        forms = StudyForms(study.definition)
        glosses = Dictionary(
            study.definition.theory.values.map { ($0.name, $0.gloss) }, uniquingKeysWith: { first, _ in first })
    }

    /// What stands at the beginning of each file.
    var header: [UInt8] { form == .csv ? CSVWriter(header: Self.columns).bytes : [] }

    /// The lines of a question, each with its end: one, or one a value.
    func lines(of question: Question) -> [UInt8] {
        switch form {
        case .jsonl: line(own(question))
        case .openAIBatch: batchLine(question)
        case .inspect: line(sample(question))
        case .csv: rows(question)
        }
    }

    private func line(_ value: JSONValue) -> [UInt8] { Array(JSONText.file(value, indented: false).utf8) + [.newline] }

    // MARK: - JSON

    /// What is known of a question, by name: what ``own(_:)`` and ``sample(_:)`` share.
    private func known(_ question: Question) -> [JSONValue.Member] {
        [
            .init("protocol", .string(study.protocolHash)), .init("task", .string(question.task.rawValue)),
            .init("country", .string(question.scenario.country)), .init("topic", .string(question.scenario.topic)),
            .init("value", JSONValue(question.value)), .init("variant", .integer(question.variant.index)),
            .init("replicate", .integer(question.replicate)), .init("first", JSONValue(question.first?.rawValue)),
        ]
    }

    private func own(_ question: Question) -> JSONValue {
        .object(
            [.init("id", .string(question.id))] + known(question) + [
                .init("options", .array(question.options.map(JSONValue.string))),
                .init("system", JSONValue(question.system)), .init("prompt", .string(question.prompt)),
            ])
    }

    private func sample(_ question: Question) -> JSONValue {
        let user: JSONValue = ["role": "user", "content": .string(question.prompt)]
        let input = question.system.map { system -> JSONValue in
            [["role": "system", "content": .string(system)], user]
        }
        return [
            "id": .string(question.id), "input": input ?? .string(question.prompt), "target": "",
            "metadata": .object(known(question)),
        ]
    }

    /// The body is put in as it would be sent, to the byte.
    private func batchLine(_ question: Question) -> [UInt8] {
        let request = RespondentRequest(
            questionID: question.id, system: question.system, prompt: question.prompt, form: forms[question],
            about: question, replicate: question.replicate)
        let head = #"{"custom_id":"\#(question.id)","method":"POST","url":"/v1/chat/completions","body":"#
        return Array(head.utf8) + (respondent?.body(of: request) ?? []) + Array("}\n".utf8)
    }

    // MARK: - Tables

    /// The columns of a table; the last two are to be filled in.
    static let columns = [
        "id", "protocol", "task", "country", "topic", "value", "gloss", "variant", "replicate", "first", "system",
        "prompt", "options", "person", "answer",
    ]

    private func rows(_ question: Question) -> [UInt8] {
        let values = isByValue && question.task == .stated ? question.values : [question.value ?? ""]
        let options = question.options.enumerated().map { number, label in
            "\(number + 1) = \(question.actions.indices.contains(number) ? question.actions[number] : label)"
        }
        // The writer begins with a header, which these rows do not have.
        var writer = CSVWriter(header: Self.columns)
        let header = writer.bytes.count
        for value in values {
            writer.write([
                question.id, study.protocolHash, question.task.rawValue, question.scenario.country,
                question.scenario.topic, value, glosses[value] ?? "", "\(question.variant.index)",
                "\(question.replicate)", question.first?.rawValue ?? "", question.system ?? "", question.prompt,
                options.joined(separator: " | "), "", "",
            ])
        }
        return Array(writer.bytes[header...])
    }
}
