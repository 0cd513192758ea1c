import Foundation

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
    var width: Int {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return max(20, Int(size.ws_col)) }
        return max(20, environment("COLUMNS").flatMap { Int($0) } ?? 80)
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

    func write(_ text: String) {
        // A closed pipe is no reason to fail: what reads it has seen enough.
        try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: Data(text.utf8))
    }

    private func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }
}
