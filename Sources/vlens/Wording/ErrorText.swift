import Text

/// An error's message in lines that fit a terminal.
package enum ErrorText {
    /// The message broken at words. A command to be typed stays in one piece, on a line of its own where it does not fit:
    /// broken, it could not be copied.
    ///
    /// - Parameter width: columns of the terminal, at least 1.
    package static func wrapped(_ message: String, width: Int) -> String {
        message.split(separator: "\n", omittingEmptySubsequences: false)
            .map { lines(of: $0, width).joined(separator: "\n") }.joined(separator: "\n")
    }

    private static func lines(of line: Substring, _ width: Int) -> [String] {
        guard line.count > width else { return [String(line)] }
        let indent = String(line.prefix { $0 == " " })
        var lines: [String] = []
        for word in pieces(of: line.dropFirst(indent.count)) {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(indent + word)
            }
        }
        return lines
    }

    /// The words of a line; a command behind a colon, up to the line's end or a semicolon, is one.
    private static func pieces(of line: Substring) -> [String] {
        func words(_ text: Substring) -> [String] { text.split(separator: " ").map(String.init) }
        guard let command = line.firstRange(of: ": vlens ") else { return words(line) }
        let start = line.index(command.lowerBound, offsetBy: 2)
        let end = line[start...].firstRange(of: "; ").map { line.index(after: $0.lowerBound) } ?? line.endIndex
        return words(line[..<start]) + [String(line[start..<end])] + words(line[end...])
    }
}
