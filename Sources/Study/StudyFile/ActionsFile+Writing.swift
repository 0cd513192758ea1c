import Foundation

extension StudyDefinition {
    /// The action pairs as an actions file that `withActions(jsonl:file:complete:)` reads: one action a line, cell by
    /// cell in the order of the full cross, agree before disagree.
    ///
    /// - Throws: what encoding JSON throws.
    public func actionsText() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var text = Data()
        for cell in allCells {
            guard let pair = actions[cell] else { continue }
            for inclination in Inclination.allCases {
                text.append(try encoder.encode(WrittenAction(cell, inclination, pair[inclination])))
                text.append(UInt8(ascii: "\n"))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension StudyDefinition {
    /// The study with the actions of a JSONL file instead of its own.
    ///
    /// - Throws: ``StudyFileError`` with all problems, an unreadable file among them.
    public func withActions(jsonlFile path: String, complete: Bool = true) throws(StudyFileError) -> StudyDefinition {
        let text = try TextFile.read(path, kind: "actions file", limit: StudyFileLimits.actionsBytes)
        return try withActions(jsonl: text, file: path, complete: complete)
    }
}

/// One line of an actions file.
private struct WrittenAction: Encodable {
    let country, topic, value, inclination, action, explanation: String
    let attributions: [String]

    init(_ cell: Cell, _ inclination: Inclination, _ action: Action) {
        country = cell.scenario.country
        topic = cell.scenario.topic
        value = cell.value
        self.inclination = inclination.rawValue
        self.action = action.text
        explanation = action.explanation
        attributions = action.attributions
    }
}
