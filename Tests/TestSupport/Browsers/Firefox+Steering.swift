package import Foundation
package import Text

/// What a person does in a browser.
extension Firefox: Browser {
    /// Opens an address and waits until it is loaded.
    package func open(_ address: String) async throws { try await send("Navigate", ["url": .string(address)]) }
    /// Goes back, as its button does.
    package func back() async throws { try await send("Back") }
    /// Goes forward, as its button does.
    package func forward() async throws { try await send("Forward") }
    /// Loads the page again, as its button does.
    package func reload() async throws { try await send("Refresh") }

    /// Runs the body of a function in the page, also where pages may run no scripts.
    @discardableResult
    package func script(_ body: String, _ arguments: [JSONValue]) async throws -> JSONValue {
        try await send("ExecuteScript", ["script": .string(body), "args": .array(arguments)])["value"] ?? .null
    }

    /// Scrolls to the first element of a selector and clicks on it.
    package func click(_ selector: String) async throws {
        try await send("ElementClick", ["id": .string(try await element(selector))])
    }

    /// Types behind what the first element of a selector holds.
    package func type(_ text: String, into selector: String) async throws {
        try await send("ElementSendKeys", ["id": .string(try await element(selector)), "text": .string(text)])
    }

    private func element(_ selector: String) async throws -> String {
        let found = try await send("FindElement", ["using": "css selector", "value": .string(selector)])
        guard let id = found["value"]?.members.first?.value.string else {
            throw WebDriverError("no element \(selector)")
        }
        return id
    }

    /// Presses and lets go a key so many times, whatever has the focus.
    package func press(_ key: String, times: Int) async throws {
        let strokes = (0..<times).flatMap { _ in
            ["keyDown", "keyUp"].map { ["type": .string($0), "value": .string(key)] as JSONValue }
        }
        try await send("PerformActions", ["actions": [["type": "key", "id": "keyboard", "actions": .array(strokes)]]])
    }

    /// Has pages run their scripts from the next one on, or not.
    package func allowScripts(_ allows: Bool) async throws {
        try await inside("Services.prefs.setBoolPref('javascript.enabled', arguments[0])", [.bool(allows)])
    }

    /// Sets the size of what shows a page, in CSS pixels, however small.
    package func resize(width: Int, height: Int) async throws {
        let body = """
            const style = gBrowser.selectedBrowser.style, [width, height] = arguments;
            for (const [name, size] of [['width', width], ['height', height]])
                for (const kind of ['', 'min-', 'max-']) style.setProperty(kind + name, size + 'px');
            """
        try await inside(body, [.integer(width), .integer(height)])
        for _ in 0..<100 {
            if try await script("return innerWidth") == .written("\(width)") { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw WebDriverError("Firefox does not become \(width) pixels wide")
    }

    /// A picture of the whole page as PNG.
    package func screenshot() async throws -> Data {
        let text = try await send("TakeScreenshot", ["full": true])["value"]?.string ?? ""
        guard let data = Data(base64Encoded: text) else { throw WebDriverError("Firefox gave no picture") }
        return data
    }
}
