import Foundation
import Text

/// Several windows of one profile.
extension Firefox {
    /// The window that is looked at.
    package func window() async throws -> String { try await send("GetWindowHandle")["value"]?.string ?? "" }

    /// Opens a further window of the same profile and looks at it.
    package func openWindow() async throws -> String {
        let handle = try await send("NewWindow", ["type": "tab"])["handle"]?.string ?? ""
        try await select(handle)
        return handle
    }

    /// Looks at another window.
    package func select(_ window: String) async throws {
        try await send("SwitchToWindow", ["handle": .string(window)])
    }

    /// Closes the window that is looked at, restores it as its menu does, with whatever the browser kept of its page, and looks at it.
    package func restoreWindow() async throws {
        let body = """
            const closed = gBrowser.selectedTab, done = arguments[arguments.length - 1];
            if (gBrowser.tabs.length === 1) gBrowser.addTrustedTab('about:blank', {inBackground: true});
            const {TabStateFlusher} = ChromeUtils.importESModule('resource:///modules/sessionstore/TabStateFlusher.sys.mjs');
            TabStateFlusher.flush(closed.linkedBrowser).then(() => {
                gBrowser.removeTab(closed);
                const tab = SessionStore.undoCloseTab(window, 0);
                gBrowser.selectedTab = tab;
                tab.addEventListener('SSTabRestored', () => done(true), {once: true});
            });
            """
        let before = try await handles()
        try await inside(body, [], waiting: true)
        // The empty tab that keeps Firefox open is new, too.
        for window in try await handles().subtracting(before) {
            try await select(window)
            if try await address() != "about:blank" { return }
        }
        throw WebDriverError("Firefox restores no window")
    }

    private func handles() async throws -> Set<String> {
        let list = try await wire.send("WebDriver:GetWindowHandles", [:])
        return Set((list.array ?? []).compactMap(\.string))
    }
}
