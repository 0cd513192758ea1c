import Foundation
import Study

/// A client that asks and stores nothing: aiohttp where it is installed, else our own.
struct BareClient {
    private let options: Options
    private let port: Int
    private let anchor: Anchor?
    private let body: String

    /// - Throws: what rendering a question throws.
    init(_ options: Options, port: Int) throws {
        self.options = options
        self.port = port
        anchor = Anchor("ask.py")
        body = try Self.body()
    }

    /// Asks so many questions.
    ///
    /// - Throws: `BenchmarkError` where a reply is missing.
    func ask(_ count: Int) throws(BenchmarkError) -> AskingFigures {
        let figures = try run(count)
        guard figures.replies == count else {
            throw .failure("the bare client got \(figures.replies) of \(count) replies")
        }
        return figures
    }

    private func run(_ count: Int) throws(BenchmarkError) -> AskingFigures {
        if let anchor {
            return try anchor.run(["\(port)", "\(count)", "\(options.concurrency)", body], as: AskingFigures.self)
        }
        let child = try Child(own: [
            "bare", "--count", "\(count)", "--concurrency", "\(options.concurrency)", "--port", "\(port)",
        ])
        return try JSONText.read(AskingFigures.self, from: try child.finish())
    }

    private struct Body: Encodable {
        let model = "loopback"
        let messages: [[String: String]]
        let temperature = 0.2
        let maxTokens = 4096

        enum CodingKeys: String, CodingKey {
            case model, messages, temperature
            case maxTokens = "max_tokens"
        }
    }

    /// The body of the study's first question, as ours sends it.
    private static func body() throws -> String {
        let question = try SyntheticQuestions(count: 1).plan[0]
        let system = question.system.map { [["role": "system", "content": $0]] } ?? []
        let messages = system + [["role": "user", "content": question.prompt]]
        return String(decoding: try JSONEncoder().encode(Body(messages: messages)), as: UTF8.self)
    }
}
