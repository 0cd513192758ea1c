import Foundation
import Text

/// Answers of a file with one JSON object a line.
struct AnswerLines: AnswerSource {
    /// What a line means; `nil` for one that holds no answer.
    typealias Reading = @Sendable (JSONValue, _ place: String) throws -> ReturnedAnswer?

    /// A longer line is refused: no answer is that long.
    static let longest = 64 << 20

    private let data: Data
    private let name: String
    private let read: Reading
    private var at = 0
    private var line = 0

    /// - Parameter name: the file, as messages quote it.
    init(_ data: Data, name: String, _ read: @escaping Reading) {
        (self.data, self.name, self.read) = (data, name, read)
    }

    mutating func next() throws -> ReturnedAnswer? {
        while let (value, place) = try nextLine() {
            if let answer = try read(value, place) { return answer }
        }
        return nil
    }

    /// The next line's document and its place.
    mutating func nextLine() throws -> (JSONValue, String)? {
        while at < data.count {
            line += 1
            let (start, end) = data.withUnsafeBytes { raw in
                let bytes = raw.bindMemory(to: UInt8.self)
                return (at, bytes.index(of: .newline, from: at, to: bytes.count))
            }
            at = end + 1
            let place = "'\(name)', line \(line)"
            guard end - start <= Self.longest else {
                throw ExchangeError(
                    .unreadable, "\(place), is longer than \(Self.longest >> 20) MB, which no answer is")
            }
            let found: JSONValue?? = data.withUnsafeBytes { raw in
                let bytes = raw.bindMemory(to: UInt8.self)
                let first = start == 0 && bytes.count > 2 && bytes[0] == 0xEF ? 3 : start
                let from = bytes.skippingBlanks(first, to: end)
                return from == end ? .none : .some(JSONReader.whole(bytes, from..<end, manner: .ofPrograms))
            }
            guard let document = found else { continue }
            guard let document, case .object = document else {
                throw ExchangeError(
                    .unreadable, "\(place), is no JSON object; is the file complete? Every line must be one")
            }
            return (document, place)
        }
        return nil
    }
}
