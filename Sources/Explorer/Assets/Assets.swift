import HTTPTypes
import Hummingbird
import Pages

/// The site's own style and script: files of their own, since no page may hold either.
enum Assets {
    static let style = link("style.css")
    static let script = link("explorer.js")

    private static func link(_ name: String) -> Link { Link.site(["assets", name]) ?? .root }

    /// Whether a path is one of theirs: they tell nothing of any run.
    static func isAsset(_ path: String) -> Bool { path.hasPrefix("/assets/") }

    static func add(to router: Router<BasicRequestContext>) {
        router.get("assets/style.css") { _, _ in
            ViewResponse.text(PageStyle.sheet.source, type: "text/css; charset=utf-8")
        }
        router.get("assets/explorer.js") { _, _ in
            ViewResponse.text(Self.explorerScript, type: "text/javascript; charset=utf-8")
        }
    }
}
