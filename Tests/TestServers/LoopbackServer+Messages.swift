import NIOConcurrencyHelpers

extension LoopbackServer {
    /// One request, as it arrived.
    package struct Request: Sendable {
        /// The method: `POST`.
        package let method: String
        /// Path and query.
        package let path: String
        /// Header fields in their order, names in lower case.
        package let headers: [(name: String, value: String)]
        /// The body.
        package let body: [UInt8]
        /// Which connection it came by, from 1.
        package let connection: Int
        /// Which request of the server it is, from 1.
        package let number: Int

        /// The first field of that name, given in lower case.
        package func header(_ name: String) -> String? {
            headers.first { $0.name == name }?.value
        }
    }

    /// What the server does with a request.
    package struct Response: Sendable {
        enum Action: Sendable {
            case answer(status: Int, headers: [(String, String)], body: [UInt8])
            case raw([UInt8])
            case close
            case hang
            case trickle([UInt8], every: Duration)
            case endless(bytes: Int)
        }

        let action: Action
        let delay: Duration

        init(_ action: Action, delay: Duration = .zero) {
            self.action = action
            self.delay = delay
        }
    }
}

extension LoopbackServer.Response {
    /// A whole answer, after a delay.
    package static func answer(
        _ status: Int, _ body: [UInt8], headers: [(String, String)] = [], delay: Duration = .zero
    ) -> Self {
        Self(.answer(status: status, headers: headers, body: body), delay: delay)
    }

    /// A whole answer with a text for a body, JSON unless `headers` say otherwise.
    package static func answer(
        _ status: Int, _ body: String, headers: [(String, String)] = [("content-type", "application/json")],
        delay: Duration = .zero
    ) -> Self {
        answer(status, Array(body.utf8), headers: headers, delay: delay)
    }

    /// The status and the body of a whole answer; nil for what is none.
    package var whole: (status: Int, body: [UInt8])? {
        if case .answer(let status, _, let body) = action { (status, body) } else { nil }
    }

    /// These bytes, status line and headers included, and the end of the connection.
    package static func raw(_ text: String, delay: Duration = .zero) -> Self {
        raw(Array(text.utf8), delay: delay)
    }

    /// These bytes, which need be neither HTTP nor UTF-8, and the end of the connection.
    package static func raw(_ bytes: [UInt8], delay: Duration = .zero) -> Self {
        Self(.raw(bytes), delay: delay)
    }

    /// The end of the connection without an answer.
    package static var close: Self { Self(.close) }

    /// No answer ever; the connection stays open.
    package static var hang: Self { Self(.hang) }

    /// An answer of status 200 whose body comes byte by byte.
    package static func trickle(_ body: String, every pause: Duration) -> Self {
        Self(.trickle(Array(body.utf8), every: pause))
    }

    /// An answer of status 200 with so many bytes of white space in chunks, as fast as they are read, none of them held.
    package static func endless(bytes: Int) -> Self { Self(.endless(bytes: bytes)) }
}

extension LoopbackServer.Response {
    /// A chat completion in the format of OpenAI.
    ///
    /// - Parameters:
    ///   - text: the content; nil sends null.
    ///   - usage: tokens of the prompt and of the completion; nil sends none.
    ///   - finishReason: nil sends null.
    package static func chat(
        _ text: String?, usage: (prompt: Int, completion: Int)? = (10, 20), finishReason: String? = "stop",
        model: String = "loopback", delay: Duration = .zero
    ) -> Self {
        let content = text.map(quoted) ?? "null"
        let reason = finishReason.map(quoted) ?? "null"
        let counts = usage.map {
            #","usage":{"prompt_tokens":\#($0.prompt),"completion_tokens":\#($0.completion),"#
                + #""total_tokens":\#($0.prompt + $0.completion)}"#
        }
        let body =
            #"{"id":"chatcmpl-1","object":"chat.completion","created":0,"model":\#(quoted(model)),"choices":[{"index":0,"#
            + #""message":{"role":"assistant","content":\#(content)},"finish_reason":\#(reason)}]\#(counts ?? "")}"#
        return answer(200, body, delay: delay)
    }

    /// A text as a JSON string.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// A number that many threads count up and down.
final class Counter: Sendable {
    private let value = NIOLockedValueBox(0)

    func load() -> Int { value.withLockedValue { $0 } }

    /// Counts up, and gives the new number.
    @discardableResult
    func next() -> Int {
        value.withLockedValue {
            $0 += 1
            return $0
        }
    }

    func countDown() {
        value.withLockedValue { $0 -= 1 }
    }
}
