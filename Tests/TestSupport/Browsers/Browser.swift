package import Foundation
package import Text

/// A browser without a display and with a profile of its own, whichever it is, in which a test does what a person would do.
package protocol Browser: Actor {
    /// Opens an address and waits until it is loaded.
    func open(_ address: String) async throws
    /// Goes back, as its button does.
    func back() async throws
    /// Goes forward, as its button does.
    func forward() async throws
    /// Loads the page again, as its button does.
    func reload() async throws
    /// Runs the body of a function in the page, whatever its policy, and returns what it returns.
    @discardableResult
    func script(_ body: String, _ arguments: [JSONValue]) async throws -> JSONValue
    /// Scrolls to the first element of a selector and clicks on it.
    func click(_ selector: String) async throws
    /// Types behind what the first element of a selector holds.
    func type(_ text: String, into selector: String) async throws
    /// Presses and lets go a key so many times, whatever has the focus.
    func press(_ key: String, times: Int) async throws
    /// Has pages run their scripts from the next one on, or not.
    func allowScripts(_ allows: Bool) async throws
    /// Sets the size of what shows a page, in CSS pixels, however small.
    func resize(width: Int, height: Int) async throws
    /// A picture of the whole page as PNG.
    func screenshot() async throws -> Data
    /// The window that is looked at.
    func window() async throws -> String
    /// Opens a further window of the same profile and looks at it.
    func openWindow() async throws -> String
    /// Looks at another window.
    func select(_ window: String) async throws
    /// Ends the browser.
    func close() async
}

extension Browser {
    /// Runs the body of a function in the page.
    @discardableResult
    package func script(_ body: String) async throws -> JSONValue { try await script(body, []) }

    /// Presses a key once.
    package func press(_ key: String) async throws { try await press(key, times: 1) }

    /// The text of the first element of a selector, as it is shown; `nil` where there is none.
    package func text(_ selector: String) async throws -> String? {
        try await script("return document.querySelector(arguments[0])?.innerText ?? null", [.string(selector)]).string
    }

    /// What the first field of a selector holds; `nil` where there is none.
    package func value(_ selector: String) async throws -> String? {
        try await script("return document.querySelector(arguments[0])?.value ?? null", [.string(selector)]).string
    }

    /// The address that is shown.
    package func address() async throws -> String { try await script("return location.href").string ?? "" }

    /// Waits until an expression is true of the page, which may be loading meanwhile.
    ///
    /// - Throws: ``WebDriverError`` where it is not after so many seconds, with what the page shows.
    package func wait(for condition: String, seconds: Double = 20) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            if (try? await script("return Boolean(\(condition))")) == .bool(true) { return }
            try await Task.sleep(for: .milliseconds(25))
        }
        let shown = (try? await script("return location.href + '\\n' + document.body.innerText").string) ?? "nothing"
        throw WebDriverError("never: \(condition); the page shows \(shown.prefix(3000))")
    }

    /// Waits until the page of the window has been left for another, or for itself again.
    package func waitForLoad(after action: () async throws -> Void) async throws {
        try await script("window.vlensLeft = true")
        try await action()
        try await wait(for: "!window.vlensLeft && document.readyState === 'complete'")
    }
}

/// The browsers that tests are run in.
package enum BrowserKind: String, Sendable, CaseIterable {
    case chromium, firefox

    /// Whether both are to run: where they are installed, or where they must be.
    package static let areExpected = WebDriverProcess.isExpected && Firefox.isExpected
    /// The message of a skipped test.
    package static let absence: String =
        "a browser is not installed; on Debian: apt-get install chromium chromium-driver firefox-esr"

    /// Lends a browser of its own to a body, and ends it whatever happens.
    ///
    /// - Throws: ``WebDriverError`` where it is not installed or does not start, and what the body throws.
    package func with<T: Sendable>(_ body: (any Browser) async throws -> T) async throws -> T {
        switch self {
        case .firefox: return try await Self.lend(try await Firefox.start(), body)
        case .chromium:
            let process = try await WebDriverProcess.start()
            do {
                let result = try await Self.lend(try await WebDriver(process), body)
                await process.stop()
                return result
            } catch {
                await process.stop()
                throw error
            }
        }
    }

    private static func lend<T: Sendable>(
        _ browser: any Browser, _ body: (any Browser) async throws -> T
    ) async throws -> T {
        do {
            let result = try await body(browser)
            await browser.close()
            return result
        } catch {
            await browser.close()
            throw error
        }
    }
}
