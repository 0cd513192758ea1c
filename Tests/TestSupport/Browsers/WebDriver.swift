package import Foundation
package import Text

/// A window of a browser without a display, steered by W3C WebDriver. One test at a time uses it.
package actor WebDriver {
    /// The process behind it.
    package nonisolated let process: WebDriverProcess
    private let wire: WebDriverWire
    private let session: String

    /// Opens a window in a browser with a profile of its own.
    ///
    /// - Throws: ``WebDriverError``.
    package init(_ process: WebDriverProcess) async throws {
        self.process = process
        wire = WebDriverWire(port: process.port)
        let answer = try await wire.send("POST", ["session"], Self.capabilities(folder: process.folder))
        guard let session = answer["sessionId"]?.string else {
            throw WebDriverError("chromedriver names no session: \(answer.text())")
        }
        self.session = session
    }

    /// A browser that asks the network for nothing by itself, and tells what its pages ask for.
    private static func capabilities(folder: URL) -> JSONValue {
        let flags = [
            "--headless=new", "--hide-scrollbars", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--disable-background-networking", "--disable-component-update", "--no-first-run", "--no-proxy-server",
            "--force-device-scale-factor=1", "--window-size=1400,1000",
            "--user-data-dir=\(folder.appending(path: "profile-\(UUID().uuidString)").path)",
        ]
        let options: JSONValue = [
            "binary": .string(WebDriverProcess.paths?.browser ?? "chromium"),
            "args": .array(flags.map { .string($0) }),
        ]
        let match: JSONValue = [
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
        ]
        return ["capabilities": ["alwaysMatch": match]]
    }

    /// Closes the window.
    package func close() async {
        _ = try? await wire.send("DELETE", ["session", session], nil)
    }

    // MARK: Steering

    /// Opens an address and waits until it is loaded.
    package func open(_ address: String) async throws { try await post(["url"], ["url": .string(address)]) }

    /// Sets the size of what shows a page, in CSS pixels, however small.
    package func resize(width: Int, height: Int) async throws {
        try await command(
            "Emulation.setDeviceMetricsOverride",
            ["width": .integer(width), "height": .integer(height), "deviceScaleFactor": 1, "mobile": false])
    }

    /// Has pages believe that the reader prefers dark or light colours.
    package func prefer(dark: Bool) async throws {
        try await command(
            "Emulation.setEmulatedMedia",
            ["features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]]])
    }

    /// Runs the body of a function in the page, whatever its policy, and returns what it returns.
    @discardableResult
    package func script(_ body: String, _ arguments: [JSONValue] = []) async throws -> JSONValue {
        try await post(["execute", "sync"], ["script": .string(body), "args": .array(arguments)])
    }

    /// Runs the body of a function whose last argument is to be called with the result.
    @discardableResult
    package func asynchronousScript(_ body: String) async throws -> JSONValue {
        try await post(["execute", "async"], ["script": .string(body), "args": []])
    }

    /// Presses and lets go a key so many times, such as `WebDriver.tab`.
    package func press(_ key: String, times: Int = 1) async throws {
        let strokes = (0..<times).flatMap { _ in
            ["keyDown", "keyUp"].map { ["type": .string($0), "value": .string(key)] as JSONValue }
        }
        try await post(
            ["actions"], ["actions": [["type": "key", "id": "keyboard", "actions": .array(strokes)]]])
    }

    /// The tabulator key.
    package static let tab = "\u{E004}"
    /// The enter key.
    package static let enter = "\u{E007}"

    /// A picture of the whole page as PNG.
    package func screenshot() async throws -> Data {
        let answer = try await command(
            "Page.captureScreenshot", ["format": "png", "captureBeyondViewport": true])
        return try Self.data(answer["data"])
    }

    /// The page on paper, as PDF.
    package func pdf() async throws -> Data { try Self.data(try await post(["print"], ["background": true])) }

    /// A command of the browser's own protocol.
    @discardableResult
    package func command(_ name: String, _ parameters: JSONValue) async throws -> JSONValue {
        try await post(["goog", "cdp", "execute"], ["cmd": .string(name), "params": parameters])
    }

    // MARK: The wire

    @discardableResult
    func post(_ steps: [String], _ body: JSONValue) async throws -> JSONValue {
        try await wire.send("POST", ["session", session] + steps, body)
    }

    func get(_ steps: [String]) async throws -> JSONValue {
        try await wire.send("GET", ["session", session] + steps, nil)
    }

    private static func data(_ text: JSONValue?) throws -> Data {
        guard let text = text?.string, let data = Data(base64Encoded: text) else {
            throw WebDriverError("chromedriver gave no bytes")
        }
        return data
    }
}
