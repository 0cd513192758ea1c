import Crypto

/// A question's id: the first 16 bytes, in lower-case hexadecimal, of the SHA-256 of a canonical encoding of what
/// determines the question.
///
/// The encoding starts with its version. A text is its UTF-8 length as eight bytes, most significant first, then its
/// bytes; a list is its count in the same form, then its items; a number is eight bytes; what may be absent is a list
/// of none or one. So no two different questions have one encoding. Changing it, or the version, makes every stored
/// reply a stranger: a test holds it still.
enum QuestionIdentity {
    static let version = "vlens-question-1"

    static func id(
        task: StudyTask, scenario: Scenario, values: [String], variant: Int, replicate: Int, first: Inclination?,
        system: String?, prompt: String
    ) -> String {
        var encoding = CanonicalEncoding(version: version, capacity: prompt.utf8.count + 1024)
        encoding.append(task.rawValue)
        encoding.append(scenario.country)
        encoding.append(scenario.topic)
        encoding.append(values)
        encoding.append(variant)
        encoding.append(replicate)
        encoding.append(first.map { [$0.rawValue] } ?? [])
        encoding.append(system.map { [$0] } ?? [])
        encoding.append(prompt)
        return encoding.digest(bytes: 16)
    }
}

/// Bytes to be hashed, in the form that ``QuestionIdentity`` describes.
struct CanonicalEncoding {
    private var bytes: [UInt8] = []

    init(version: String, capacity: Int = 1024) {
        bytes.reserveCapacity(capacity)
        append(version)
    }

    mutating func append(_ number: Int) {
        withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ texts: [String]) {
        append(texts.count)
        for text in texts { append(text) }
    }

    /// The first bytes of the SHA-256, in lower-case hexadecimal.
    func digest(bytes count: Int = 32) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var hex: [UInt8] = []
        hex.reserveCapacity(2 * count)
        for byte in SHA256.hash(data: bytes).prefix(count) {
            hex.append(digits[Int(byte >> 4)])
            hex.append(digits[Int(byte & 15)])
        }
        return String(decoding: hex, as: UTF8.self)
    }

    /// The digest's first byte.
    var firstByte: UInt8 { SHA256.hash(data: bytes).first { _ in true } ?? 0 }
}
