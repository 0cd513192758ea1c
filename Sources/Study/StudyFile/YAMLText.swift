package import Yams

/// Turns a YAML text into a tree of nodes, refusing what a study file has no use for and what could be made to blow
/// up: references (`*name`), of which a few lines can unfold to billions of nodes, and more than one document.
package enum YAMLText {
    package static func compose(_ text: String, file: String) throws(StudyFileError) -> Node {
        func refuse(_ line: Int?, _ column: Int?, _ message: String) -> StudyFileError {
            StudyFileError(problems: [StudyProblem(file: file, line: line, column: column, message: message)])
        }
        if text.utf8.count > StudyFileLimits.studyBytes {
            throw refuse(nil, nil, "a study file may have \(StudyFileLimits.studyBytes >> 20) MiB at most")
        }
        if let found = reference(in: text) {
            let remedy = "write the text out where *\(found.name) stands"
            throw refuse(found.line, found.column, "study files have no YAML references; \(remedy)")
        }
        do {
            // Yams keeps a pointer into the text, which a string of up to 15 bytes does not have.
            let padded = text.utf8.count < 32 ? text + String(repeating: "\n", count: 32) : text
            guard let root = try Yams.compose(yaml: padded) else {
                throw refuse(nil, nil, "this file is empty; `vlens study new` writes one to start from")
            }
            return root
        } catch let error as StudyFileError {
            throw error
        } catch let error as YamlError {
            throw StudyFileError(problems: [problem(error, file: file)])
        } catch {
            throw refuse(nil, nil, "not YAML: \(error)")
        }
    }

    private static func problem(_ error: YamlError, file: String) -> StudyProblem {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let around = context.map { "\($0.text): " } ?? ""
            return StudyProblem(
                file: file, line: mark.line, column: mark.column, message: "not YAML: \(around)\(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            let quoted = keys.map { "\"\($0)\"" }.joined(separator: ", ")
            return StudyProblem(
                file: file, line: context.mark.line, column: context.mark.column,
                message: "duplicate key \(quoted) in the mapping that has it here first; keep one of them")
        case .reader(let problem, _, let value, _):
            let code = value < 0 ? "" : " (code \(value))"
            return StudyProblem(file: file, message: "not YAML: \(problem)\(code)")
        default:
            return StudyProblem(file: file, message: "not YAML: \(error)")
        }
    }

    /// The first `*name` for which there is an `&name`. Both are searched without regard to quoting: in prose the two
    /// hardly ever meet, and no true reference is missed.
    private static func reference(in text: String) -> (name: String, line: Int, column: Int)? {
        let anchors = Set(marked(by: UInt8(ascii: "&"), in: text).map(\.name))
        guard !anchors.isEmpty else { return nil }
        return marked(by: UInt8(ascii: "*"), in: text).first { anchors.contains($0.name) }
    }

    /// Names that stand right behind a sign, where the sign does not stand behind a letter or digit.
    private static func marked(by sign: UInt8, in text: String) -> [(name: String, line: Int, column: Int)] {
        func isNameByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        let bytes = Array(text.utf8)
        var found: [(name: String, line: Int, column: Int)] = []
        var (line, column) = (1, 1)
        for (place, byte) in bytes.enumerated() {
            if byte == sign, place == 0 || !isNameByte(bytes[place - 1]) || bytes[place - 1] == UInt8(ascii: "-") {
                let name = bytes[(place + 1)...].prefix(while: isNameByte)
                if !name.isEmpty { found.append((String(decoding: name, as: UTF8.self), line, column)) }
            }
            if byte == UInt8(ascii: "\n") {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return found
    }
}
