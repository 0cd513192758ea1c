import Foundation
import Text

/// A Firefox without a display, of Debian's package `firefox-esr`; the variable `FIREFOX` names another.
package actor Firefox {
    private let kept: KeptProcess
    let wire: MarionetteWire

    /// Where it is.
    package static let path = WebDriverProcess.path("FIREFOX", ["firefox-esr", "firefox"])

    /// Whether tests in it are to run: where it is installed, or where it must be.
    package static let isExpected = path != nil || WebDriverProcess.isRequired

    /// The message of a skipped test, and of a failed one where it must not be skipped.
    package static let absence: String = "Firefox is not installed; on Debian: apt-get install firefox-esr"

    /// Starts one with a profile of its own.
    ///
    /// - Throws: ``WebDriverError`` where it is not installed or does not come up.
    package static func start() async throws -> Firefox {
        guard let path else { throw WebDriverError(absence) }
        let kept = try KeptProcess(
            path,
            { folder in
                ["--headless", "--marionette", "-remote-allow-system-access", "--no-remote", "--profile"]
                    + [folder.appending(path: "profile").path]
            }, environment: ["MOZ_CRASHREPORTER_DISABLE": "1", "MOZ_HEADLESS_WIDTH": "1400"], prepare: profile)
        do {
            let file = kept.folder.appending(path: "profile/MarionetteActivePort")
            let port = try await kept.wait {
                (try? String(contentsOf: file, encoding: .utf8)).flatMap { Int($0.filter(\.isNumber)) }
            }
            let wire = try MarionetteWire(port: port)
            _ = try await wire.send("WebDriver:NewSession", ["capabilities": [:]])
            let firefox = Firefox(kept, wire)
            try await firefox.resize(width: 1400, height: 1000)
            return firefox
        } catch {
            await kept.stop()
            throw error
        }
    }

    private init(_ kept: KeptProcess, _ wire: MarionetteWire) { (self.kept, self.wire) = (kept, wire) }

    /// A profile that steers by any free port, asks the network for nothing by itself, and shows no page of its own.
    private static func profile(in folder: URL) throws {
        let settings: [(String, String)] = [
            ("marionette.port", "0"), ("browser.startup.page", "0"), ("browser.shell.checkDefaultBrowser", "false"),
            ("app.update.enabled", "false"), ("app.normandy.enabled", "false"), ("network.proxy.type", "0"),
            ("datareporting.policy.dataSubmissionEnabled", "false"), ("toolkit.telemetry.enabled", "false"),
            ("browser.safebrowsing.malware.enabled", "false"), ("browser.safebrowsing.phishing.enabled", "false"),
            ("network.captive-portal-service.enabled", "false"), ("network.connectivity-service.enabled", "false"),
            ("services.settings.server", "\"data:,\""), ("extensions.update.enabled", "false"),
            ("browser.newtabpage.enabled", "false"), ("ui.systemUsesDarkTheme", "0"),
        ]
        let profile = folder.appending(path: "profile")
        try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
        let lines = settings.map { "user_pref(\"\($0.0)\", \($0.1));\n" }.joined()
        try Data(lines.utf8).write(to: profile.appending(path: "user.js"))
    }

    /// Ends it and removes its profile.
    package func close() async { await kept.stop() }

    // MARK: The wire

    /// Runs a script of the browser itself.
    func inside(_ body: String, _ arguments: [JSONValue], waiting: Bool = false) async throws {
        _ = try await wire.send("Marionette:SetContext", ["value": "chrome"])
        do {
            try await send(
                waiting ? "ExecuteAsyncScript" : "ExecuteScript", ["script": .string(body), "args": .array(arguments)])
        } catch {
            _ = try? await wire.send("Marionette:SetContext", ["value": "content"])
            throw error
        }
        _ = try await wire.send("Marionette:SetContext", ["value": "content"])
    }

    @discardableResult
    func send(_ command: String, _ parameters: JSONValue = [:]) async throws -> JSONValue {
        try await wire.send("WebDriver:\(command)", parameters)
    }
}
