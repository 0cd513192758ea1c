package import Foundation

/// A running `chromedriver` with a folder of its own.
package final class WebDriverProcess: Sendable {
    /// Where its browsers keep their profiles; removed at the end, with whatever else was put there.
    package var folder: URL { kept.folder }
    /// The port it listens on.
    let port: Int
    private let kept: KeptProcess

    /// Where Chromium and its driver are, of Debian's packages `chromium` and `chromium-driver`; `CHROMIUM` and
    /// `CHROMEDRIVER` name others.
    package static let paths: (browser: String, driver: String)? = {
        guard let driver = path("CHROMEDRIVER", ["chromedriver"]),
            let browser = path("CHROMIUM", ["chromium", "chromium-browser", "google-chrome", "chrome"])
        else { return nil }
        return (browser, driver)
    }()

    /// The program that a variable names, or the first of some names on the search path.
    static func path(_ variable: String, _ names: [String]) -> String? {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "/usr/bin:/usr/local/bin").split(separator: ":")
        let usual = names.flatMap { name in folders.map { "\($0)/\(name)" } }
        return ([environment[variable]].compactMap { $0 } + usual).first(
            where: FileManager.default.isExecutableFile(atPath:))
    }

    /// Whether tests in a browser are to run: where it is installed, or where it must be.
    package static let isExpected = paths != nil || isRequired

    /// Whether a browser that is absent is a failure: in CI.
    package static let isRequired =
        ProcessInfo.processInfo.environment["VLENS_PEERS"] == "required"
        || !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty

    /// The message of a skipped test, and of a failed one where it must not be skipped.
    package static let absence: String =
        "a browser and its driver are not installed; on Debian: apt-get install chromium chromium-driver"

    /// Starts one and waits until it says its port.
    ///
    /// - Throws: ``WebDriverError`` where it is not installed or does not come up.
    package static func start() async throws -> WebDriverProcess {
        guard let paths else { throw WebDriverError(absence) }
        let kept = try KeptProcess(paths.driver, { _ in ["--port=0"] })
        do {
            let port = try await kept.wait {
                kept.log.firstMatch(of: /started successfully on port ([0-9]+)/).flatMap { Int($0.output.1) }
            }
            return WebDriverProcess(kept, port: port)
        } catch {
            await kept.stop()
            throw error
        }
    }

    private init(_ kept: KeptProcess, port: Int) { (self.kept, self.port) = (kept, port) }

    /// Ends it and removes its folder.
    package func stop() async { await kept.stop() }
}

/// What a browser or its driver refused.
package struct WebDriverError: Error, CustomStringConvertible {
    /// What is the matter.
    package let description: String

    package init(_ description: String) { self.description = description }
}
