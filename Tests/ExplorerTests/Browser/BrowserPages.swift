import Testing

/// A page that is looked at in a browser: what it is called, and where it lies in the world's site.
struct BrowserPage: Sendable, CustomTestStringConvertible {
    let name: String
    let path: @Sendable (BrowserWorld) -> String

    init(_ name: String, _ path: @escaping @Sendable (BrowserWorld) -> String) {
        (self.name, self.path) = (name, path)
    }

    var testDescription: String { name }

    /// Every page: one that is added here is looked at in all ways.
    static let all = [
        BrowserPage("overview") { _ in "/" },
        BrowserPage("words") { _ in "/words" },
    ]
}
