import AnswerStore
import Foundation
import Hummingbird
import Reports
import Workbench

extension PageRoute {
    /// All runs of the store.
    static let overview = PageRoute(path: "/") { request in
        OverviewView(
            rows: try await request.library.overview(now: Date.now),
            projects: try request.library.store.projects().count, version: Release.version)
    }
}
