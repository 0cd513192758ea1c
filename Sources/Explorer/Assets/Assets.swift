import HTTPTypes
import Hummingbird
import Pages

/// The site's own style and script: files of their own, since no page may hold either.
enum Assets {
    static let style = link("style.css")
    static let script = link("explorer.js")
    static let annotate = link("annotate.js")
    static let icon = link("icon.svg")

    private static func link(_ name: String) -> Link { Link.site(["assets", name]) ?? .root }

    /// Whether a path is one of theirs: they tell nothing of any run.
    static func isAsset(_ path: String) -> Bool { path.hasPrefix("/assets/") }

    static func add(to router: Router<BasicRequestContext>) {
        router.get("assets/style.css") { _, _ in
            ViewResponse.text(PageStyle.sheet.source, type: "text/css; charset=utf-8")
        }
        router.get("assets/icon.svg") { _, _ in
            ViewResponse.text(Self.iconDrawing, type: "image/svg+xml")
        }
        router.get("assets/explorer.js") { _, _ in
            ViewResponse.text(Self.explorerScript, type: "text/javascript; charset=utf-8")
        }
        router.get("assets/annotate.js") { _, _ in
            ViewResponse.text(Self.annotateScript, type: "text/javascript; charset=utf-8")
        }
    }

    /// What is said and what is done, apart by a gap.
    private static let iconDrawing = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#f6f5f2"/>
        <path d="M14 6a10 10 0 0 0 0 20z" fill="#1d5fa8"/><path d="M18 6a10 10 0 0 1 0 20z" fill="#b0530c"/></svg>

        """
}
