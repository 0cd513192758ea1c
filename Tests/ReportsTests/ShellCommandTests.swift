import Foundation
import Reports
import Testing

/// A request as a shell's command, run by the shell itself with a curl that only notes what it was told.
@Suite("A request as a command") struct ShellCommandTests {
    static let bodies: [[UInt8]] = [
        Array(#"{"a": "it's \"quoted\" $HOME `id` $(id) !! \\ end"}"#.utf8), Array("line\nbreak\n".utf8),
        Array("'\u{301} an accent behind a quotation mark; touch /tmp/no".utf8),
        [0, 1, 2, 0x27, 0x5C, 0x30, 0xFF, 0xC3],
        Array("\u{202E}reversed\u{1B}[31m\r\n".utf8), Array("@/etc/passwd".utf8), Array("%s %n %d \\0101".utf8), [],
        Array(String(repeating: "long ' ", count: 30_000).utf8),
    ]

    @Test(arguments: bodies)
    func `reaches the server to the last byte, with the key from the shell`(body: [UInt8]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "curl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let curl = folder.appending(path: "curl")
        try #"""
        #!/bin/bash
        printf '%s\n' "$@" > "$(dirname "$0")/told"
        while [ $# -gt 0 ]; do
          case $1 in
            --data-raw) printf '%s' "$2" > "$(dirname "$0")/body" ;;
            --data-binary) cat > "$(dirname "$0")/body" ;;
          esac
          shift
        done
        """#.write(to: curl, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: curl.path)
        let destination = ShellCommand.Destination(
            url: "https://api.example/v1/x", ending: "/x", keyHeader: "authorization", keyPrefix: "Bearer ")
        let command = ShellCommand(Data(body), to: destination)
        let script = folder.appending(path: "script")
        try command.text.write(to: script, atomically: true, encoding: .utf8)
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = [script.path]
        shell.environment = ["PATH": "\(folder.path):/usr/bin:/bin", "API_KEY": "sk-secret"]
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        #expect(try Data(contentsOf: folder.appending(path: "body")) == Data(body))
        let told = try String(contentsOf: folder.appending(path: "told"), encoding: .utf8)
        #expect(told.contains("authorization: Bearer sk-secret\n"))
        #expect(told.contains("https://api.example/v1/x\n"))
        #expect(!command.text.contains("sk-secret"))
        #expect(command.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    }

    @Test(arguments: [("abc", 2, "ab"), ("aé", 2, "a"), ("a👨🏻‍🚒", 8, "a"), ("abc", 3, "abc"), ("é", 1, "")])
    func `a text is cut between characters`(text: String, most: Int, kept: String) {
        let shown = ShownText(text, most: most)
        #expect(shown.text == kept)
        #expect(shown.bytes == text.utf8.count)
        #expect(shown.isCut == (kept != text))
    }

    /// Wherever the bytes before a window begin, its cut is the same: so the part before ends where the next one begins.
    @Test(arguments: [
        "é", "\u{1F468}\u{1F3FB}\u{200D}\u{1F692}x", "\u{1F1F5}\u{1F1ED}", "a\u{301}\u{301}\u{301}", "\u{0}ab",
    ])
    func `a cut does not depend on what comes before its window`(piece: String) {
        let bytes = Array(String(repeating: piece, count: 400).utf8)
        for nominal in 600..<640 {
            let whole = ShownText.cut(bytes, near: nominal)
            let start = nominal - ShownText.window
            #expect(ShownText.cut(Array(bytes[start...]), near: ShownText.window) + start == whole)
            #expect(whole <= nominal && whole > start)
            #expect(String(validating: bytes[..<whole], as: UTF8.self) != nil)
        }
    }
}
