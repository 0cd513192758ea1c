import Hummingbird
import Reports
import Workbench

extension PageRoute {
    /// What the pages' words mean.
    static let words = PageRoute(path: "/words") { _ in WordsView(version: Release.version) }
}
