import Foundation
import Respondents
import Testing

@Suite("A key is found")
struct KeyFileTests {
    private func resolve(_ name: String, _ options: ConnectionOptions) throws -> Secret? {
        guard
            case .openAICompatible(let settings) = try RespondentSpecification.resolve(
                ModelName(name), options: options, environment: [:])
        else { return nil }
        return settings.apiKey
    }

    private func message(_ name: String, _ options: ConnectionOptions) -> String? {
        #expect(throws: SetupError.self) { try resolve(name, options) }?.description
    }

    @Test
    func `by a key file with a mark of its encoding, and by no folder, device or file of another encoding`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vlens-keys-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "key").path
        func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
        let options = ConnectionOptions(keyFile: path)
        try write([0xEF, 0xBB, 0xBF] + Array("sk-file-1\r\nsecond\r\n".utf8))
        #expect(try resolve("openai/m", options)?.reveal() == "sk-file-1")
        try write([0xFF, 0xFE] + "sk".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(
            message("openai/m", options)
                == "the key file '\(path)' is written in UTF-16: save it as UTF-8, with the key alone")
        try write(Array("sk-ключ".utf8))
        #expect(message("openai/m", options)?.contains("holds a character that no API key holds") == true)
        try write(Array(repeating: UInt8(ascii: "k"), count: 200_000))
        #expect(
            message("openai/m", options) == """
                the key file '\(path)' holds more than 16384 characters, which no API key has: copy the key again
                """)
        #expect(
            message("openai/m", ConnectionOptions(keyFile: folder.path))
                == "the key file '\(folder.path)' is a folder: give the path of a file whose first line is the key")
        #expect(
            message("openai/m", ConnectionOptions(keyFile: "/dev/zero"))
                == "the key file '/dev/zero' holds a character that no API key holds: copy the key again, on one line")
    }

    @Test
    func `by a key that comes through a pipe`() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("sk-pipe-1\n".utf8))
        let options = ConnectionOptions(keyFile: "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
        #expect(try resolve("openai/m", options)?.reveal() == "sk-pipe-1")
    }
}
