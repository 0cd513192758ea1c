import Foundation
import TestSupport
import Testing

/// A browser's window and a site for a suite's tests, ended with the suite.
struct BrowserBench: Sendable {
    let window: WebDriver
    let world: BrowserWorld

    @TaskLocal static var running: BrowserBench?

    /// The suite's own.
    static func current() throws -> BrowserBench { try #require(running) }
}

/// Lends a browser and a site to the tests of one suite, which use them one after another.
struct BrowserScope: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        let process = try await WebDriverProcess.start()
        do {
            let world = try await BrowserWorld.start()
            do {
                let window = try await WebDriver(process)
                try await BrowserBench.$running.withValue(BrowserBench(window: window, world: world)) {
                    try await body()
                }
                await window.close()
            } catch {
                await world.stop()
                throw error
            }
            await world.stop()
        } catch {
            await process.stop()
            throw error
        }
        await process.stop()
    }
}

extension Trait where Self == BrowserScope {
    /// A browser without a display, and a site with simulated and hostile runs.
    static var browser: Self { BrowserScope() }
}
