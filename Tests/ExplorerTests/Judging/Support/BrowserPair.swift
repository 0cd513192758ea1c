import TestSupport
import Testing

/// Both browsers for the tests of one suite, each started when a test first asks for it, and ended with the suite.
actor BrowserPair {
    @TaskLocal static var running: BrowserPair?

    private var chromium: (process: WebDriverProcess, window: WebDriver)?
    private var firefox: Firefox?

    /// The suite's own of a kind, in a fresh window in which scripts run.
    static func browser(_ kind: BrowserKind) async throws -> any Browser {
        let pair = try #require(running)
        let browser = try await pair.started(kind)
        _ = try await browser.openWindow()
        try await browser.allowScripts(true)
        return browser
    }

    private func started(_ kind: BrowserKind) async throws -> any Browser {
        switch kind {
        case .firefox:
            if let firefox { return firefox }
            let started = try await Firefox.start()
            firefox = started
            return started
        case .chromium:
            if let chromium { return chromium.window }
            let process = try await WebDriverProcess.start()
            do {
                let window = try await WebDriver(process)
                chromium = (process, window)
                return window
            } catch {
                await process.stop()
                throw error
            }
        }
    }

    func stop() async {
        await firefox?.close()
        if let chromium {
            await chromium.window.close()
            await chromium.process.stop()
        }
    }
}

/// Lends both browsers to the tests of one suite, which use them one after another.
struct BrowserPairScope: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        let pair = BrowserPair()
        do {
            try await BrowserPair.$running.withValue(pair) { try await body() }
        } catch {
            await pair.stop()
            throw error
        }
        await pair.stop()
    }
}

extension Trait where Self == BrowserPairScope {
    /// Chromium and Firefox without a display.
    static var bothBrowsers: Self { BrowserPairScope() }
}
