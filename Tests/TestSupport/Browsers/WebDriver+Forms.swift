import Foundation
import Text

/// What a person does in a page: fields, buttons, windows, the way there and back.
extension WebDriver: Browser {
    /// Goes back, as its button does.
    package func back() async throws { try await post(["back"], [:]) }

    /// Goes forward, as its button does.
    package func forward() async throws { try await post(["forward"], [:]) }

    /// Loads the page again, as its button does.
    package func reload() async throws { try await post(["refresh"], [:]) }

    /// Scrolls to the first element of a selector and clicks on it.
    package func click(_ selector: String) async throws {
        try await post(["element", try await element(selector), "click"], [:])
    }

    /// Types behind what the first element of a selector holds.
    package func type(_ text: String, into selector: String) async throws {
        try await post(["element", try await element(selector), "value"], ["text": .string(text)])
    }

    private func element(_ selector: String) async throws -> String {
        let found = try await post(["element"], ["using": "css selector", "value": .string(selector)])
        guard let id = found.members.first?.value.string else { throw WebDriverError("no element \(selector)") }
        return id
    }

    /// Has pages run their scripts from the next one on, or not.
    package func allowScripts(_ allows: Bool) async throws {
        try await command("Emulation.setScriptExecutionDisabled", ["value": .bool(!allows)])
    }

    /// The window that is looked at.
    package func window() async throws -> String { try await get(["window"]).string ?? "" }

    /// Opens a further window of the same profile and looks at it.
    package func openWindow() async throws -> String {
        let handle = try await post(["window", "new"], ["type": "tab"])["handle"]?.string ?? ""
        try await select(handle)
        return handle
    }

    /// Looks at another window.
    package func select(_ window: String) async throws { try await post(["window"], ["handle": .string(window)]) }
}
