import Text

/// An answer that came in pieces although it was asked for whole: server-sent events, a JSON document a line, or a list of
/// documents. Gateways do so where the request does not say otherwise, some even then.
struct AnswerStream {
    /// What the pieces make together, in the shape that the format's whole answers have.
    let document: JSONValue
    /// Whether the end was among them; otherwise the connection was lost on the way.
    let isComplete: Bool

    /// Reads a body.
    ///
    /// - Parameter whole: the body as one document, where it is one.
    /// - Returns: nil where it is no stream.
    init?(_ body: [UInt8], whole: JSONValue?) {
        let events = StreamEvents(body, whole: whole)
        guard !events.documents.isEmpty else { return nil }
        if let failure = events.documents.lazy.compactMap(Self.failure).first {
            document = failure
            isComplete = true
            return
        }
        guard var assembly = Self.assembly(for: events.documents) else { return nil }
        for event in events.documents { assembly.take(event) }
        document = assembly.document
        isComplete = (assembly.isFinished || events.sawEnd) && assembly.holdsAnswer
    }

    /// An error in the middle of a stream stands for the whole of it, whatever was written before.
    private static func failure(_ event: JSONValue) -> JSONValue? {
        if let error = event["error"], error.reportsError { return ["error": error] }
        guard event["type"]?.string == "error" else { return nil }
        return ["error": event]
    }

    private static func assembly(for events: [JSONValue]) -> (any StreamAssembly)? {
        for event in events {
            if event["choices"] != nil { return ChatStream() }
            if event["candidates"] != nil || event["promptFeedback"] != nil { return GoogleStream() }
            if event["type"]?.string == "message_start" { return AnthropicStream() }
            if event["message"] != nil, event["done"] != nil { return OllamaStream() }
        }
        return nil
    }
}

/// Puts the pieces of one format together.
protocol StreamAssembly {
    /// Takes the next piece.
    mutating func take(_ event: JSONValue)
    /// What came until now, in the shape of a whole answer.
    var document: JSONValue { get }
    /// Whether a piece said that it is the last.
    var isFinished: Bool { get }
    /// Whether anything of an answer came at all.
    var holdsAnswer: Bool { get }
}

/// The documents of which a stream is made.
struct StreamEvents {
    private(set) var documents: [JSONValue] = []
    /// Whether the stream said in its own way that it is over.
    private(set) var sawEnd = false

    /// Reads as far as the pieces can be read: one that can't be is where the stream was cut off.
    init(_ body: [UInt8], whole: JSONValue?) {
        if let whole {
            documents = Self.pieces(of: whole)
            return
        }
        var data: [UInt8] = []
        var isEventStream = false
        for line in Self.lines(of: body) {
            if let value = Self.value(of: "data", in: line) {
                isEventStream = true
                // Some servers leave out the empty line between events.
                if !data.isEmpty, take(data) { data = [] }
                data += (data.isEmpty ? [] : [0x0A]) + value
            } else if line.isEmpty {
                if !data.isEmpty { _ = take(data) }
                data = []
            } else if !isEventStream, line.first == UInt8(ascii: "{") {
                guard take(line) else { break }
            } else if !isEventStream, !Self.isField(line) {
                break
            }
        }
        if !data.isEmpty { _ = take(data) }
    }

    private mutating func take(_ bytes: some Collection<UInt8>) -> Bool {
        if String(decoding: bytes.prefix(16), as: UTF8.self).trimmingSpace() == "[DONE]" {
            sawEnd = true
            return true
        }
        guard let document = JSONReader.read(Array(bytes), manner: .ofServers) else { return false }
        if case .object = document { documents.append(document) }
        return true
    }

    /// A list of Google's answers, or one piece that came alone.
    private static func pieces(of whole: JSONValue) -> [JSONValue] {
        if let list = whole.array {
            let areAnswers = list.contains { $0["candidates"] != nil } && list.allSatisfy { $0.isObject }
            return areAnswers ? list : []
        }
        let isPiece = whole["choices"]?.array?.first.map { $0["delta"] != nil && $0["message"] == nil } ?? false
        let isOllama = whole["choices"] == nil && whole["done"] != nil && whole["message"]?.isObject == true
        return isPiece || isOllama ? [whole] : []
    }

    private static func lines(of body: [UInt8]) -> [ArraySlice<UInt8>] {
        let start = body.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var lines: [ArraySlice<UInt8>] = []
        var rest = body[start...]
        while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            lines.append(rest[..<end])
            let isPair = rest[end] == 0x0D && end + 1 < rest.endIndex && rest[end + 1] == 0x0A
            rest = rest[(end + (isPair ? 2 : 1))...]
        }
        return rest.isEmpty ? lines : lines + [rest]
    }

    private static func value(of field: String, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard line.starts(with: "\(field):".utf8) else { return nil }
        let value = line.dropFirst(field.utf8.count + 1)
        return value.first == 0x20 ? value.dropFirst() : value
    }

    private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        line.first == UInt8(ascii: ":") || ["event", "id", "retry"].contains { value(of: $0, in: line) != nil }
    }
}

extension JSONValue {
    var isObject: Bool {
        if case .object = self { return true }
        return false
    }

    /// Takes the members of another object over, but for those named; null says nothing.
    mutating func adopt(_ other: JSONValue?, except names: Set<String> = []) {
        guard case .object(let members)? = other else { return }
        for member in members where member.value != .null && !names.contains(member.name) {
            self[member.name] = member.value
        }
    }
}
