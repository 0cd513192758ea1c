/// The body of one chat completion request.
///
/// Written by hand, byte by byte: it is two strings between constants, and thousands are written in a run.
struct ChatRequest {
    let bytes: [UInt8]

    init(settings: OpenAICompatible.Settings, request: RespondentRequest) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256 + request.prompt.utf8.count + (request.system?.utf8.count ?? 0))
        bytes += #"{"model":"#.utf8
        JSONText.append(settings.model, to: &bytes)
        bytes += #","messages":["#.utf8
        if let system = request.system {
            Self.append(role: "system", system, to: &bytes)
            bytes += ",".utf8
        }
        Self.append(role: "user", request.prompt, to: &bytes)
        bytes += "]".utf8
        if let temperature = settings.temperature { bytes += #","temperature":\#(temperature)"#.utf8 }
        if let maxTokens = settings.maxTokens { bytes += #","max_tokens":\#(maxTokens)"#.utf8 }
        bytes += "}".utf8
        self.bytes = bytes
    }

    private static func append(role: String, _ content: String, to bytes: inout [UInt8]) {
        bytes += #"{"role":""#.utf8
        bytes += role.utf8
        bytes += #"","content":"#.utf8
        JSONText.append(content, to: &bytes)
        bytes += "}".utf8
    }
}

/// Writes texts as JSON strings.
enum JSONText {
    /// Appends `text` in quotes, with everything escaped that JSON demands.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += #"\n"#.utf8
            case 0..<0x20:
                bytes += #"\u00"#.utf8
                bytes += [hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}
