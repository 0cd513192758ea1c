import Foundation
import Reports
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One of the program's streams, and what may be shown on it.
struct Terminal: Sendable {
    static let input = Terminal(descriptor: STDIN_FILENO)
    static let output = Terminal(descriptor: STDOUT_FILENO)
    static let error = Terminal(descriptor: STDERR_FILENO)

    let descriptor: Int32

    /// Whether a person looks at it.
    var isInteractive: Bool { isatty(descriptor) == 1 && environment("TERM") != "dumb" }

    /// Colour only on a terminal, and never where `NO_COLOR` holds anything (https://no-color.org).
    var hasColour: Bool { isInteractive && (environment("NO_COLOR") ?? "").isEmpty }

    /// Whether the locale can show more than ASCII.
    var hasUnicode: Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
        return locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
    }

    /// Columns: those of the terminal, or of `COLUMNS`, or 80; at least 20.
    var width: Int { knownWidth ?? 80 }

    /// Columns of the terminal, or of `COLUMNS`, at least 20; `nil` where neither is known.
    var knownWidth: Int? {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return max(20, Int(size.ws_col)) }
        return environment("COLUMNS").flatMap { Int($0) }.map { max(20, $0) }
    }

    /// The words of a sentence in lines that fit.
    func wrapped(_ sentence: String) -> String {
        var lines: [String] = []
        for word in sentence.split(separator: " ") {
            if let line = lines.last, line.count + word.count < width {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Writes a text; what could steer a terminal is shown instead, save our own colours and the redrawing of a line.
    ///
    /// A failure is not thrown, since what is shown must not stop what is done: ``Output`` keeps the first one of standard
    /// output, and the program ends with it.
    func write(_ text: String) {
        let isRedrawn = text.hasPrefix(Self.redraw) && isInteractive
        let rest = isRedrawn ? String(text.dropFirst(Self.redraw.count)) : text
        deliver((isRedrawn ? Self.redraw : "") + Plain.text(rest, keepsColour: hasColour))
    }

    /// Writes a text and ends its line.
    func line(_ text: String) { write(text + "\n") }

    /// Writes a message in lines that fit, where the columns are known; a log gets it as it is, to be searched.
    func message(_ text: String) { line(knownWidth.map { ErrorText.wrapped(text, width: $0) } ?? text) }

    /// Writes a JSON document; what could steer a terminal is escaped in it.
    func write(json document: String) { deliver(Plain.json(document)) }

    private func deliver(_ text: String) {
        guard descriptor == STDOUT_FILENO else {
            // Nobody is left to be told that standard error is gone.
            _ = TextOutput.write(text, to: descriptor)
            return
        }
        Output.deliver(text)
    }

    /// Back to the first column, and the line made empty.
    private static let redraw = "\r\u{1B}[K"

    /// What the reports' library may use on it. A pipe gets what a file should hold: UTF-8, no colour.
    var style: TerminalStyle {
        TerminalStyle(width: width, hasColour: hasColour, hasUnicode: !isInteractive || hasUnicode)
    }

    private func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }
}
