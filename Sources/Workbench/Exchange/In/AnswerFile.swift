import Foundation
import Text

/// A file of answers, told by what it holds, never by its name.
struct AnswerFile {
    /// What a file can be.
    enum Kind: Sendable {
        case batch
        case own
        case samples
        case survey
        case inspect(InspectLog)
    }

    let path: String
    /// The path's last part, as messages quote it.
    let name: String
    let kind: Kind
    private let data: Data

    /// - Returns: `nil` for a file that is none of these, such as one of the paper's release.
    /// - Throws: ``ExchangeError`` for what is one, and can't be read; `FileFailure`.
    init?(path: String) throws {
        self.path = path
        name = URL(filePath: path).lastPathComponent
        let place = URL(filePath: path).resolvingSymlinksInPath()
        // What can't be read twice is left to those that read once.
        let values = try? place.resourceValues(forKeys: [.isRegularFileKey])
        guard values?.isRegularFile == true else { return nil }
        do {
            // Mapped, not copied: a log may have gigabytes.
            data = try Data(contentsOf: place, options: .alwaysMapped)
        } catch {
            throw FileFailure(.reading, path, error)
        }
        guard let kind = try Self.kind(data, path: path, name: name) else { return nil }
        self.kind = kind
    }

    /// The answers from the beginning.
    ///
    /// - Parameter map: see ``InspectSample``.
    func answers(map: [String: String]) throws -> any AnswerSource {
        switch kind {
        case .batch: AnswerLines(data, name: name) { try BatchLine.answer($0, $1) }
        case .own: AnswerLines(data, name: name) { try OwnLine.answer($0, $1) }
        case .samples: SampleAnswers(AnswerLines(data, name: name) { _, _ in nil })
        case .survey: try SurveyTable(path: path, name: name)
        case .inspect(let log): InspectAnswers(log, map: map)
        }
    }

    /// How it is called in sentences.
    var title: String {
        switch kind {
        case .batch: "batch answers"
        case .own: "answered questions (jsonl)"
        case .samples: "samples of lm-evaluation-harness"
        case .survey: "a table of answers"
        case .inspect: "an Inspect log"
        }
    }

    private static func kind(_ data: Data, path: String, name: String) throws -> Kind? {
        let head = data.prefix(1 << 16)
        if head.starts(with: Array("PK\u{3}\u{4}".utf8)), name.lowercased().hasSuffix(".eval") || holdsLog(head) {
            throw ExchangeError(
                .binaryLog,
                "'\(name)' is an Inspect log in its binary form: convert it with: inspect log convert \(name) --to json "
                    + "--output-dir FOLDER; then import the JSON file")
        }
        let first = head.first { !$0.isBlank && ![0xEF, 0xBB, 0xBF].contains($0) }
        guard first == .openBrace else {
            let reader = try? CSVReader(path: path, columns: SurveyTable.columns)
            return reader.map { SurveyTable.isOne($0.header) } == true ? .survey : nil
        }
        var lines = AnswerLines(data, name: name) { _, _ in nil }
        if let (line, _) = try? lines.nextLine(), line["eval"] == nil || line["status"] == nil {
            return kind(ofLine: line)
        }
        guard let members = JSONMembers(data), InspectLog.isOne(members) else {
            guard head.range(of: Data("\"eval\"".utf8)) != nil, head.range(of: Data("\"status\"".utf8)) != nil else {
                return nil
            }
            throw ExchangeError(
                .unreadable, "'\(name)' begins as an Inspect log and is no whole JSON document; is it complete?")
        }
        return .inspect(try InspectLog(members, name: name))
    }

    private static func kind(ofLine line: JSONValue) -> Kind? {
        if line["custom_id"] != nil { return .batch }
        if line["resps"] != nil, line["doc"] != nil || line["arguments"] != nil { return .samples }
        // Actions have texts, too.
        guard line["action"] == nil, line["polarity"] == nil, line["inclination"] == nil else { return nil }
        let isOurs = line["id"] != nil && line["protocol"] != nil
        let isAnswered = line["reply"] != nil || line["text"] != nil || line["error"] != nil
        return isOurs || (line["id"] != nil && isAnswered) ? .own : nil
    }

    private static func holdsLog(_ head: Data) -> Bool {
        ["header.json", "_journal/"].contains { head.range(of: Data($0.utf8)) != nil }
    }
}
