import Foundation

/// A browser without a window, started as a process of its own for each question.
enum Browser {
    /// The browser's path: `CHROMIUM`, or the first of its usual names on the search path.
    static let path: String? = {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "/usr/bin:/usr/local/bin").split(separator: ":")
        let names = ["chromium", "chromium-browser", "google-chrome", "chrome"]
        let usual = names.flatMap { name in folders.map { "\($0)/\(name)" } }
        return ([environment["CHROMIUM"]].compactMap { $0 } + usual).first(
            where: FileManager.default.isExecutableFile(atPath:))
    }()

    /// What a browser makes of a page.
    struct Result {
        /// The page's elements after loading, as text.
        let dom: String
        /// What the page's console says beyond the browser's own noise.
        let consoleErrors: [String]
    }

    /// Loads a page and returns it as it is then.
    static func dom(of page: String) async throws -> Result {
        try await inFolder(page) { folder, address in
            let output = try await run(["--enable-logging=stderr", "--v=0", "--dump-dom", address], in: folder)
            let errors = output.error.split(separator: "\n").filter { $0.contains(":CONSOLE") }
            return Result(dom: output.text, consoleErrors: errors.map(String.init))
        }
    }

    /// Prints a page.
    static func pdf(of page: String) async throws -> Data {
        try await inFolder(page) { folder, address in
            let place = folder.appending(path: "page.pdf")
            _ = try await run(["--print-to-pdf=\(place.path)", address], in: folder)
            return try Data(contentsOf: place)
        }
    }

    /// The program that counts pages: `pdfinfo` of poppler-utils.
    static let pdfInfo: String? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/usr/local/bin"
        return path.split(separator: ":").map { "\($0)/pdfinfo" }.first(
            where: FileManager.default.isExecutableFile(atPath:))
    }()

    /// How many pages a page takes on paper.
    static func pages(ofPrinted page: String) async throws -> Int {
        try await inFolder(page) { folder, address in
            let place = folder.appending(path: "page.pdf")
            _ = try await run(["--print-to-pdf=\(place.path)", address], in: folder)
            let output = try await run([place.path], in: folder, program: pdfInfo, flags: [])
            return output.text.firstMatch(of: /Pages:\s+([0-9]+)/).flatMap { Int($0.output.1) } ?? 0
        }
    }

    /// The browser has no display and no place for secrets; it is not to ask the network for anything.
    private static let flags = [
        "--headless", "--hide-scrollbars", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update", "--no-first-run", "--virtual-time-budget=3000", "--allow-file-access-from-files",
    ]

    private static func inFolder<Value>(
        _ page: String, _ body: (_ folder: URL, _ address: String) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "page.html")
        try Data(page.utf8).write(to: file)
        return try await body(folder, file.absoluteString)
    }

    private static func run(
        _ arguments: [String], in folder: URL, program: String? = path, flags: [String]? = nil
    ) async throws -> (text: String, error: String) {
        // Files, not pipes: a pipe that nobody empties stops the browser.
        let (text, error) = (folder.appending(path: "out"), folder.appending(path: "err"))
        for file in [text, error] { try Data().write(to: file) }
        let process = Process()
        let ours = Self.flags + ["--user-data-dir=\(folder.appending(path: "profile").path)"]
        process.executableURL = URL(filePath: program ?? "chromium")
        process.arguments = (flags ?? ours) + arguments
        process.standardOutput = try FileHandle(forWritingTo: text)
        process.standardError = try FileHandle(forWritingTo: error)
        try process.run()
        for _ in 0..<600 where process.isRunning { try await Task.sleep(for: .milliseconds(100)) }
        if process.isRunning { process.terminate() }
        return (
            String(decoding: try Data(contentsOf: text), as: UTF8.self),
            String(decoding: try Data(contentsOf: error), as: UTF8.self)
        )
    }
}
